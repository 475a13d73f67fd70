import { dayAt, isDay } from '../../core/day.ts'
import { ClosedDay } from '../ui/closed-day.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useNow } from '../ui/use-now.ts'

/** What is wrong with the day by which something is to be done: today is good, what lies behind is not. */
export function useDueMissing(due: string): string | false {
  const { zone } = useShop()
  const today = dayAt(useNow(), zone)
  return !(isDay(due) && due >= today) && 'Give today or a day that lies ahead, such as fri, 17.12 or +3.'
}

interface DueFieldProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (due: string) => void
  readonly autoFocus?: boolean
}

/** The day by which something is to be done; one on which the shop is closed says so. */
export function DueField(field: DueFieldProps) {
  const isGood = useDueMissing(field.value) === false
  return (
    <>
      <DayInput label="By" empty="The day by which it is to be done." {...field} />
      <ClosedDay
        when={isGood ? { local: `${field.value}T23:59`, dayOnly: true } : null}
        onTake={field.onChange}
      />
    </>
  )
}
