import { dayIn, daysBetween, daysInMonth, type Day } from '../day.ts'
import type { SlashOrder } from '../slash-order.ts'
import { fullYear } from './century.ts'

/** What six digits in a row can mean: a day, or the last day of the month they name. */
interface SixDigits {
  readonly day: Day
  readonly isMonth: boolean
}

/**
 * Six digits as packs print them, likeliest first: day and month as the country writes them and the year, month and full year,
 * the other way round, year first. Only what lies from two years back to ten ahead; empty for anything else.
 */
export function sixDigits(typed: string, today: Day, order: SlashOrder): readonly SixDigits[] {
  const m = /^(\d\d)(\d\d)(\d\d)$/.exec(typed)
  if (!m) return []
  const [a, b, c] = [Number(m[1]), Number(m[2]), Number(m[3])] as const
  const dayFirst = whole(fullYear(c, today), b, a)
  const monthFirst = whole(fullYear(c, today), a, b)
  const [own, other] = order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  return [own, end(b * 100 + c, a), other, whole(fullYear(a, today), b, c), end(a * 100 + b, c)].filter(
    (found) => found !== null && isNear(found.day, today),
  ) as readonly SixDigits[]
}

function whole(year: number, month: number, date: number): SixDigits | null {
  const day = dayIn(year, month, date)
  return day === null ? null : { day, isMonth: false }
}

const end = (year: number, month: number): SixDigits | null =>
  month < 1 || month > 12 || year < 1900
    ? null
    : { day: `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`, isMonth: true }

/** Whether a pack may still print a date: from two years back to ten ahead. */
export function isNear(day: Day, today: Day): boolean {
  const days = daysBetween(today, day)
  return days > -2 * 366 && days < 10 * 366
}
