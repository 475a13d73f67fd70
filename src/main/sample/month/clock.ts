import { addDays, type Day, dayAt, startOfDay } from '../../../core/day.ts'
import { lengthOf, openWindows } from '../../../core/hours/open-time.ts'
import type { Interval, Plan } from '../../../core/hours/schedule.ts'

/** Days and moments around now at which the shop is open: nothing is promised for a Sunday. */
export interface ShopClock {
  /** A day with hours: the nth before today where `n` is negative, else the nth from today on, which is 0 if it has hours. */
  day(n: number): Day
  /** The moment on such a day at which this share of its hours is gone. */
  at(n: number, share: number): number
  /** The moment so many open hours away from now. */
  openHours(n: number): number
  /** The same share of the last day with hours that is at least so many days ago. */
  daysAgo(days: number, share: number): number
}

const hour = 3_600_000
const quarter = hour / 4

/** The clock of a shop with these hours. */
export function shopClock(plan: Plan, now: number): ShopClock {
  const today = dayAt(now, plan.zone)
  const from = (day: Day, step: 1 | -1): Day => {
    let found = day
    while (plan.intervals(found).length === 0) found = addDays(found, step)
    return found
  }
  const day = (n: number): Day => {
    let found = n < 0 ? today : from(today, 1)
    for (let i = 0; i < Math.abs(n); i++)
      found = n < 0 ? from(addDays(found, -1), -1) : from(addDays(found, 1), 1)
    return found
  }
  const on = (some: Day, share: number) => {
    const intervals = plan.intervals(some)
    return inside(intervals, share * lengthOf(intervals))
  }
  return {
    day,
    at: (n, share) => on(day(n), share),
    daysAgo: (days, share) => on(from(addDays(today, -days), -1), share),
    openHours(n) {
      const far = startOfDay(addDays(today, n < 0 ? -30 : 30), plan.zone)
      const windows = openWindows(plan, Math.min(now, far), Math.max(now, far))
      return inside(windows, n < 0 ? lengthOf(windows) + n * hour : n * hour)
    },
  }
}

/** The moment at which so much of the intervals is gone, on a quarter of an hour within them. */
function inside(intervals: readonly Interval[], goneMs: number): number {
  let gone = goneMs
  for (const { fromMs, toMs } of intervals) {
    if (gone <= toMs - fromMs) return Math.max(fromMs, Math.floor((fromMs + gone) / quarter) * quarter)
    gone -= toMs - fromMs
  }
  return intervals.at(-1)!.toMs
}
