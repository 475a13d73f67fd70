import { addDays, daysBetween, daysInMonth, isDay, type Day, dayIn } from '../day.ts'
import { monthNames } from '../day-words.ts'
import { noFormats, type Formats } from '../formats.ts'
import type { SlashOrder } from '../slash-order.ts'
import { parseDay } from '../when.ts'
import { fullYear } from './century.ts'
import { printedDate } from './printed-date.ts'
import { isLongPast, isNear, noSixDigitDay, sixDigits, yearFirstDay } from './six-digits.ts'

/** What a typed date means; exactly one of these. */
export type DateEntry =
  | { readonly day: Day }
  | { readonly never: true }
  | { readonly empty: true }
  /** A sentence that says what is wrong and how to write it. */
  | { readonly problem: string }

/** 17 May in four digits, as the shop's country writes it. */
export const shortExample = (order: SlashOrder): string => (order === 'month-first' ? '0517' : '1705')

/** Days back within which a date without its year is past: what is found on the shelf has often just run out. */
export const justPastDays = 60

/**
 * Reads a date as it is typed in a hurry. `today` anchors what leaves the year out: such a date is past when it was in
 * the last {@link justPastDays}, else it is the coming one. Days lie in 1900-2199, at most {@link mostYearsAway} years away.
 *
 * | typed | means |
 * |---|---|
 * | nothing | no date given |
 * | `x`, `never` | never goes off |
 * | `0512` | 5 December or 12 May, by `order`, unless only the other way round is a day |
 * | `20260715`, `2026-07-15` | that day |
 * | `15072026` | that day, by `order`, where it is none with the year first |
 * | `202607e`, `07e`, `7/26e`, `07/2026`, `2026-07` | the last day of that month |
 * | `15.7.`, `15.7.26` | day, then month, unless only the other way round is a day: `7.15.` |
 * | `12.26`, `4/31` | where it is no day so: the last day of that month in a year near this one, see {@link monthOfYear} |
 * | `03/28`, `12-26` | where days come first: the same, rather than a day of a country where months do |
 * | `15/7`, `15/7/26`, `15-7-2026` | by `order`, unless only the other way round is a day |
 * | `27-03-01` | the year first, where that lies ahead and the other is more than a year back |
 * | `+90`, `+2w`, `+2m`, `+1y`, `-3` | from today: days, weeks, months (kept inside the month), years |
 * | `041226` | by `order`, or the first other way to read six digits that is near, see {@link sixDigits} |
 * | `tomorrow`, `fri`, `this Friday` | the coming such day, today included; a name that is a month's as well is the month: `mar` |
 * | `MHD 04.12.26`, `04 DEC 26`, `fin 07/27` | as printed on a pack, see {@link printedDate} |
 *
 * Two-digit years follow the century rule of the GS1 General Specifications 7.12.
 */
export function parseDateEntry(
  text: string,
  today: Day,
  order: SlashOrder = 'day-first',
  pastDays = justPastDays,
  formats = noFormats,
): DateEntry {
  const clock = { today, from: addDays(today, -pastDays) }
  const typed = printedDate(text, today, order).text
  if (typed === '') return { empty: true }
  if (typed === 'x' || typed === 'never') return { never: true }
  const entry =
    fromToday(typed, today) ??
    monthEnd(typed, clock) ??
    bareDigits(typed, clock, order, formats) ??
    yearFirst(typed) ??
    dayAndMonth(typed, clock, order, formats) ??
    spoken(typed, clock)
  if (!entry)
    return {
      problem: `“${text.trim()}” is not a date. Write ${shortExample(order)}, 15.7.26, 2026-07-15, 202607e or +90.`,
    }
  if ('day' in entry && (entry.day < '1900-01-01' || entry.day > '2199-12-31'))
    return { problem: 'Use a date between 1900 and 2199.' }
  const far = 'day' in entry ? farAway(entry.day, today, formats) : null
  return far ?? entry
}

/** Further away than this, a year has its century mistyped. */
const mostYearsAway = 80

/** A date so far away is asked about instead of taken, with the same day of the nearest century. */
function farAway(day: Day, today: Day, { longDate }: Formats): { readonly problem: string } | null {
  const thisYear = Number(today.slice(0, 4))
  const years = Number(day.slice(0, 4)) - thisYear
  if (Math.abs(years) <= mostYearsAway) return null
  const away = `${longDate(day)} is ${Math.abs(years)} years ${years < 0 ? 'ago' : 'ahead'}.`
  const nearYear = fullYear(Number(day.slice(2, 4)), today)
  const near = `${nearYear}${day.slice(4)}`
  return nearYear > thisYear - 10 && isDay(near)
    ? { problem: `${away} Is ${longDate(near)} meant? Then write ${near}.` }
    : { problem: `${away} Check the year.` }
}

