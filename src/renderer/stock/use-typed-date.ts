import type { Day } from '../../core/day.ts'
import { parseDateEntry, slashOrder } from '../../core/stock/date-entry.ts'
import { otherReadings } from '../../core/stock/date-readings.ts'
import { useShop } from '../ui/shop-context.ts'

/** What a date field holds, as the shop's country writes dates. */
export function useTypedDate(text: string, today: Day) {
  const order = slashOrder(useShop().country)
  return { order, entry: parseDateEntry(text, today, order), others: otherReadings(text, today, order) }
}

/** What was shown is what is kept: a typed date as it is sent. */
export const sentDate = (entry: ReturnType<typeof parseDateEntry>): string =>
  'day' in entry ? entry.day : 'never' in entry ? 'x' : ''
