import { referralsCalls } from '../../core/referrals/calls.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { WhoInput, type Who } from '../ui/who-input.tsx'

interface SentByFormProps {
  readonly customerId: number
  readonly onDone: () => void
}

const nobody = { who: { name: '' } as Who }

/** Which customer sent another. */
export function SentByForm({ customerId, onDone }: SentByFormProps) {
  const kept = useKept(`sent-by:${customerId}`, nobody)
  const { who } = kept.value
  const form = useCallForm(referralsCalls, 'referrals.set', {
    kept,
    input: { customerId, byId: who.customerId ?? 0 },
    shownAt: { byId: 'who' },
    missing: { who: who.customerId === undefined && 'Choose who sent them from the list.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Save">
      <WhoInput
        label="Sent by"
        hint="To thank them stands on Today from the next day you open."
        {...form.field('who')}
      />
    </DialogForm>
  )
}
