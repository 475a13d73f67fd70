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
import { useTypedWhen, WhenInput } from '../ui/when-input.tsx'

/** The customer was told that it will be later: when, and by when instead. */
export const WarnDialog = (props: PromiseDialogProps) => (
  <PromiseDialog {...props} title="Customer told" Form={WarnForm} />
)

function WarnForm({ promise, onDone }: PromiseFormProps) {
  const kept = useKept(`warn-promise:${promise.id}`, { at: '', told: '' })
  const heard = useTypedWhen(kept.value.at, kept.typedAtMs('at'), 'back')
  const instead = useTypedWhen(kept.value.told, kept.typedAtMs('told'), 'ahead')
  const form = useCallForm(promisesCalls, 'promises.warn', {
    kept,
    input: {
      promiseId: promise.id,
      seenToldAtMs: promise.toldAtMs,
      ...(kept.value.at.trim() !== '' && { at: heard.when?.local ?? '' }),
      ...(kept.value.told.trim() !== '' && { told: instead.when?.local ?? '' }),
    },
    missing: {
      at:
        kept.value.at.trim() !== '' &&
        (!heard.when || heard.when.dayOnly) &&
        'Give the time as well, such as 16:30 or yesterday 17, or leave it empty for now.',
      told:
        kept.value.told.trim() !== '' &&
        !instead.when &&
        'Say it as you told it, such as 14, tomorrow 10:30 or fri.',
    },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Customer told">
      <PromiseLine promise={promise} />
      <WhenInput
        label="New time"
        value={instead}
        onChange={(told) => form.set({ told })}
        inHours
        examples="14, tomorrow 10:30, fri"
        empty="Empty where none was said."
        error={form.error('told')}
        autoFocus
      />
      <WhenInput
        label="Told when"
        value={heard}
        onChange={(at) => form.set({ at })}
        examples="9:05, yesterday 17"
        empty="Empty is now."
        error={form.error('at')}
      />
    </DialogForm>
  )
}
