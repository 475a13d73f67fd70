import { isDay, type Day, type WallTime } from '../day.ts'

/** How 3/4/2026 is meant: 3 April or March 4. */
export type DateOrder = 'day-first' | 'month-first'

/** A date as a file writes it, with its time where it has one. */
export interface FileDate {
  readonly day: Day
  readonly time: WallTime | null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const clock = /(?:[T ]\s*(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?)?$/.source
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}`)
const numbers = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}`)
const dayMonthName = new RegExp(String.raw`^(\d{1,2})\.?[- ]([A-Za-z]{3,9})\.?,?[- ](\d{4}|\d{2})${clock}`)
const monthNameDay = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${clock}`)

/**
 * How a file's dates are to be read, from all of them together; null when none can be read in one way only, or when
 * none needs it. `undecided` is the first date that has two readings while no other date decides.
 */
export function guessDateOrder(texts: Iterable<string>): {
  readonly order: DateOrder | null
  readonly undecided: string | null
} {
  let [dayFirst, monthFirst] = [0, 0]
  let twoWays: string | null = null
  for (const text of texts) {
    const m = numbers.exec(text)
    if (!m || m[2] === '.') continue
    const [a, b] = [Number(m[1]), Number(m[3])]
    if (a > 12 && b <= 12) dayFirst++
    else if (b > 12 && a <= 12) monthFirst++
    else if (a !== b) twoWays ??= text
  }
  if (dayFirst === 0 && monthFirst === 0) return { order: null, undecided: twoWays }
  return { order: dayFirst >= monthFirst ? 'day-first' : 'month-first', undecided: null }
}

/**
 * Reads `2026-11-03`, `3.11.2026`, `3/11/26`, `3 Nov 2026`, each also with a time; null when it is no real date.
 * With points the day is always first. Midnight is what programs write when they know no time. Years of two digits are
 * 1970-2069.
 */
export function parseFileDate(text: string, order: DateOrder): FileDate | null {
  const year = yearFirst.exec(text)
  if (year) return dateOf(year[1]!, year[3]!, year[4]!, year.slice(5))
  const number = numbers.exec(text)
  if (number) {
    const [, a, mark, b, y] = number as unknown as [string, string, string, string, string]
    const dayFirst = mark === '.' || order === 'day-first'
    return dateOf(y, dayFirst ? b : a, dayFirst ? a : b, number.slice(5))
  }
  const dayName = dayMonthName.exec(text)
  if (dayName) return dateOf(dayName[3]!, monthNumber(dayName[2]!), dayName[1]!, dayName.slice(4))
  const nameDay = monthNameDay.exec(text)
  if (nameDay) return dateOf(nameDay[3]!, monthNumber(nameDay[1]!), nameDay[2]!, nameDay.slice(4))
  return null
}

const monthNumber = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function dateOf(
  year: string,
  month: string,
  date: string,
  [hour, minute, half]: readonly (string | undefined)[],
): FileDate | null {
  const fullYear = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
  const day = `${fullYear}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return null
  if (hour === undefined || minute === undefined) return { day, time: null }
  const h = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  if (h > 23 || Number(minute) > 59) return null
  return { day, time: h === 0 && minute === '00' ? null : `${String(h).padStart(2, '0')}:${minute}` }
}
