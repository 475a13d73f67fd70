import { TextInput } from '@mantine/core'
import { promisesCalls } from '../../core/promises/calls.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import {
  PromiseDialog,
  type PromiseDialogProps,
  type PromiseFormProps,
  PromiseLine,
} from './promise-dialog.tsx'

/** A promise that will not be kept at all, and why. */
export const BreakDialog = (props: PromiseDialogProps) => (
  <PromiseDialog {...props} title="Mark as broken" Form={BreakForm} />
)

const nothing = { reason: '' }

function BreakForm({ promise, onDone }: PromiseFormProps) {
  const kept = useKept(`break:${promise.id}`, nothing)
  const form = useCallForm(promisesCalls, 'promises.break', {
    kept,
    input: { promiseId: promise.id, ...kept.value },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Mark as broken" color="brick">
      <PromiseLine promise={promise} />
      <TextInput
        label="Why it could not be kept"
        data-autofocus
        autoComplete="off"
        {...form.text('reason')}
      />
    </DialogForm>
  )
}
