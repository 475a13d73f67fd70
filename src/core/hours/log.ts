import { addDays, type Day, dayAt, startOfDay } from '../day.ts'
import type { Plan } from './schedule.ts'

export type HoursEvent = 'open' | 'close'

/** An opening or closing as it was logged, on its trading day. */
export interface LogEntry {
  readonly id: number
  readonly event: HoursEvent
  readonly tradingDay: Day
  readonly atMs: number
  readonly reason: string
  /** Entered when its trading day was over: only remembered. */
  readonly reconstructed: boolean
  /** Told as soon as the PC was on. */
  readonly told: boolean
  /** What was known of it before its only remembered time took that one's place. */
  readonly knownMs?: number
}

/** What the owner said about a due time without an entry: it was not kept, or nobody knows. */
export interface DueAnswer {
  readonly event: HoursEvent
  /** The scheduled time; of a closing that none was scheduled for, its opening. */
  readonly forMs: number
  readonly answer: 'missed' | 'unknown'
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
 * From when a trading day is over: its missing times are asked, and what is entered for it is only remembered. As its forgotten
 * closing; a day whose hours never end is over with its date.
 */
export function overFrom(plan: Plan, tradingDay: Day): number {
  const forgotten = forgottenFrom(plan, tradingDay)
  return forgotten === Infinity ? startOfDay(addDays(tradingDay, 1), plan.zone) : forgotten
}

/**
 * Whether an entry of a trading day that is made now is only remembered, whoever asks for it. What was told because the PC was
 * off is a reason of its own. Within hours that never end something can happen on any later date.
 */
export function isRemembered(
  plan: Plan,
  { tradingDay, atMs, told }: Pick<LogEntry, 'tradingDay' | 'atMs' | 'told'>,
  now: number,
): boolean {
  const date = dayAt(atMs, plan.zone)
  const isEndless = forgottenFrom(plan, tradingDay) === Infinity && date > tradingDay
  return !told && now >= overFrom(plan, isEndless ? date : tradingDay)
}
