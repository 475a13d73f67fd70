import { actionsCalls, type ShopAction } from '../../core/actions/calls.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { DueField, useDueMissing } from './due-field.tsx'
import { StaffSelect } from './staff-select.tsx'

interface MoveFormProps {
  readonly action: ShopAction
  readonly onDone: () => void
}

/** By which day something is to be done instead, and by whom. */
export function MoveForm({ action: { id: actionId, dueDay, staffId }, onDone }: MoveFormProps) {
  const kept = useKept(`move:${actionId}`, { due: dueDay, staffId })
  const missing = useDueMissing(kept.value.due)
  const form = useCallForm(actionsCalls, 'actions.move', {
    kept,
    names: { due: 'By', staffId: 'Who does it' },
    input: { actionId, ...kept.value },
    missing: { due: missing },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Save">
      <DueField autoFocus {...form.field('due')} />
      <StaffSelect {...form.field('staffId')} />
    </DialogForm>
  )
}
