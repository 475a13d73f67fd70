import { addDays, dayIn, daysBetween, isDay, isoWeekday, type Day } from './day.ts'
import type { SlashOrder } from './slash-order.ts'
import { daysAway, monthBegun, weekdayNamed } from './when-words.ts'

/** `ahead`: the next moment that fits, for promises; `back`: the last one, for what has happened. */
export type Lean = 'ahead' | 'back'

/**
 * Which of the days that fit is meant. Of something that has a day already: the nearest to it; of its last day: the next
 * from its first day on, which may be past, and of weekdays among these the nearest to today while it runs.
 */
export type Nearest =
  Lean | { readonly to: Day; readonly since?: never } | { readonly since: Day; readonly to?: never }

interface Clock {
  readonly today: Day
  readonly nearest: Nearest
  readonly order: SlashOrder | null
}

/** A day, and by how many days it may move to fit the lean (0: it says exactly this day). */
export interface Found {
  readonly day: Day
  readonly step: number
}

/** The day that words say; null where they say none. */
export function dayOf(words: readonly string[], clock: Clock): Found | null {
  if (words.length === 1) return oneWordDay(words[0]!, clock)
  const [a, b, year] = words as [string, string, string | undefined]
  if (weekdayNamed(a) && !monthBegun(a)) return onWeekday(weekdayNamed(a), words.slice(1), clock)
  if (words.length > 3 || (year !== undefined && !isYear(year))) return null
  const date = (word: string) => (/^\d{1,2}\.?$/.test(word) ? Number.parseInt(word) : 0)
  if (date(a) && monthBegun(b)) return dated(year, monthBegun(b), date(a), clock)
  if (monthBegun(a) && date(b)) return dated(year, monthBegun(a), date(b), clock)
  return weekdayNamed(a) ? onWeekday(weekdayNamed(a), words.slice(1), clock) : null
}

/** 26 behind a date is no hour. */
const isYear = (word: string): boolean => /^\d{4}$/.test(word) || (/^\d{2}$/.test(word) && Number(word) > 24)

/** "sat 5.12.": a date, and its weekday; nothing where they contradict each other. */
function onWeekday(weekday: number, date: readonly string[], clock: Clock): Found | null {
  // 17 alone is a time, +3 and another weekday are no dates.
  if (!/\d/.test(date.join(' ')) || /^[+-]/.test(date[0]!)) return null
  const on = dayOf(date, clock)
  return on && isoWeekday(on.day) === weekday ? on : null
}

function oneWordDay(word: string, clock: Clock): Found | null {
  const { today } = clock
  const days = daysAway(word)
  if (days !== undefined) return { day: addDays(today, days), step: 0 }
  if (isDay(word)) return { day: word, step: 0 }
  const away = /^([+-])(\d{1,4})(d|w)?$/.exec(word)
  if (away)
    return { day: addDays(today, Number(`${away[1]}${away[2]}`) * (away[3] === 'w' ? 7 : 1)), step: 0 }
  return weekdayOf(word, clock) ?? writtenDate(word, clock)
}

function weekdayOf(word: string, clock: Clock): Found | null {
  const weekday = weekdayNamed(word)
  return weekday === 0 ? null : onNearest(weekday, clock)
}

/** The day of the week that is meant; one that a given day decides does not move with the time. */
function onNearest(weekday: number, { today, nearest }: Clock): Found {
  const after = (day: Day) => addDays(day, (weekday - isoWeekday(day) + 7) % 7)
  if (typeof nearest !== 'string') {
    const { since } = nearest
    if (since === undefined) return { day: after(addDays(nearest.to, -3)), step: 0 }
    const runs = since <= today && daysBetween(since, today) <= 366
    const near = after(addDays(runs ? today : since, -3))
    return { day: near < since ? addDays(near, 7) : near, step: 0 }
  }
  const ahead = after(today)
  return { day: nearest === 'ahead' || ahead === today ? ahead : addDays(ahead, -7), step: 7 }
}

/** "24.12.", "24.12.2026", "24/12/26", "24-12-26", "2026/12/24"; what slashes and dashes leave open is read by the order. */
function writtenDate(word: string, clock: Clock): Found | null {
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
function dated(year: string | undefined, month: number, date: number, clock: Clock): Found | null {
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

const found = (day: Day | null): Found | null => (day === null ? null : { day, step: 0 })
