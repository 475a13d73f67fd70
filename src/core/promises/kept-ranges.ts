import { daysInMonth, type Day } from '../day.ts'

/** The days by which promises were due, first and last. */
export interface DueDays {
  readonly from: Day
  readonly to: Day
}

/** From the first day to the last: promises done before they were due count too. */
export const allDays: DueDays = { from: '1000-01-01', to: '9999-12-31' }

/**
 * This month, and the twelve months that end with it: whole months both, so that what counts in the one counts in the
 * other, also what was done before its day later this month.
 */
export function keptRanges(today: Day): { readonly month: DueDays; readonly year: DueDays } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const first = (y: number, m: number): Day =>
    `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`
  const to = `${today.slice(0, 8)}${daysInMonth(year, month)}`
  const from = month === 12 ? first(year, 1) : first(year - 1, month + 1)
  return { month: { from: first(year, month), to }, year: { from, to } }
}
