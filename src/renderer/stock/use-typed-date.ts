import { addDays, daysBetween, type Day } from '../../core/day.ts'
import { justPastDays, parseDateEntry } from '../../core/stock/date-entry.ts'
import { slashOrder } from '../../core/slash-order.ts'
import { otherReadings } from '../../core/stock/date-readings.ts'
import { useShop } from '../ui/shop-context.ts'
import { useTypedMoment } from '../ui/typed-moment.ts'
import { useFormats } from '../ui/use-formats.ts'

/**
 * What a date field holds, as the shop's country writes dates and as of when it was typed (`typedAtMs`, undefined where it was
 * not). A day without its year is past when it was in the last `pastDays`.
 */
export function useTypedDate(
  text: string,
  typedAtMs: number | undefined,
  today: Day,
  pastDays = justPastDays,
) {
  const formats = useFormats()
  const order = slashOrder(useShop().country)
  const typed = useTypedMoment(typedAtMs)
  const asOf = addDays(today, daysBetween(typed.today, typed.day))
  const entry = parseDateEntry(text, asOf, order, pastDays, formats)
  return {
    order,
    entry,
    others: otherReadings(text, asOf, order),
    said: typed.said(entry, parseDateEntry(text, today, order, pastDays, formats)),
  }
}

/** What was shown is what is kept: a typed date as it is sent. */
export const sentDate = (entry: ReturnType<typeof parseDateEntry>): string =>
  'day' in entry ? entry.day : 'never' in entry ? 'x' : ''

export type TypedDate = ReturnType<typeof useTypedDate>
