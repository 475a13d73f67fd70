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

interface TouchFormProps {
  /** With whom, where that is known; what is half typed about them is about nobody else. */
  readonly to?: Required<Who>
  readonly onDone: () => void
}

/** One contact with a customer, from anywhere: who, how, and if need be a word. Enter saves. */
export function TouchForm({ to, onDone }: TouchFormProps) {
  const start = to ? { ...nothing, who: to, kind: 'note' as LoggedKind } : nothing
  const kept = useKept(to ? `touch:${to.customerId}` : 'touch', start)
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
      {!to && <WhoInput {...form.field('who')} />}
      <SegmentedControl<LoggedKind> aria-label="How" data={kinds} fullWidth {...form.pick('kind')} />
      <TextInput
        label="Note"
        placeholder="What was said"
        autoComplete="off"
        data-autofocus={to !== undefined || undefined}
        {...form.text('note')}
      />
    </DialogForm>
  )
}
