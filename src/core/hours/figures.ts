import type { Day, WallTime } from '../day.ts'
import { type DayAdherence, isDue, isTimed, type Judged } from './adherence.ts'
import { type Weekday, weekdayOf, weekdays } from './week.ts'

/** `share` is met / due, 0-1; null where nothing that was due is known. */
export interface Share {
  readonly due: number
  readonly met: number
  readonly share: number | null
  /** How many more were due of which nothing is known: in neither of the two. */
  readonly unknown: number
  /** How many of `due` were told because the PC was not on yet. */
  readonly told: number
}

export interface WeekdayShare {
  readonly weekday: Weekday
  readonly opened: Share
  readonly closed: Share
}

/**
 * Minutes off the schedule, summed over what was due and logged, within the tolerance or not. `worst` is the opening
 * that was latest, or the closing that was earliest: what a customer would have met.
 */
export interface MinutesOff {
  readonly early: number
  readonly late: number
  readonly worst: { readonly day: Day; readonly due: WallTime; readonly minutesLate: number } | null
}

/**
 * Days kept one after the other up to now. Days without hours, not all known or with something reconstructed neither count
 * nor break it; `skipped` says how many had hours and are not counted. One day missed ends it.
 */
export interface Streak {
  readonly days: number
  /** The first of them; null where there is none. */
  readonly since: Day | null
  readonly skipped: number
}

export interface ReasonCount {
  readonly reason: string
  /** Days on which it was given. */
  readonly count: number
}

/** The figures of a range; each counts what its `days` show, and nothing else but `streak`, which goes on before them. */
export interface Adherence {
  readonly opened: Share
  readonly closed: Share
  /** Monday to Sunday, by the day on which the hours begin. */
  readonly weekdays: readonly WeekdayShare[]
  readonly minutes: { readonly opened: MinutesOff; readonly closed: MinutesOff }
  readonly streak: Streak
  /** The most frequent first. */
  readonly reasons: readonly ReasonCount[]
  readonly pausedMinutes: number
  /** Openings and closings that were only remembered; in no share. */
  readonly reconstructed: number
  /** Days that had hours and not one entry; in no share. */
  readonly noDataDays: number
  readonly days: readonly DayAdherence[]
}

/** The figures of many days. `earlier` are days before them, for the streak alone. */
export function sumUp(days: readonly DayAdherence[], earlier: readonly DayAdherence[] = []): Adherence {
  const all = [...judgedOf(days, 'opened'), ...judgedOf(days, 'closed')]
  return {
    opened: shareOf(days, 'opened'),
    closed: shareOf(days, 'closed'),
    weekdays: weekdays.map((weekday) => {
      const own = days.filter(({ day }) => weekdayOf(day) === weekday)
      return { weekday, opened: shareOf(own, 'opened'), closed: shareOf(own, 'closed') }
    }),
    minutes: { opened: minutesOff(days, 'opened', 1), closed: minutesOff(days, 'closed', -1) },
    streak: streakOf([...earlier, ...days]),
    reasons: reasonsOf(days),
    pausedMinutes: days.reduce((sum, day) => sum + day.pausedMinutes, 0),
    reconstructed: all.filter(({ judged }) => judged.verdict === 'reconstructed').length,
    noDataDays: days.filter(({ state }) => state === 'no data').length,
    days,
  }
}

/** Days kept in a row up to the last that is not still to come. */
export function streakOf(days: readonly DayAdherence[]): Streak {
  let streak: Streak = { days: 0, since: null, skipped: 0 }
  let skipped = 0
  for (const { day, state } of days.toReversed()) {
    if (state === 'missed') break
    if (state === 'no data' || state === 'partly known' || state === 'reconstructed') skipped++
    if (state === 'kept') streak = { days: streak.days + 1, since: day, skipped }
  }
  return streak
}

interface JudgedOn {
  readonly day: Day
  readonly judged: Judged
}

const judgedOf = (days: readonly DayAdherence[], side: 'opened' | 'closed'): readonly JudgedOn[] =>
  days.flatMap(({ day, blocks }) =>
    blocks.flatMap((block) => {
      const judged = block[side]
      return judged ? [{ day, judged }] : []
    }),
  )

function shareOf(days: readonly DayAdherence[], side: 'opened' | 'closed'): Share {
  const all = judgedOf(days, side).map(({ judged }) => judged)
  const known = all.filter(({ verdict }) => isDue(verdict))
  const [due, met] = [known.length, known.filter(({ verdict }) => verdict === 'met').length]
  return {
    due,
    met,
    share: due === 0 ? null : met / due,
    unknown: all.filter(({ verdict }) => verdict === 'no data').length,
    told: known.filter(({ told }) => told).length,
  }
}

function minutesOff(days: readonly DayAdherence[], side: 'opened' | 'closed', against: 1 | -1): MinutesOff {
  let [early, late] = [0, 0]
  let worst: MinutesOff['worst'] = null
  for (const { day, judged } of judgedOf(days, side)) {
    const { verdict, minutesLate, due } = judged
    if (!isTimed(verdict) || minutesLate === null) continue
    if (minutesLate < 0) early -= minutesLate
    else late += minutesLate
    if (minutesLate * against > (worst ? worst.minutesLate * against : 0)) worst = { day, due, minutesLate }
  }
  return { early, late, worst }
}

function reasonsOf(days: readonly DayAdherence[]): readonly ReasonCount[] {
  const counts = new Map<string, number>()
  for (const { reasons } of days)
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
