import { customersCalls } from '../../core/customers/calls.ts'
import { dayAt, isDay } from '../../core/day.ts'
import { ClosedDay } from '../ui/closed-day.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useNow } from '../ui/use-now.ts'

interface LaterFormProps {
  readonly customerId: number
  readonly onDone: () => void
}

/** On which day somebody is to be contacted instead. */
export function LaterForm({ customerId, onDone }: LaterFormProps) {
  const { zone } = useShop()
  const today = dayAt(useNow(), zone)
  const kept = useKept(`later:${customerId}`, { until: '' })
  const { until } = kept.value
  const isAhead = isDay(until) && until > today
  const form = useCallForm(customersCalls, 'customers.snooze', {
    kept,
    input: { customerId, until },
    missing: { until: !isAhead && 'Give a day that lies ahead, such as fri, 17.12 or +3.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Put off">
      <DayInput
        label="Contact them on"
        empty="The day on which they come up again."
        autoFocus
        {...form.field('until')}
      />
      <ClosedDay
        when={isAhead ? { local: `${until}T23:59`, dayOnly: true } : null}
        onTake={(day) => form.set({ until: day })}
      />
    </DialogForm>
  )
}