/** `from` is the first day that a date without its year can be. */
interface Clock {
  readonly today: Day
  readonly from: Day
}

/** Where a day may lie so many days back, it is one that has been. */
const mostlyBack = 300

type Found = { readonly day: Day } | { readonly problem: string } | undefined

function fromToday(typed: string, today: Day): Found {
  const m = /^([+-])(\d{1,5})([dwmy]?)$/.exec(typed)
  if (!m) return undefined
  const n = (m[1] === '-' ? -1 : 1) * Number(m[2])
  if (m[3] === 'm' || m[3] === 'y')
    return limited(n * (m[3] === 'y' ? 12 : 1), (months) => addMonths(today, months))
  return limited(n * (m[3] === 'w' ? 7 : 1), (days) => addDays(today, days))
}

/** A day in words alone; where days lie as much as a year back, the last such day. */
function spoken(typed: string, { today, from }: Clock): Found {
  const nearest = daysBetween(from, today) > mostlyBack ? 'back' : 'ahead'
  const day = /\d/.test(typed) ? null : parseDay(typed, today, nearest, null)
  return day === null ? undefined : { day }
}

/** Far-off numbers would leave the calendar; the caller refuses them by the year. */
const limited = (n: number, move: (n: number) => Day): Found =>
  Math.abs(n) > 100_000 ? { problem: 'Use a date between 1900 and 2199.' } : inCalendar(move(n))

const inCalendar = (day: string): Found =>
  isDay(day) ? { day } : { problem: 'Use a date between 1900 and 2199.' }

function monthEnd(typed: string, { today, from }: Clock): Found {
  const full = /^(\d{4})[-./]?(\d{2})e$/.exec(typed) ?? /^(\d{4})[-./](\d{1,2})$/.exec(typed)
  if (full) return lastDay(Number(full[1]), Number(full[2]))
  const turned = /^(\d{1,2})[-./](\d{4})e?$/.exec(typed)
  if (turned) return lastDay(Number(turned[2]), Number(turned[1]))
  const short = /^(\d{1,2})[-./](\d{2})e$/.exec(typed)
  if (short) return lastDay(fullYear(Number(short[2]), today), Number(short[1]))
  const bare = /^(\d{1,2})e$/.exec(typed)
  if (!bare) return undefined
  const ends = yearsAround(today).map((year) => lastDay(year, Number(bare[1])))
  return ends.find((end) => !('day' in end) || end.day >= from)
}

/** `05/27`, `05.27` as packs write a month and its year, from two years back to ten ahead: its last day; null for anything else. */
export function monthOfYear(typed: string, today: Day): Day | null {
  const m = /^(\d{1,2})[-./](\d{2})$/.exec(typed)
  const end = m && lastDay(fullYear(Number(m[2]), today), Number(m[1]))
  if (!end || !('day' in end)) return null
  return isNear(end.day, today) ? end.day : null
}

/** Whether a typed date names a month without its day, and is read as the month's end. */
export function isMonthOnly(text: string, today: Day, order: SlashOrder): boolean {
  const typed = printedDate(text, today, order).text
  const six = sixDigits(typed, today, order)[0]
  if (six) return six.isMonth
  if (monthEnd(typed, { today, from: today })) return true
  const entry = parseDateEntry(text, today, order)
  return 'day' in entry && entry.day === monthOfYear(typed, today)
}

const yearsAround = (today: Day): readonly number[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1]
}

function lastDay(year: number, month: number): { readonly day: Day } | { readonly problem: string } {
  if (month < 1 || month > 12) return { problem: `There is no month ${month}.` }
  return year < 1
    ? { problem: 'Use a date between 1900 and 2199.' }
    : { day: written(year, month, daysInMonth(year, month)) }
}

function bareDigits(typed: string, clock: Clock, order: SlashOrder, formats: Formats): Found {
  if (/^\d{8}$/.test(typed)) return eightDigits(typed, order)
  const six = sixDigits(typed, clock.today, order)[0]
  const none = noSixDigitDay(typed, clock.today, order)
  if (none) {
    const problem = noSuchDay(none.month, none.date, ` ${none.year}`)
    return { problem: six ? askedInstead(problem, six.day, formats) : problem }
  }
  if (six) return { day: six.day }
  if (/^\d{6}$/.test(typed))
    return {
      problem: `“${typed}” can be read in several ways. Write 15.7.26, 20260715, or 202607e for a month’s end.`,
    }
  if (!/^\d{4}$/.test(typed)) return undefined
  const [month, date] = monthAndDate(Number(typed.slice(0, 2)), Number(typed.slice(2)), order)
  return nearestSuchDay(month, date, clock)
}

