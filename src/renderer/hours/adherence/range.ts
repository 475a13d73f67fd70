import { addDays, type Day, daysInMonth, isDay, isoWeek, isoWeekday, startOfDay } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'

/** The first and the last day of what is looked at. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

export const spans = ['week', 'month', 'year', 'any'] as const
export type Span = (typeof spans)[number]

/** The week, month or year a day lies in. */
export function rangeAround(span: Exclude<Span, 'any'>, day: Day): DayRange {
  if (span === 'week') {
    const monday = addDays(day, 1 - isoWeekday(day))
    return { from: monday, to: addDays(monday, 6) }
  }
  const year = day.slice(0, 4)
  if (span === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const month = day.slice(0, 7)
  return { from: `${month}-01`, to: `${month}-${daysInMonth(Number(year), Number(month.slice(5)))}` }
}

/** The one before or after; any other range moves by its own length. */
export function movedRange(span: Span, { from, to }: DayRange, by: -1 | 1): DayRange {
  const next = by === 1 ? addDays(to, 1) : addDays(from, -1)
  if (span !== 'any') return rangeAround(span, next)
  const length = (startOfDay(to, 'UTC') - startOfDay(from, 'UTC')) / 86_400_000
  return by === 1 ? { from: next, to: addDays(next, length) } : { from: addDays(next, -length), to: next }
}

/** Whether both days are typed and in order. */
export const isRange = ({ from, to }: DayRange): boolean => isDay(from) && isDay(to) && from <= to

/** The range as a heading: "Week 48, from 23 Nov 2026", "November 2026", "2026", "1 Nov 2026 to 24 Nov 2026". */
export function rangeWords(span: Span, { from, to }: DayRange, formats: Formats): string {
  if (span === 'week') return `Week ${Number(isoWeek(from).slice(6))}, from ${formats.date(from)}`
  if (span === 'month') return formats.month(from.slice(0, 7))
  if (span === 'year') return from.slice(0, 4)
  return `${formats.date(from)} to ${formats.date(to)}`
}
