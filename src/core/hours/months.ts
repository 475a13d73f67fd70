import { addDays, type Day, daysBetween } from '../day.ts'
import { type DayAdherence, isDue } from './adherence.ts'

/** How many of a month's openings and closings that are known were on time. */
export interface MonthShare {
  /** `YYYY-MM` */
  readonly month: string
  readonly met: number
  readonly due: number
}

/** The first and the last day of which something is logged. */
export interface LoggedSpan {
  readonly first: Day
  readonly last: Day
}

/** The last twelve months, this one last; `logged` is null before the first entry. */
export interface LastMonths {
  readonly logged: LoggedSpan | null
  readonly months: readonly MonthShare[]
}

/** Months that are looked back on, this one included. */
const monthsBack = 12

/** The first day of the twelve months of which a day lies in the last. */
export function firstOfMonths(today: Day): Day {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - monthsBack
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** The months of these days, in their order. */
export function monthShares(days: readonly DayAdherence[]): readonly MonthShare[] {
  const months = new Map<string, { met: number; due: number }>()
  for (const { day, blocks } of days) {
    const own = months.get(day.slice(0, 7)) ?? { met: 0, due: 0 }
    months.set(day.slice(0, 7), own)
    for (const { opened, closed } of blocks)
      for (const judged of [opened, closed]) {
        if (!judged || !isDue(judged.verdict)) continue
        own.due++
        if (judged.verdict === 'met') own.met++
      }
  }
  return [...months].map(([month, { met, due }]) => ({ month, met, due }))
}

/** Days that have to lie behind the first entry before a chart says anything. */
const chartDays = 14

/** The first day on which charts stand. */
export const chartsFrom = ({ first }: LoggedSpan): Day => addDays(first, chartDays)

/** Whether what is logged covers two weeks: fewer bars and squares would be read as a finding. */
export const isEnoughForCharts = (logged: LoggedSpan | null): boolean =>
  logged !== null && daysBetween(logged.first, logged.last) >= chartDays

/** As much as three openings and their closings: of fewer no share is spoken of. */
export const enoughToCompare = 6

/** The months of which enough is known to be compared. */
export const comparable = (months: readonly MonthShare[]): readonly MonthShare[] =>
  months.filter(({ due }) => due >= enoughToCompare)

/** Whether so many months can be compared that a line through them says something. */
export const isEnoughForLine = (months: readonly MonthShare[]): boolean => comparable(months).length >= 3
