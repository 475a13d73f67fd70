import { addDays, type Day, dayAt, instantOf, localAt, type WallTime } from '../day.ts'
import { judgeDay, type JudgedBlock, type Measure, stretchOf } from './adherence.ts'
import { type DueAnswer, type HoursEvent, type LogEntry, overFrom } from './log.ts'
import type { Plan } from './schedule.ts'

/** A time of which nothing is known. `due` is null for a closing that none was scheduled for. */
export interface AskedTime {
  readonly event: HoursEvent
  readonly due: WallTime | null
  /** The scheduled time; of a closing that none was scheduled for, its opening. */
  readonly forMs: number
}

/** A day of which not everything is known, to be asked. */
export interface AskedDay {
  readonly day: Day
  /** All its hours, also those that are known. */
  readonly blocks: readonly JudgedBlock[]
  /** In order. */
  readonly times: readonly AskedTime[]
  /** Since when the shop was open, where the closing is asked that none was scheduled for. */
  readonly since?: WallTime
  /** How many earlier days there are, each asked in its turn. */
  readonly more: number
}

/** What the log and the owner say about days. `entriesOn` are in order. */
export interface DayLogs {
  readonly entriesOn: (day: Day) => readonly LogEntry[]
  readonly answersOn: (day: Day) => readonly DueAnswer[]
}

/** The times of a day that are past, and of which nothing is known and the owner said nothing; in order. */
export function missingOn(
  plan: Plan,
  day: Day,
  { entriesOn, answersOn }: DayLogs,
  { now, toleranceMinutes }: Measure,
): readonly AskedTime[] {
  const [entries, answers] = [entriesOn(day), answersOn(day)]
  const isAnswered = (event: HoursEvent, forMs: number) =>
    answers.some((one) => one.event === event && one.forMs === forMs)
  const stretches = plan.stretches(day)
  const isLogged = (event: HoursEvent, i: number) =>
    entries.some((entry) => entry.event === event && stretchOf(stretches, entry) === i)
  const missing = stretches.flatMap(({ opensMs, closesMs, cut }, i) =>
    (['open', 'close'] as const).flatMap((event): AskedTime[] => {
      const forMs = event === 'open' ? opensMs : cut ? null : closesMs
      const isPast = forMs !== null && now - forMs > toleranceMinutes * 60_000
      if (!isPast || isLogged(event, i) || isAnswered(event, forMs)) return []
      return [{ event, due: localAt(forMs, plan.zone).slice(11), forMs }]
    }),
  )
  const last = entries.at(-1)
  if (last?.event !== 'open' || isAnswered('close', last.atMs)) return missing
  const ends = plan.lastClosing(day)
  const isScheduled = ends !== null && ends > last.atMs && !stretches.at(-1)?.cut
  return isScheduled ? missing : [...missing, { event: 'close', due: null, forMs: last.atMs }]
}

/** Whether the owner said that the time an entry tells of was not kept. `before` is the last entry before it. */
export function isDenied(
  plan: Plan,
  day: Day,
  { event, atMs }: Pick<LogEntry, 'event' | 'atMs'>,
  before: LogEntry | undefined,
  answers: readonly DueAnswer[],
): boolean {
  const stretches = plan.stretches(day)
  const stretch = stretches[stretchOf(stretches, { event, atMs })]
  const times = event === 'open' ? [stretch?.opensMs] : [stretch?.closesMs, before?.atMs]
  return answers.some((one) => one.answer === 'missed' && one.event === event && times.includes(one.forMs))
}

/** The days that are over and not all known, with their missing times; in order as `days` are. */
export const daysAsked = (plan: Plan, days: readonly Day[], logs: DayLogs, measure: Measure) =>
  days
    .map((day) => ({ day, times: missingOn(plan, day, logs, measure) }))
    .filter(({ day, times }) => times.length > 0 && measure.now >= overFrom(plan, day))

/** The latest of some days that is over and not all known, with how many more there are; `days` are in order. */
export function askedDay(
  plan: Plan,
  days: readonly Day[],
  logs: DayLogs,
  measure: Measure,
): AskedDay | undefined {
  const asked = daysAsked(plan, days, logs, measure)
  const latest = asked.at(-1)
  if (!latest) return undefined
  const { day, times } = latest
  const unscheduled = times.find(({ due }) => due === null)
  return {
    day,
    blocks: judgeDay(plan, day, logs.entriesOn(day), measure, logs.answersOn(day)).blocks,
    times,
    ...(unscheduled && { since: localAt(unscheduled.forMs, plan.zone).slice(11) }),
    more: asked.length - 1,
  }
}

/**
 * The local moment that a time of day means for a time that is asked: the one nearest to the schedule, for a closing that
 * none was scheduled for the first one after its opening.
 */
export function toldAt({ due, forMs }: AskedTime, time: WallTime, zone: string): string {
  const day = dayAt(forMs, zone)
  const moments = [-1, 0, 1].map((n) => `${addDays(day, n)}T${time}`)
  const away = (moment: string) => instantOf(moment, zone) - forMs
  if (due === null) return moments.find((moment) => away(moment) > 0)!
  return moments.toSorted((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0]!
}
