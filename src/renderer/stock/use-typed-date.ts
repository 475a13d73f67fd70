import { justPastDays, isMonthOnly, parseDateEntry } from '../../core/stock/date-entry.ts'
import { slashOrder } from '../../core/slash-order.ts'
import { printedDate } from '../../core/stock/printed-date.ts'
import { otherReadings } from '../../core/stock/date-readings.ts'
import { useShop } from '../ui/shop-context.ts'
import { useTypedMoment } from '../ui/typed-moment.ts'
import { useFormats } from '../ui/use-formats.ts'

/**
 * What a date field holds, as the shop's country writes dates and as of when it was typed (`typedAtMs`, undefined where it was
 * not). A day without its year is past when it was in the last `pastDays`.
 */
export function useTypedDate(text: string, typedAtMs: number | undefined, pastDays = justPastDays) {
  const formats = useFormats()
  const order = slashOrder(useShop().country)
  const { today, day, said } = useTypedMoment(typedAtMs)
  const entry = parseDateEntry(text, day, order, pastDays, formats)
  return {
    /** Of the same clock as the day it was typed on: a list's may pass midnight before or after it. */
    today,
    order,
    entry,
    isMonth: isMonthOnly(text, day, order),
    /** The kind that a pack's word before the date says, as in `DLC 04/12`. */
    kind: printedDate(text, day, order).kind,
    others: otherReadings(text, day, order),
    said: said(entry, parseDateEntry(text, today, order, pastDays, formats)),
  }
}

/** What was shown is what is kept: a typed date as it is sent. */
export const sentDate = (entry: ReturnType<typeof parseDateEntry>): string =>
  'day' in entry ? entry.day : 'never' in entry ? 'x' : ''

export type TypedDate = ReturnType<typeof useTypedDate>
