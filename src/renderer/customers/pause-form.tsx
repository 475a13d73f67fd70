import { customersCalls } from '../../core/customers/calls.ts'
import { dayAt, isDay } from '../../core/day.ts'
import { DayInput } from '../ui/day-input.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useNow } from '../ui/use-now.ts'

interface PauseFormProps {
  readonly customerId: number
  readonly onDone: () => void
}

/** Until when somebody wants to hear nothing. */
export function PauseForm({ customerId, onDone }: PauseFormProps) {
  const { zone } = useShop()
  const today = dayAt(useNow(), zone)
  const kept = useKept(`pause:${customerId}`, { until: '' })
  const { until } = kept.value
  const isAhead = isDay(until) && until > today
  const form = useCallForm(customersCalls, 'customers.pause', {
    kept,
    input: { customerId, until },
    missing: { until: !isAhead && 'Give a day that lies ahead, such as 1.3. or +30.' },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Pause">
      <DayInput
        label="No letters, mail or calls until"
        empty="The day from which on they may hear from you again."
        autoFocus
        {...form.field('until')}
      />
    </DialogForm>
  )
}
