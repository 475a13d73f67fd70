import { isDay, isoWeekday, localAt, startOfDay, type Day, type WallTime } from '../day.ts'
import { monthOf, weekdayOf } from './date-names.ts'
import type { OpenCell } from './questions.ts'

/** How 3/4/2026 is meant: 3 April or March 4. */
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A date as a file writes it, with its time where it has one. */
export interface FileDate {
  readonly day: Day
  readonly time: WallTime | null
  /** It is written with a weekday that it is not. */
  readonly otherWeekday?: true
  /** Where it is written as an instant: that, in UTC, which is the same in every zone. */
  readonly utc?: string
}

/** How the dates of a file are read: with which order, and in which zone an instant is a local time. */
export interface DateReading {
  readonly order: DateOrder
  readonly zone: string
}

const clock =
  /(?:,?([T ])\s*(\d{1,2}):(\d{2})(:\d{2}(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/
    .source
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}`)
const numbers = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}`)
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})\.?(?:[- ]|(?<=\.))(?:de )?(\p{L}{3,12})\.?,?[- ](?:de )?(\d{4}|\d{2})${clock}`,
  'u',
)
const monthNameDay = new RegExp(String.raw`^(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})${clock}`, 'u')
const weekdayBefore = /^(\p{L}{2,14})\.?,? (?:den )?(?=.*\d)/u
const weekdayAfter = /^(.*?\d.*?)[ ,]+\(?(\p{L}{2,14})\.?\)?( \d.*)?$/u

/** A date without the weekday written before or after it, which is null where there is none. */
function partedWeekday(text: string): { readonly date: string; readonly weekday: number | null } {
  const after = weekdayAfter.exec(text)
  const last = after && weekdayOf(after[2]!)
  if (last !== null) return { date: `${after![1]!}${after![3] ?? ''}`, weekday: last }
  const before = weekdayBefore.exec(text)
  const weekday = before && weekdayOf(before[1]!)
  return weekday === null ? { date: text, weekday } : { date: text.slice(before![0].length), weekday }
}

/** With its time as digits alone: `um 14 Uhr`, `14h30`, `at 3pm`. */
const plainTime = (text: string): string =>
  text
    .replace(
      / (\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/iu,
      (_, hour, minute, half) => ` ${hour}:${minute ?? '00'} ${half}m`,
    )
    .replace(
      / (\d{1,2})(?:[:.](\d{2}))? ?(?:uhr|uur|hrs)$/iu,
      (_, hour, minute) => ` ${hour}:${minute ?? '00'}`,
    )
    .replace(/ (\d{1,2}) ?h ?(\d{2})?$/iu, (_, hour, minute) => ` ${hour}:${minute ?? '00'}`)
    .replace(/ (?:um|at|à|alle|om|kl\.?) (?=\d{1,2}:\d{2}(?: [ap]m)?$)/iu, ' ')

/**
 * Whether the year of a date may stand first or last: 26-12-04 is more likely of 2026 than of a time before Wellkept, and
 * nobody can tell.
 */
export const isYearUnclear = (text: string): boolean => isYearOpen(partedWeekday(plainTime(text.trim())).date)

function isYearOpen(date: string): boolean {
  const m = numbers.exec(date)
  return m !== null && m[2] !== '.' && m[4]!.length === 2 && Number(m[1]) > 12 && Number(m[4]) <= 12
}

/**
 * Which of both orders a date in numbers can be read in; null for one that is written in no such way. A weekday decides, unless
 * it fits neither.
 */
function ordersOf(date: string, weekday: number | null): readonly DateOrder[] | null {
  const m = numbers.exec(date)
  if (!m || m[2] === '.') return null
  const [a, b, year] = [m[1]!, m[3]!, m[4]!]
  if (Number(a) === Number(b)) return null
  const orders = dateOrders.filter((order) => Number(order === 'day-first' ? b : a) <= 12)
  if (weekday === null) return orders
  const fitting = orders.filter((order) => {
    const day = order === 'day-first' ? dayOf(year, b, a) : dayOf(year, a, b)
    return isDay(day) && isoWeekday(day) === weekday
  })
  return fitting.length > 0 ? fitting : orders
}

/** The dates of one column together: their order where one is written, and where it stays open, the first open date. */
export interface ColumnDates {
  readonly order: DateOrder | null
  readonly open: OpenCell | null
  /** Some can be read with the day first only, others with the month first only. */
  readonly contradicts: boolean
}

/** Decides a column's order from all of its dates. Open where nothing speaks, or the column contradicts itself. */
export function columnDates(cells: Iterable<OpenCell>): ColumnDates {
  const seen = new Set<DateOrder>()
  let open: OpenCell | null = null
  for (const cell of cells) {
    const { date, weekday } = partedWeekday(plainTime(cell.text))
    const orders = ordersOf(date, weekday)
    if (orders?.length === 2) open ??= cell
    else if (orders?.[0]) seen.add(orders[0])
  }
  const [order] = seen
  return seen.size === 1
    ? { order: order!, open: null, contradicts: false }
    : { order: null, open, contradicts: seen.size === 2 }
}

/** The order that all columns of a file agree on which show one: one program wrote them. */
export function orderOfFile(columns: readonly ColumnDates[]): DateOrder | null {
  if (columns.some(({ contradicts }) => contradicts)) return null
  const [order, other] = new Set(columns.flatMap(({ order: shown }) => shown ?? []))
  return order && !other ? order : null
}

/**
 * Reads `2026-11-03`, `3.11.2026`, `3/11/26`, `3 Nov 2026`, `3. März 2026`, `Tue, 3 Nov 2026`, each also with a time; one
 * behind a T or with seconds can say how far it is from UTC. Null when it is no real date, or {@link isYearUnclear}. With points the day is always first; what
 * can be read in one order only is read so, and a weekday that fits one order decides. Midnight is what programs write when they
 * know no time. Years of two digits are 1970-2069.
 */
export function parseFileDate(text: string, reading: DateReading): FileDate | null {
  const plain = plainTime(text)
  const { date, weekday } = partedWeekday(plain)
  if (isYearOpen(date)) return null
  // A word before the date may be its month: "Mar 3, 2026".
  return readDate(plain, null, reading) ?? (weekday === null ? null : readDate(date, weekday, reading))
}

function readDate(text: string, weekday: number | null, { order, zone }: DateReading): FileDate | null {
  const read = (year: string, month: string, date: string, rest: readonly (string | undefined)[]) => {
    const day = dayOf(year, month, date)
    const found = isDay(day) ? atTime(day, rest, zone) : null
    return found && weekday !== null && isoWeekday(day) !== weekday
      ? { ...found, otherWeekday: true as const }
      : found
  }
  const year = yearFirst.exec(text)
  if (year) return read(year[1]!, year[3]!, year[4]!, year.slice(5))
  const number = numbers.exec(text)
  if (number) {
    const [, a, mark, b, y] = number as unknown as [string, string, string, string, string]
    const orders = ordersOf(text, weekday)
    const dayFirst = mark === '.' || (orders?.length === 1 ? orders[0] : order) === 'day-first'
    return read(y, dayFirst ? b : a, dayFirst ? a : b, number.slice(5))
  }
  const dayName = dayMonthName.exec(text)
  if (dayName) return read(dayName[3]!, monthNumber(dayName[2]!), dayName[1]!, dayName.slice(4))
  const nameDay = monthNameDay.exec(text)
  if (nameDay) return read(nameDay[3]!, monthNumber(nameDay[1]!), nameDay[2]!, nameDay.slice(4))
  return null
}

const monthNumber = (name: string): string => String(monthOf(name) ?? 0)

/** A day by its parts as they are written, which may be none. */
function dayOf(year: string, month: string, date: string): Day {
  const fullYear = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
  return `${fullYear}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

