import { addDays, type Day, dayAt, daysFrom, localAt, type WallTime } from '../day.ts'
import { type DayAdherence, judgeDay, type Measure } from './adherence.ts'
import { type AskedDay, askedDay, type DayLogs, missingOn } from './asked.ts'
import { forgottenFrom, type LogEntry, tradingDayOf } from './log.ts'
import { daysToSearch } from './open-time.ts'
import type { Pause } from './pause.ts'
import type { Plan } from './schedule.ts'

/** A pause that runs, local wall times. */
export interface RunningPause {
  readonly id: number
  readonly since: WallTime
  readonly until: WallTime
  readonly untilMs: number
  readonly note: string
  /** Minutes by which the shop is back later than it said. */
  readonly overdueMinutes?: number
}

/** An opening that was never closed, of which the owner said nothing. */
export interface ForgottenClosing {
  /** Its trading day. */
  readonly day: Day
  readonly since: WallTime
  /** The scheduled closing to offer, local `YYYY-MM-DDTHH:MM`; missing where none was due after the opening. */
  readonly offered?: string
  /** How many more there are. */
  readonly more: number
}

/** What is known of the shop at any moment. Minutes are whole; wall times are the shop's. */
interface AnyStatus {
  readonly today: DayAdherence
  readonly next?: { readonly day: Day; readonly time: WallTime }
  /** No opening hours are valid yet. */
  readonly nothingScheduled?: true
  /** Until answered by the owner, however many openings came after it. */
  readonly forgotten?: ForgottenClosing
  /** The latest day that is over and not all known: one at a time is asked. */
  readonly asked?: AskedDay
  readonly toleranceMinutes: number
}

/** The shop while it is open, by the log. */
export interface OpenStatus extends AnyStatus {
  readonly open: true
  readonly sinceMs: number
  readonly since: WallTime
  /** The entry of that opening. */
  readonly entryId: number
  /** How late this opening was, negative early; missing where it met no scheduled opening. */
  readonly lateMinutes?: number
  /** This opening was late or early beyond the tolerance, and no reason is given yet. */
  readonly unexplained?: true
  /** Closed for a while: no customer is waited for, and it is no late opening. */
  readonly pause?: RunningPause
  /** The scheduled closing of the hours that run, or were last. */
  readonly closesAt?: WallTime
  /** Minutes for which it is still open after the day's last closing. */
  readonly overtimeMinutes?: number
  /** Opened only when the day's hours were over. */
  readonly outside?: true
}

/** The shop while it is closed, by the log. */
export interface ClosedStatus extends AnyStatus {
  readonly open: false
  /** Minutes for which it should be open; Today waits for the tolerance. */
  readonly overdueMinutes?: number
  /** Closed within the hours that run: when, and how long before their end; null where they go on for more than a week. */
  readonly closedEarly?: { readonly at: WallTime; readonly minutesBefore: number | null }
}

/** The shop at this moment. */
export type HoursStatus = OpenStatus | ClosedStatus

/** What the log says, for {@link statusOf}. */
export interface LogFacts extends DayLogs {
  readonly latest: LogEntry | undefined
  /** The trading day from which on what is missing is asked; null before anything was logged. */
  readonly since: Day | null
  /** In order, from `since` on. */
  readonly entries: readonly LogEntry[]
  /** The pause begun last. */
  readonly pause: Pause | undefined
}

/** Whoever opens again when the day is over is outside of the hours from then on; no closing was due then. */
function overtimeOf(
  openedMs: number,
  lastMs: number,
  now: number,
): Pick<OpenStatus, 'overtimeMinutes' | 'outside'> {
  const minutes = Math.floor((now - Math.max(openedMs, lastMs)) / 60_000)
  return { overtimeMinutes: minutes, ...(openedMs >= lastMs && { outside: true as const }) }
}

