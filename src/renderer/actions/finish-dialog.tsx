import { Modal, Text, Textarea } from '@mantine/core'
import { actionsCalls, type ShopAction } from '../../core/actions/calls.ts'
import { finishForm } from '../../core/actions/waiting.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface FinishDialogProps {
  readonly action: ShopAction
  readonly opened: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone?: (() => void) | undefined
}

/** How something went that is done. */
export const FinishDialog = ({ action, opened, onClose, onGone }: FinishDialogProps) => (
  <Modal opened={opened} onClose={onClose} onExitTransitionEnd={onGone} title="Done" size="md">
    <FinishForm action={action} onDone={onClose} />
  </Modal>
)

const nothing = { result: '' }

function FinishForm({ action, onDone }: { readonly action: ShopAction; readonly onDone: () => void }) {
  const { id: actionId } = action
  const kept = useKept(finishForm(actionId), nothing)
  const form = useCallForm(actionsCalls, 'actions.finish', {
    kept,
    input: { actionId, ...kept.value },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Done">
      <ActionLine action={action} />
      <Textarea label="What came of it" autosize minRows={2} data-autofocus {...form.text('result')} />
    </DialogForm>
  )
}

/** What is to be done, about what, and by when. */
export const ActionLine = ({ action: { what, about, reason } }: { readonly action: ShopAction }) => (
  <div>
    <Text fw={600} className="long-words" data-fact>
      {what}
    </Text>
    <Text size="sm" className="quiet" data-fact>
      {reason}
    </Text>
    {about && <AboutChip about={about} />}
  </div>
)
