import type { Day } from '../../day.ts'
import { dayNumber } from '../../day.ts'

/** From so many days of visits on somebody has a rhythm; before, nothing is said of one. */
export const fewestVisits = 4

/** Somebody's own rhythm. Days are counted from 1970 (`dayNumber`); a day counts once, however often they came. */
export interface Rhythm {
  /** On how many days they came. */
  readonly days: number
  readonly firstDayNo: number
  readonly lastDayNo: number
  /** The median of the days from one visit to the next; null below {@link fewestVisits}. */
  readonly everyDays: number | null
  /** From this day on their silence is unusual, should they stay away; null without a rhythm. */
  readonly quietFromDayNo: number | null
}

/** The days from each visit to the next, of days in any order. */
export function pausesIn(days: readonly Day[]): readonly number[] {
  const numbers = [...new Set(days)].map(dayNumber).toSorted((a, b) => a - b)
  return numbers.slice(1).map((day, i) => day - numbers[i]!)
}

/** The rhythm in the days somebody came; null for who never did. */
export function rhythmOf(days: readonly Day[]): Rhythm | null {
  const numbers = days.map(dayNumber)
  if (numbers.length === 0) return null
  const pauses = pausesIn(days).toSorted((a, b) => a - b)
  const lastDayNo = numbers.reduce((a, b) => Math.max(a, b))
  const everyDays = pauses.length + 1 < fewestVisits ? null : median(pauses)
  return {
    days: pauses.length + 1,
    firstDayNo: numbers.reduce((a, b) => Math.min(a, b)),
    lastDayNo,
    everyDays,
    quietFromDayNo: everyDays === null ? null : lastDayNo + longestUsual(pauses, everyDays) + 1,
  }
}

/** A silence is unusual when it is more than twice the usual pause, and longer than nine in ten of their own. */
function longestUsual(sorted: readonly number[], everyDays: number): number {
  const nineInTen = sorted[Math.ceil(0.9 * sorted.length) - 1]!
  return Math.max(Math.floor(2 * everyDays), nineInTen)
}

function median(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2
}
