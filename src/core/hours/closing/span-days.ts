import { addDays, type Day, dayIn, isoWeekday } from '../../day.ts'
import type { Written } from './written-day.ts'

/** The first and the last day of a closing. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

/** A date with its month. */
export type Dated = Written & Required<Pick<Written, 'month' | 'date'>>

/** Whether a day says its month. */
export const isDated = (day: Written): day is Dated => day.month !== undefined

/** Days after which one that looks begun is rather meant a year ahead. */
export const longestBegun = 183

/**
 * The next such days from today on, or those that have begun and are not over; null where there are none, or where a weekday
 * contradicts its date.
 */
export function daysOf(first: Written, last: Written, today: Day): Days | null {
  const days = isDated(first) ? datedFrom(first, last, today) : soonFrom(first, last, today)
  return days && isOn(first, days.from) && isOn(last, days.to) ? days : null
}

const isOn = ({ weekday }: Written, day: Day): boolean => weekday === undefined || isoWeekday(day) === weekday

function datedFrom(first: Dated, last: Written, today: Day): Days | null {
  const begin = Number(today.slice(0, 4)) - 1
  // 29 February is at most eight years away.
  for (let year = begin; year <= begin + 9; year++) {
    const from = dayIn(yearsOf(first, last) ?? year, first.month, first.date)
    const to = from && endAfter(last, from)
    if (first.year !== undefined || last.year !== undefined) return from && to ? { from, to } : null
    if (from && to && to >= today && (from >= today || to <= addDays(from, longestBegun))) return { from, to }
  }
  return null
}

/** Of a weekday or the number of a day: what ends first from today on, begun as late as it may be. */
function soonFrom(first: Written, last: Written, today: Day): Days | null {
  let best: Days | null = null
  for (const from of startsOf(first, today)) {
    const to = endAfter(last, from)
    if (!to || to < today) continue
    if (best && to > best.to) return best
    best = { from, to }
  }
  return best
}

function startsOf({ weekday, date = 1 }: Written, today: Day): readonly Day[] {
  if (weekday !== undefined) {
    const next = onOrAfter(weekday, today)
    return [addDays(next, -7), next]
  }
  return monthsFrom(today, -1, 3).flatMap(([year, month]) => dayIn(year, month, date) ?? [])
}

const onOrAfter = (weekday: number, day: Day): Day => addDays(day, (weekday - isoWeekday(day) + 7) % 7)

const monthsFrom = (day: Day, begin: number, count: number): readonly [year: number, month: number][] =>
  Array.from({ length: count }, (_, n) => {
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + begin + n
    return [Math.floor(month / 12), (month % 12) + 1]
  })

/** The year that the first day is given in, or that the last one gives it. */
function yearsOf(first: Dated, last: Written): number | undefined {
  if (first.year !== undefined || last.year === undefined) return first.year
  if (!isDated(last)) return undefined
  const isLater = first.month > last.month || (first.month === last.month && first.date > last.date)
  return isLater ? last.year - 1 : last.year
}

function endAfter(last: Written, from: Day): Day | null {
  if (last.date === undefined) return onOrAfter(last.weekday ?? isoWeekday(from), from)
  const { year, month, date } = last
  const begin = Number(from.slice(0, 4))
  const tried =
    month === undefined
      ? monthsFrom(from, 0, 2)
      : Array.from({ length: 9 }, (_, n) => [year ?? begin + n, month] as const)
  return tried.map(([on, of]) => dayIn(on, of, date)).find((day) => day !== null && day >= from) ?? null
}
