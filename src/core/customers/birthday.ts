import type { Formats } from '../formats.ts'
import { monthOf } from '../import/date-names.ts'
import { parseFileDate, type DateOrder } from '../import/dates.ts'

/** Apple's address book and its exports keep a birthday without its year in 1604; others in 0000, 1900 or nothing but zeros. */
const noYear = new Set(['1604', '0000'])

const pad = (n: number): string => String(n).padStart(2, '0')

/**
 * A birthday: `YYYY-MM-DD`, or `--MM-DD` without its year (as in RFC 6350); '' for what says nothing, such as `0.0.00`; null where it
 * is no date. A year of two digits is the last that has begun by `lastYear`.
 */
export function birthdayOf(text: string, order: DateOrder, lastYear: number): string | null {
  const plain = text.trim()
  if (/^[^\p{L}1-9]*$/u.test(plain)) return ''
  const withoutYear = yearless(plain, order)
  if (withoutYear !== undefined) return withoutYear
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/.exec(plain)
  const written = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : plain
  const found = parseFileDate(written, { order, zone: 'UTC' })
  if (!found) return null
  const day = hasShortYear(written) ? lastCentury(found.day, lastYear) : found.day
  const year = day.slice(0, 4)
  if (noYear.has(year)) return `-${day.slice(4)}`
  return Number(year) > lastYear ? null : day
}

const hasShortYear = (text: string): boolean => /[-/. ]\d{2}$/.test(text) && !/\d{4}/.test(text)

/** Dates of files take 69 for 2069; nobody is born ahead. */
const lastCentury = (day: string, lastYear: number): string =>
  Number(day.slice(0, 4)) > lastYear ? `${Number(day.slice(0, 4)) - 100}${day.slice(4)}` : day

/** `--0203`, `--02-03`, `03-14`, `14.3.`, `3/14`, `14 March`, `March 14`; undefined for what is written otherwise, null where there is no such day. */
function yearless(text: string, order: DateOrder): string | null | undefined {
  const iso = /^--(\d{2})-?(\d{2})$/.exec(text)
  if (iso) return monthDay(Number(iso[1]), Number(iso[2]))
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\.?$/.exec(text)
  if (numbers) {
    const [a, b] = [Number(numbers[1]), Number(numbers[3])]
    // Programs that write 03-14 have the month first, as the ISO has it.
    const dayFirst = numbers[2] === '.' || a > 12 || (numbers[2] === '/' && order === 'day-first' && b <= 12)
    return dayFirst ? monthDay(b, a) : monthDay(a, b)
  }
  const named = /^(?:(\d{1,2})\.? (\p{L}{3,12})\.?|(\p{L}{3,12})\.? (\d{1,2}))$/u.exec(text)
  const month = named && monthOf((named[2] ?? named[3])!)
  return month === null ? undefined : monthDay(month, Number(named![1] ?? named![4]))
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const monthDay = (month: number, date: number): string | null =>
  date >= 1 && date <= (longest[month - 1] ?? 0) ? `--${pad(month)}-${pad(date)}` : null

/** A birthday put together from three columns; '' where month or day says nothing, null where there is no such day. */
export function birthdayFrom(year: string, month: string, date: string, lastYear: number): string | null {
  const [m, d] = [Number(month), Number(date)]
  if (!m || !d) return ''
  const y = Number(year)
  if (!y || noYear.has(String(y))) return monthDay(m, d)
  return birthdayOf(`${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`, 'day-first', lastYear)
}

/** A birthday in words: `14 March 1980`, `14 March`. */
export function birthdayWords(birthday: string, formats: Formats): string {
  if (birthday === '') return ''
  // A leap year has every day.
  return birthday.startsWith('--')
    ? formats.dateAndMonth(`2000${birthday.slice(1)}`)
    : formats.longDate(birthday)
}

/**
 * Whether two birthdays are of two people: both with their year, and not one date read day first and month first.
 */
export function areBornApart(one: string, other: string): boolean {
  const isWhole = (birthday: string) => /^\d{4}-\d\d-\d\d$/.test(birthday)
  if (!isWhole(one) || !isWhole(other)) return false
  return one !== other && `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}` !== other
}
