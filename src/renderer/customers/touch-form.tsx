import { SegmentedControl, TextInput } from '@mantine/core'
import { customersCalls } from '../../core/customers/calls.ts'
import { loggedKinds } from '../../core/customers/touch.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { WhoInput, type Who } from '../ui/who-input.tsx'

type LoggedKind = (typeof loggedKinds)[number]

const kinds = loggedKinds.map((kind) => ({ value: kind, label: kind[0]!.toUpperCase() + kind.slice(1) }))

const nothing = { who: { name: '' } as Who, kind: 'visit' as LoggedKind, note: '' }

/** One contact with a customer, from anywhere: who, how, and if need be a word. Enter saves. */
export function TouchForm({ onDone }: { readonly onDone: () => void }) {
  const kept = useKept('touch', nothing)
  const { who, ...rest } = kept.value
  const form = useCallForm(customersCalls, 'customers.logTouch', {
    kept,
    input: { ...who, ...rest },
    shownAt: { name: 'who', customerId: 'who' },
    missing: { who: who.name.trim() === '' && 'Choose a customer from the list.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Log contact">
      <WhoInput {...form.field('who')} />
      <SegmentedControl<LoggedKind> aria-label="How" data={kinds} fullWidth {...form.pick('kind')} />
      <TextInput label="Note" placeholder="What was said" autoComplete="off" {...form.text('note')} />
    </DialogForm>
  )
}