function atTime(
  day: Day,
  [before, hour, minute, seconds, half, offset]: readonly (string | undefined)[],
  zone: string,
): FileDate | null {
  if (hour === undefined || minute === undefined) return { day, time: null }
  const h = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  if (h > 23 || Number(minute) > 59) return null
  if (h === 0 && minute === '00') return { day, time: null }
  const time = `${String(h).padStart(2, '0')}:${minute}`
  if (offset === undefined) return { day, time }
  const isSigned = /^[+-]/.test(offset)
  // “10:00-12:00” is two times; which of them was promised, nobody can tell.
  if (isSigned && before !== 'T' && seconds === undefined) return null
  const away = isSigned ? offsetMinutes(offset) : 0
  if (away === null) return null
  const atMs = Date.parse(`${day}T${time}:00Z`) - away * 60_000
  const local = localAt(atMs, zone)
  // The shop's own midnight, which a day without a time becomes in UTC, is no time either.
  const isMidnight = /^:?0*(?:[.,]0*)?$/.test(seconds ?? '') && startOfDay(local.slice(0, 10), zone) === atMs
  const utc = `${new Date(atMs).toISOString().slice(0, 16)}Z`
  return { day: local.slice(0, 10), time: isMidnight ? null : local.slice(11), utc }
}

/** `+02:00`, `-0330`, `+01` in minutes; null where no place on earth is so far from UTC. */
function offsetMinutes(offset: string): number | null {
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', ''))]
  const away = (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes)
  return minutes < 60 && away >= -12 * 60 && away <= 14 * 60 ? away : null
}