/** The shop's state now, from its latest entry and the entries of a trading day. */
export function statusOf(plan: Plan, log: LogFacts, measure: Measure): HoursStatus {
  const { now, toleranceMinutes } = measure
  const time = (ms: number) => localAt(ms, plan.zone).slice(11)
  const opening = openingNow(plan, log.latest, now)
  const day = opening?.tradingDay ?? tradingDayOf(plan, now)
  const today = judgeDay(plan, day, log.entriesOn(day), measure, log.answersOn(day))
  const next = nextOpening(plan, now)
  const [forgotten, ...more] = forgottenOpenings(plan, log, measure, opening)
  const asked =
    log.since === null ? undefined : askedDay(plan, daysFrom(log.since, addDays(day, -1)), log, measure)
  const status = {
    today,
    toleranceMinutes,
    ...(next && { next }),
    ...(plan.blocks(day) === null && { nothingScheduled: true as const }),
    ...(forgotten && { forgotten: { ...forgottenClosing(plan, forgotten), more: more.length } }),
    ...(asked && { asked }),
  }
  if (!opening) {
    const running = plan.stretchAt(now)
    if (!running) return { open: false, ...status }
    const { opensMs, closesMs } = running
    const closedMs = log.latest?.event === 'close' && log.latest.atMs > opensMs ? log.latest.atMs : null
    return {
      open: false,
      ...status,
      overdueMinutes: Math.floor((now - (closedMs ?? opensMs)) / 60_000),
      ...(closedMs !== null && {
        closedEarly: {
          at: time(closedMs),
          minutesBefore: closesMs && Math.round((closesMs - closedMs) / 60_000),
        },
      }),
    }
  }
  const met = today.blocks.find(({ opened }) => opened.entryId === opening.id)?.opened
  const closing = today.blocks.findLast(({ opened }) => opened.dueMs <= now)?.closed
  const last = plan.lastClosing(day)
  const off = met?.verdict === 'late' || met?.verdict === 'early'
  const pause = log.pause && runningPause(plan, log.pause, opening, now)
  return {
    open: true,
    sinceMs: opening.atMs,
    since: time(opening.atMs),
    entryId: opening.id,
    ...(met && met.minutesLate !== null && { lateMinutes: met.minutesLate }),
    ...(off && opening.reason === '' && { unexplained: true as const }),
    ...(pause && { pause }),
    ...(closing && { closesAt: closing.due }),
    ...(last !== null && now > last && overtimeOf(opening.atMs, last, now)),
    ...status,
  }
}

/** The opening since which the shop is open: the latest entry, unless its closing is forgotten. */
export const openingNow = (plan: Plan, latest: LogEntry | undefined, now: number): LogEntry | undefined =>
  latest?.event === 'open' && now < forgottenFrom(plan, latest.tradingDay) ? latest : undefined

/** The last openings of days that no closing follows, and of which that closing is still to be asked; the latest first. */
const forgottenOpenings = (
  plan: Plan,
  log: LogFacts,
  measure: Measure,
  present: LogEntry | undefined,
): readonly LogEntry[] =>
  log.entries
    .filter(({ id, event, tradingDay }, i) => {
      const isLast = log.entries[i + 1]?.tradingDay !== tradingDay
      return event === 'open' && isLast && id !== present?.id
    })
    .filter(({ tradingDay, atMs }) => {
      const missing = missingOn(plan, tradingDay, log, measure)
      const ends = plan.lastClosing(tradingDay)
      return missing.some(
        ({ event, due, forMs }) => event === 'close' && forMs === (due === null ? atMs : ends),
      )
    })
    .toReversed()

/** A pause that is not over: of this opening, and its end not told. */
export function runningPause(
  plan: Plan,
  { id, fromMs, untilMs, endedAtMs, note }: Pause,
  opening: LogEntry,
  now: number,
): RunningPause | undefined {
  if (endedAtMs !== null || fromMs < opening.atMs || fromMs > now) return undefined
  const time = (ms: number) => localAt(ms, plan.zone).slice(11)
  const overdueMinutes = Math.floor((now - untilMs) / 60_000)
  const running = { id, since: time(fromMs), until: time(untilMs), untilMs, note }
  return overdueMinutes > 0 ? { ...running, overdueMinutes } : running
}

/** A forgotten closing with the time at which it was scheduled: the last one of its trading day. */
export function forgottenClosing(plan: Plan, { tradingDay, atMs }: LogEntry): Omit<ForgottenClosing, 'more'> {
  const last = plan.lastClosing(tradingDay)
  return {
    day: tradingDay,
    since: localAt(atMs, plan.zone).slice(11),
    ...(last !== null && last > atMs && last < Infinity && { offered: localAt(last, plan.zone) }),
  }
}

/** The first scheduled opening after an instant. */
function nextOpening(plan: Plan, now: number): { day: Day; time: WallTime } | null {
  for (const day of daysToSearch(plan, dayAt(now, plan.zone))) {
    const found = plan.stretches(day).find(({ opensMs }) => opensMs > now)
    if (found) return { day, time: localAt(found.opensMs, plan.zone).slice(11) }
  }
  return null
}
