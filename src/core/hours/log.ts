import { addDays, type Day, dayAt, localAt, startOfDay } from '../day.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Plan } from './schedule.ts'

export type HoursEvent = 'open' | 'close'

/** An opening or closing as it was logged, on its trading day. */
export interface LogEntry {
  readonly id: number
  readonly event: HoursEvent
  readonly tradingDay: Day
  readonly atMs: number
  readonly reason: string
  /** Told afterwards for a closing that was forgotten. */
  readonly reconstructed: boolean
}

const hourMs = 3_600_000

/** The trading day of an opening at an instant: of the hours that then run, or begin within the hour; else the date. */
export function tradingDayOf(plan: Plan, atMs: number): Day {
  const running = plan.stretchAt(atMs)
  if (running) return running.day
  const day = dayAt(atMs, plan.zone)
  const tomorrow = addDays(day, 1)
  const [next] = plan.stretches(tomorrow)
  const today = plan.intervals(day).some((i) => atMs < i.toMs)
  return next && !today && next.opensMs - atMs <= hourMs ? tomorrow : day
}

/**
 * From when an opening without a closing counts as forgotten, not as still open: four hours after its trading day's
 * hours and date are over, or one hour before the shop opens next. Infinity for a shop that never closes.
 */
export function forgottenFrom(plan: Plan, tradingDay: Day): number {
  const tomorrow = addDays(tradingDay, 1)
  const over = Math.max(startOfDay(tomorrow, plan.zone), plan.lastClosing(tradingDay) ?? 0)
  if (over === Infinity) return over
  const next = [...plan.intervals(tomorrow), ...plan.intervals(addDays(tradingDay, 2))].find(
    ({ fromMs }) => fromMs >= over,
  )
  return Math.min(over + 4 * hourMs, next ? Math.max(over, next.fromMs - hourMs) : Infinity)
}

/**
 * The trading day of a new entry, or why it cannot be logged. `before` is the last entry at or before it, `after` the
 * first one later. An opening that was never closed does not stand in the way of the next trading day.
 */
export function placeEntry(
  plan: Plan,
  entry: Pick<LogEntry, 'event' | 'atMs'>,
  before: LogEntry | undefined,
  after: LogEntry | undefined,
): Result<Day> {
  const time = (ms: number) => localAt(ms, plan.zone).slice(11)
  if (entry.event === 'open') {
    const day = tradingDayOf(plan, entry.atMs)
    if (before?.event === 'open' && (before.tradingDay === day || after?.event === 'close'))
      return fail(
        'already-open',
        `The shop was already open then: opened at ${time(before.atMs)} on ${before.tradingDay}. ` +
          'Nothing was logged. Log a closing first.',
      )
    return ok(day)
  }
  if (before?.event !== 'open')
    return fail(
      'not-open',
      before
        ? `The shop was already closed then: closed at ${time(before.atMs)} on ${dayAt(before.atMs, plan.zone)}. Nothing was logged. Log the opening first.`
        : 'No opening is logged before this closing. Nothing was logged. Log the opening first.',
    )
  if (entry.atMs >= forgottenFrom(plan, before.tradingDay))
    return fail(
      'not-open',
      `The last opening was at ${time(before.atMs)} on ${before.tradingDay}, too long ago for this closing. ` +
        `Nothing was logged. Log the later opening first, or date the closing back.`,
    )
  if (after?.event === 'close')
    return fail(
      'already-closed',
      `A closing is already logged at ${time(after.atMs)} on ${dayAt(after.atMs, plan.zone)}. Nothing was logged.`,
    )
  return ok(before.tradingDay)
}
