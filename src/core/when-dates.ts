import { dayIn, daysBetween, type Day } from './day.ts'
import type { SlashOrder } from './slash-order.ts'

/** `ahead`: the next moment that fits, for promises; `back`: the last one, for what has happened. */
export type Lean = 'ahead' | 'back'

/**
 * Which of the days that fit is meant. Of something that has a day already: the nearest to it; of its last day: the next
 * from its first day on, which may be past, and of weekdays among these the nearest to today while it runs.
 */
export type Nearest =
  Lean | { readonly to: Day; readonly since?: never } | { readonly since: Day; readonly to?: never }

/** What a day without its year or date is read by. */
export interface Clock {
  readonly today: Day
  readonly nearest: Nearest
  readonly order: SlashOrder | null
}

/** A day, and by how many days it may move to fit the lean (0: it says exactly this day). */
export interface Found {
  readonly day: Day
  readonly step: number
}

/** "24.12.", "24.12.2026", "24/12/26", "24-12-26", "2026/12/24"; what slashes and dashes leave open is read by the order. */
export function writtenDate(word: string, clock: Clock): Found | null {
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/.exec(word)
  if (yearFirst) return dated(yearFirst[1], Number(yearFirst[2]), Number(yearFirst[3]), clock)
  const m = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(word)
  if (!m) return null
  const [a, mark, b, year] = [Number(m[1]), m[2], Number(m[3]), m[4]]
  // 24/ and 24-12 are no dates; 24.12. is one.
  if (year === undefined && (mark === '-' || (mark === '/' && word.endsWith('/')))) return null
  const isOpen = a <= 12 && b <= 12 && a !== b
  const isShort = year?.length === 2
  if (mark === '.')
    return isOpen && isShort && clock.order === 'month-first' ? null : dated(year, b, a, clock)
  if (isOpen && clock.order === null) return null
  const isDayFirst = isOpen ? clock.order === 'day-first' : a > 12
  const it = isDayFirst ? dated(year, b, a, clock) : dated(year, a, b, clock)
  return mark === '-' && isShort && isRatherYearFirst(it, [a, b, Number(year)], clock) ? null : it
}

/** 27-01-28 with its year in front is a nearer day than with it behind. */
function isRatherYearFirst(
  it: Found | null,
  [year, month, date]: readonly [number, number, number],
  { today }: Clock,
): boolean {
  const other = dayIn(2000 + year, month, date)
  const away = (day: Day) => Math.abs(daysBetween(today, day))
  return it !== null && other !== null && away(other) < away(it.day)
}

/** A date, in the nearest year that is meant where none is given. */
export function dated(year: string | undefined, month: number, date: number, clock: Clock): Found | null {
  if (year !== undefined) return found(dayIn(yearOf(year), month, date))
  const { today, nearest } = clock
  const [about, fits] = typeof nearest === 'string' ? leaning(nearest, today) : given(nearest)
  const thisYear = Number(about.slice(0, 4))
  let best: Day | null = null
  // 29 February is at most eight years away.
  for (let n = -8; n <= 8; n++) {
    const day = dayIn(thisYear + n, month, date)
    if (day === null || !fits(day)) continue
    if (best === null || Math.abs(daysBetween(about, day)) < Math.abs(daysBetween(about, best))) best = day
  }
  return found(best)
}

/** Two digits are of this century. */
const yearOf = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0)

type Fits = (day: Day) => boolean

const leaning = (lean: Lean, today: Day): [about: Day, fits: Fits] => [
  today,
  (day) => (lean === 'ahead' ? day >= today : day <= today),
]

const given = ({ since, to }: Exclude<Nearest, Lean>): [about: Day, fits: Fits] =>
  since === undefined ? [to, () => true] : [since, (day) => day >= since]

/** Exactly this day. */
export const found = (day: Day | null): Found | null => (day === null ? null : { day, step: 0 })
