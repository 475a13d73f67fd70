import { Checkbox, Modal, Text, Textarea } from '@mantine/core'
import { isLow, type Satisfied } from '../../core/actions/after-sale.ts'
import { actionsCalls, type ShopAction } from '../../core/actions/calls.ts'
import { finishForm } from '../../core/actions/waiting.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { SatisfiedField } from './satisfied-field.tsx'

interface FinishDialogProps {
  readonly action: ShopAction
  readonly opened: boolean
  readonly onClose: () => void
  /** After the dialog has left the window. */
  readonly onGone?: (() => void) | undefined
}

/** How something went that is done. */
export const FinishDialog = ({ action, opened, onClose, onGone }: FinishDialogProps) => (
  <Modal
    opened={opened}
    onClose={onClose}
    onExitTransitionEnd={onGone}
    title={action.source === 'asked' ? 'What did they say?' : 'Done'}
    size="md"
  >
    <FinishForm action={action} onDone={onClose} />
  </Modal>
)

const nothing = { result: '', satisfied: '' as Satisfied | '', askReferral: false }

function FinishForm({ action, onDone }: { readonly action: ShopAction; readonly onDone: () => void }) {
  const { id: actionId, source } = action
  const isAsked = source === 'asked'
  const kept = useKept(finishForm(actionId), nothing)
  const { result, satisfied, askReferral } = kept.value
  const isHigh = satisfied !== '' && !isLow(satisfied)
  const form = useCallForm(actionsCalls, 'actions.finish', {
    kept,
    input: isAsked
      ? { actionId, result, askReferral: isHigh && askReferral, ...(satisfied && { satisfied }) }
      : { actionId, result },
    missing: { satisfied: isAsked && satisfied === '' && 'Say whether they are satisfied.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Done">
      <ActionLine action={action} />
      {isAsked && <SatisfiedField {...form.field('satisfied')} />}
      <Textarea
        label={isAsked ? 'In their words' : 'What came of it'}
        autosize
        minRows={2}
        data-autofocus={!isAsked || undefined}
        {...form.text('result')}
      />
      {isHigh && (
        <Checkbox label="Ask them another day whom they would send to you" {...form.tick('askReferral')} />
      )}
      {satisfied !== '' && isLow(satisfied) && (
        <Text size="sm" className="risk" role="status" data-fact>
          To call them back stands on Today until it is done. They are asked nothing else meanwhile.
        </Text>
      )}
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
