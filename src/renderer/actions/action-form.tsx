import { TextInput } from '@mantine/core'
import { actionsCalls } from '../../core/actions/calls.ts'
import type { About } from '../../core/about/about.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { WhoInput, type Who } from '../ui/who-input.tsx'
import { DueField, useDueMissing } from './due-field.tsx'
import { StaffSelect } from './staff-select.tsx'

interface ActionFormProps {
  /** What it is about, where that is known; else a customer can be named. */
  readonly about?: About
  readonly onDone: () => void
}

const nothing = { what: '', due: '', who: { name: '' } as Who, staffId: null as number | null }

/** Something to do by a day. Enter saves. */
export function ActionForm({ about, onDone }: ActionFormProps) {
  const kept = useKept(about ? `action:${about.kind}:${about.id}` : 'action', nothing)
  const { what, due, who, staffId } = kept.value
  const missing = useDueMissing(due)
  const named = who.customerId === undefined ? undefined : { kind: 'customer' as const, id: who.customerId }
  const link = about ?? named
  const form = useCallForm(actionsCalls, 'actions.add', {
    kept,
    input: { what, due, ...(link && { about: link }), ...(staffId !== null && { staffId }) },
    shownAt: { about: 'who' },
    missing: {
      due: missing,
      who: who.name.trim() !== '' && !named && 'Choose a customer from the list, or leave it empty.',
    },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Write down">
      <TextInput
        label="What is to be done"
        placeholder="Call back, order, check, bring"
        autoComplete="off"
        data-autofocus
        {...form.text('what')}
      />
      <DueField {...form.field('due')} />
      {!about && <WhoInput label="About which customer, if any" isFirst={false} {...form.field('who')} />}
      <StaffSelect {...form.field('staffId')} />
    </DialogForm>
  )
}