/** Year, month and day; where that is none, day and month before the year. */
function eightDigits(typed: string, order: SlashOrder): Found {
  const yearFirst = exact(Number(typed.slice(0, 4)), Number(typed.slice(4, 6)), Number(typed.slice(6)))
  if (yearFirst && 'day' in yearFirst) return yearFirst
  const [month, date] = monthAndDate(Number(typed.slice(0, 2)), Number(typed.slice(2, 4)), order)
  const yearLast = exact(Number(typed.slice(4)), month, date)
  const isYearFirst = /^(?:19|2[01])/.test(typed) || month < 1 || month > 12
  return isYearFirst && yearLast && 'problem' in yearLast ? yearFirst : yearLast
}

/** Two numbers as month and day: by `order` where that can be a day, else the other way round where that can be. */
function monthAndDate(a: number, b: number, order: SlashOrder): readonly [month: number, date: number] {
  const [own, other] =
    order === 'month-first'
      ? ([[a, b] as const, [b, a] as const] as const)
      : ([[b, a] as const, [a, b] as const] as const)
  const better = [own, other].find(isInLeapYear) ?? [own, other].find(([month]) => month >= 1 && month <= 12)
  return better ?? own
}

const isInLeapYear = ([month, date]: readonly [number, number]): boolean => dayIn(2024, month, date) !== null

function yearFirst(typed: string): Found {
  const m = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed)
  return m ? exact(Number(m[1]), Number(m[2]), Number(m[3])) : undefined
}

function dayAndMonth(typed: string, clock: Clock, order: SlashOrder, formats: Formats): Found {
  const m = /^(\d{1,2})([-./])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(typed)
  if (!m) return undefined
  const [a, b] = [Number(m[1]), Number(m[3])]
  const isPointed = m[2] === '.'
  const [month, date] = monthAndDate(a, b, isPointed ? 'day-first' : order)
  if (m[4] === undefined) {
    const day = nearestSuchDay(month, date, clock)
    const end = monthOfYear(typed, clock.today)
    if (!end || !('day' in day)) return end ? { day: end } : day
    // 12/26 is a day of December before a month's end only where months come first. No day that is over is a month ahead.
    const isTurned = order === 'day-first' && month !== b
    const isOver = !isPointed && end > clock.today && daysBetween(clock.from, clock.today) > mostlyBack
    return isTurned && !isOver && !isLongPast(end, clock.today) ? { day: end } : day
  }
  const year = m[4].length === 4 ? Number(m[4]) : fullYear(Number(m[4]), clock.today)
  const own = exact(year, month, date)
  const other = yearFirstDay(typed, clock.today)
  if (!own || other === null) return own
  if ('day' in own) return isLongPast(own.day, clock.today) && other >= clock.today ? { day: other } : own
  if (!isNear(`${year}-06-30`, clock.today)) return { day: other }
  return isPointed ? own : { problem: askedInstead(own.problem, other, formats) }
}

const askedInstead = (problem: string, day: Day, { longDate }: Formats): string =>
  `${problem} Is ${longDate(day)} meant? Then write ${day}.`

const written = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

function exact(year: number, month: number, date: number): Found {
  const day = dayIn(year, month, date)
  return day ? { day } : { problem: noSuchDay(month, date, ` ${year}`) }
}

function nearestSuchDay(
  month: number,
  date: number,
  { today, from }: Clock,
): { readonly day: Day } | { readonly problem: string } {
  const day = yearsAround(today)
    .map((year) => written(year, month, date))
    .find((d) => isDay(d) && d >= from)
  if (day) return { day }
  return month === 2 && date === 29
    ? { problem: 'The next 29 February is more than a year away. Write its year too, such as 29.2.2028.' }
    : { problem: noSuchDay(month, date, '') }
}

const noSuchDay = (month: number, date: number, year: string): string =>
  month < 1 || month > 12
    ? `There is no month ${month}.`
    : `There is no day ${date} in ${monthNames[month - 1]}${year}.`

function addMonths(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  if (year < 1 || year > 9999) return ''
  return written(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)))
}

/** A day moved by the arrow keys; months keep inside the month (31 January + 1 month = the last of February). */
export function moveDay(day: Day, unit: 'day' | 'week' | 'month', n: number): Day {
  const moved = unit === 'month' ? addMonths(day, n) : addDays(day, n * (unit === 'week' ? 7 : 1))
  return isDay(moved) ? moved : day
}
