import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DialogForm } from '../ui/dialog-form.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
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
  const breaking = useWrite('promises.break')
  const kept = useKept(`break:${promise.id}`, nothing)
  const { reason } = kept.value
  const [tried, setTried] = useState(false)
  const missing = tried && reason.trim() === '' ? 'Say why it could not be kept.' : undefined
  const save = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const result = await breaking.run({ promiseId: promise.id, reason })
    if (!result.ok) return
    kept.startOver()
    onDone()
  }
  return (
    <DialogForm
      save="Mark as broken"
      color="brick"
      busy={breaking.busy}
      problem={breaking.problem}
      kept={kept}
      onSave={save}
      onCancel={onDone}
    >
      <PromiseLine promise={promise} />
      <TextInput
        label="Why it could not be kept"
        data-autofocus
        value={reason}
        error={missing}
        autoComplete="off"
        onChange={(event) => kept.set({ reason: event.currentTarget.value })}
      />
    </DialogForm>
  )
}
