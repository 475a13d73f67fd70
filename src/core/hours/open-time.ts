import { addDays, type Day, dayAt, daysFrom } from '../day.ts'
import type { Pause } from './pause.ts'
import { type Interval, joinedWhereTheyTouch, type Plan } from './schedule.ts'

/** Whether the shop is open at an instant; `until` when it closes next, `next` when it opens next (ISO instants). */
export interface OpenAt {
  readonly open: boolean
  /** Missing while closed, and where the hours go on for more than a week. */
  readonly until?: string
  /** Missing while open, and where no opening is found. */
  readonly next?: string
}

const dayMs = 86_400_000
/** Days ahead in which an opening is looked for, from now and from each version still to come. */
const daysAhead = 370

/** The scheduled hours between two instants less the pauses, joined where they touch, in order. */
export function openWindows(plan: Plan, fromMs: number, toMs: number): readonly Interval[] {
  if (fromMs >= toMs) return []
  const days = daysFrom(addDays(dayAt(fromMs, plan.zone), -2), dayAt(toMs, plan.zone))
  return withoutPauses(plan, joinedWhereTheyTouch(days.flatMap((day) => plan.intervals(day))))
    .map((one) => ({ fromMs: Math.max(one.fromMs, fromMs), toMs: Math.min(one.toMs, toMs) }))
    .filter((one) => one.fromMs < one.toMs)
}

/** Whole minutes for which the shop is scheduled to be open between two instants, pauses taken off. */
export const openMinutesBetween = (plan: Plan, fromMs: number, toMs: number): number =>
  Math.floor(lengthOf(openWindows(plan, fromMs, toMs)) / 60_000)

/** How long intervals are together, from `sinceMs` on, in ms; one that ends before it begins counts as none. */
export const lengthOf = (intervals: readonly Interval[], sinceMs = -Infinity): number =>
  intervals.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, toMs - Math.max(fromMs, sinceMs)), 0)

/** The shop at an instant by its schedule, pauses counted as closed. */
export function openAt(plan: Plan, ms: number): OpenAt {
  const horizon = ms + 7 * dayMs
  const now = openWindows(plan, ms, horizon + dayMs).find((one) => one.fromMs === ms)
  if (now) return now.toMs > horizon ? { open: true } : { open: true, until: iso(now.toMs) }
  const next = nextOpen(plan, ms)
  return next === null ? { open: false } : { open: false, next: iso(next) }
}

/** Days from one on, in which an opening may be found: about a year, and as long from each later version on. */
export function* daysToSearch(plan: Plan, from: Day): Generator<Day> {
  const starts = [from, ...plan.schedules.map(({ validFrom }) => validFrom).filter((day) => day > from)]
  let searched = addDays(from, -1)
  for (const start of starts.toSorted()) {
    for (let day = start; day < addDays(start, daysAhead); day = addDays(day, 1)) {
      if (day <= searched) continue
      yield day
      searched = day
    }
  }
}

/** Minutes of a trading day's hours that pauses took, up to `now`. */
export function pausedMinutes(plan: Plan, day: Day, now: number): number {
  if (plan.pauses.length === 0) return 0
  const until = plan.intervals(day).map((one) => ({ ...one, toMs: Math.min(one.toMs, now) }))
  return Math.round((lengthOf(until) - lengthOf(withoutPauses(plan, until))) / 60_000)
}

function nextOpen(plan: Plan, ms: number): number | null {
  for (const day of daysToSearch(plan, addDays(dayAt(ms, plan.zone), -2)))
    for (const { fromMs, toMs } of withoutPauses(plan, plan.intervals(day)))
      if (toMs > ms) return Math.max(fromMs, ms)
  return null
}

/** The time a pause takes: until its told end, else until the end that was announced. */
const pausedInterval = ({ fromMs, untilMs, endedAtMs }: Pause): Interval => ({
  fromMs,
  toMs: Math.max(fromMs, endedAtMs ?? untilMs),
})

function withoutPauses({ pauses }: Plan, intervals: readonly Interval[]): readonly Interval[] {
  let left = intervals
  for (const pause of pauses) {
    const { fromMs, toMs } = pausedInterval(pause)
    // One that ended in the minute it began would part what is whole.
    if (fromMs === toMs || !left.some((one) => one.fromMs < toMs && fromMs < one.toMs)) continue
    left = left.flatMap((one) =>
      [
        { fromMs: one.fromMs, toMs: Math.min(one.toMs, fromMs) },
        { fromMs: Math.max(one.fromMs, toMs), toMs: one.toMs },
      ].filter((part) => part.fromMs < part.toMs),
    )
  }
  return left
}

/** `2026-11-23T06:00:00Z` */
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
