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
 * the other way round, year first; what is over for more than a year last, where anything lies ahead. Only what lies from two years
 * back to ten ahead; empty for anything else.
 */
export function sixDigits(typed: string, today: Day, order: SlashOrder): readonly SixDigits[] {
  const m = /^(\d\d)(\d\d)(\d\d)$/.exec(typed)
  if (!m) return []
  const [a, b, c] = [Number(m[1]), Number(m[2]), Number(m[3])] as const
  const dayFirst = whole(fullYear(c, today), b, a)
  const monthFirst = whole(fullYear(c, today), a, b)
  const [own, other] = order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const near = [own, end(b * 100 + c, a), other, whole(fullYear(a, today), b, c), end(a * 100 + b, c)].filter(
    (found) => found !== null && isNear(found.day, today),
  ) as readonly SixDigits[]
  if (near.every(({ day }) => day < today)) return near
  const isOver = ({ day }: SixDigits) => isLongPast(day, today)
  return [...near.filter((found) => !isOver(found)), ...near.filter(isOver)]
}

/** The day that six digits name as the country writes days, where the calendar has none: `310226` is no 31 February. */
export function noSixDigitDay(
  typed: string,
  today: Day,
  order: SlashOrder,
): { readonly year: number; readonly month: number; readonly date: number } | null {
  const [a, b, c] = (/^(\d\d)(\d\d)(\d\d)$/.exec(typed) ?? []).slice(1).map(Number)
  if (a === undefined || b === undefined || c === undefined) return null
  const [month, date] = order === 'month-first' ? [a, b] : [b, a]
  const year = fullYear(c, today)
  const isMeant = month >= 1 && month <= 12 && date <= 31 && date > daysInMonth(year, month)
  return isMeant && isNear(`${year}-${String(month).padStart(2, '0')}-28`, today)
    ? { year, month, date }
    : null
}

/** `27-03-01` with the year first: that day, where a pack may still print it; null for anything else. */
export function yearFirstDay(typed: string, today: Day): Day | null {
  const m = /^(\d\d)([-./])(\d{1,2})\2(\d{1,2})$/.exec(typed)
  const day = m && dayIn(fullYear(Number(m[1]), today), Number(m[3]), Number(m[4]))
  return day && isNear(day, today) ? day : null
}

/** Whether a day lies more than a year back: nobody's first thought of a pack on the shelf. */
export const isLongPast = (day: Day, today: Day): boolean => daysBetween(today, day) < -366

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
