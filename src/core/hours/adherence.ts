import { type Day, localAt, type WallTime } from '../day.ts'
import type { DueAnswer, HoursEvent, LogEntry } from './log.ts'
import { pausedMinutes } from './open-time.ts'
import type { Plan, Stretch } from './schedule.ts'
import type { SpecialDay } from './special-day.ts'

/**
 * `met`, `early`, `late`, `missed` are known and count; the others do not. `missed`: the owner said that it was not kept, or
 * it was known not to be and is only remembered otherwise.
 * `no data`: nothing was logged for it, so nothing is known until the owner is asked, nor after "not known". `to come`:
 * its time, or the tolerance after it, is not over. `reconstructed`: only remembered, so neither kept nor missed; but a
 * remembered time that is not kept counts where it takes the place of what was known.
 */
export type Verdict = 'met' | 'early' | 'late' | 'missed' | 'no data' | 'to come' | 'reconstructed'

/** A scheduled opening or closing, and what was logged for it. */
export interface Judged {
  readonly due: WallTime
  readonly dueMs: number
  readonly verdict: Verdict
  readonly entryId: number | null
  readonly at: WallTime | null
  readonly atMs: number | null
  /** Whole minutes after the scheduled time; negative is early. */
  readonly minutesLate: number | null
  /** What was given as a reason for this one; '' where nothing was. */
  readonly reason: string
  /** The PC was not on yet: told once it was. */
  readonly told: boolean
}

/**
 * One stretch of scheduled opening. `closed` is null for hours that go on for more than a week, and those that a closing for a
 * while ended.
 */
export interface JudgedBlock {
  readonly opened: Judged
  readonly closed: Judged | null
}

/**
 * `kept`: all its times are known and were met. `missed`: one is known not to have been. `reconstructed`: none missed, and
 * some only remembered. `partly known`: none missed, and of some nothing is known; `no data`: of none anything.
 * `under way`: so far kept, more to come. `closed early`: so far none missed, but closed well before its time and not
 * opened again; missed once that time is over. `closed`: nothing scheduled. `extra`: opened though nothing is scheduled.
 * `around the clock`: open all day, neither opening nor closing.
 */
export type DayState =
  | 'kept'
  | 'missed'
  | 'reconstructed'
  | 'partly known'
  | 'no data'
  | 'to come'
  | 'under way'
  | 'closed early'
  | 'closed'
  | 'extra'
  | 'around the clock'
  | 'no schedule'

export interface DayAdherence {
  readonly day: Day
  readonly state: DayState
  readonly blocks: readonly JudgedBlock[]
  /** What was given as a reason, each once, in the order of the log. */
  readonly reasons: readonly string[]
  readonly special: Pick<SpecialDay, 'label' | 'reason' | 'source'> | null
  /** Minutes of the day's hours for which the shop was closed for a pause. */
  readonly pausedMinutes: number
}

/** What a trading day is judged against: the instant it is asked, and the minutes early or late that still count. */
export interface Measure {
  readonly now: number
  readonly toleranceMinutes: number
}

/** Whether a verdict is of something that was due, and is known to have been kept or not. */
export const isDue = (verdict: Verdict): boolean =>
  verdict === 'met' || verdict === 'early' || verdict === 'late' || verdict === 'missed'

/** Whether a verdict is of a known time: what was missed has none, but from memory. */
export const isTimed = (verdict: Verdict): boolean => isDue(verdict) && verdict !== 'missed'

/** Judges one trading day by its schedule; `entries` and `answers` are that day's, in any order. */
export function judgeDay(
  plan: Plan,
  day: Day,
  entries: readonly LogEntry[],
  measure: Measure,
  answers: readonly DueAnswer[] = [],
): DayAdherence {
  const stretches = plan.stretches(day)
  const blocks = stretches.map((stretch, i): JudgedBlock => {
    const judged = (event: HoursEvent, dueMs: number) => {
      const isMissed = answers.some(
        (one) => one.event === event && one.forMs === dueMs && one.answer === 'missed',
      )
      return judge(plan.zone, dueMs, nearest(stretches, i, event, entries), isMissed, measure)
    }
    return {
      opened: judged('open', stretch.opensMs),
      closed: stretch.closesMs === null || stretch.cut ? null : judged('close', stretch.closesMs),
    }
  })
  const reasons = entries
    .toSorted((a, b) => a.atMs - b.atMs)
    .map((entry) => entry.reason)
    .filter((reason) => reason !== '')
  const special = plan.specialDay(day)
  const state = stateOf(plan, day, blocks, entries.length > 0)
  return {
    day,
    state: isSoFarKept(state) && closedEarly(blocks, entries, measure) ? 'closed early' : state,
    blocks,
    reasons: [...new Set(reasons)],
    special: special && { label: special.label, reason: special.reason, source: special.source },
    pausedMinutes: pausedMinutes(plan, day, measure.now),
  }
}

const isSoFarKept = (state: DayState): boolean => state === 'under way' || state === 'partly known'

/**
 * Which of a day's stretches an entry belongs to, -1 for none: an opening to the first one that is not yet over, a closing
 * to the last one that has begun.
 */
export function stretchOf(
  stretches: readonly Stretch[],
  { event, atMs }: Pick<LogEntry, 'event' | 'atMs'>,
): number {
  return event === 'open'
    ? stretches.findIndex(({ closesMs }) => atMs < (closesMs ?? Infinity))
    : stretches.findLastIndex(({ opensMs }) => opensMs < atMs)
}

/**
 * The entry that counts for a stretch: the nearest of those that belong to it. Memory takes the place of nothing that is known:
 * a remembered one counts only where no other does.
 */
function nearest(
  stretches: readonly Stretch[],
  i: number,
  event: HoursEvent,
  entries: readonly LogEntry[],
): LogEntry | null {
  const { opensMs, closesMs } = stretches[i]!
  const dueMs = event === 'open' ? opensMs : (closesMs ?? Infinity)
  const own = entries.filter((entry) => entry.event === event && stretchOf(stretches, entry) === i)
  const known = own.filter(({ reconstructed, knownMs }) => !reconstructed || knownMs !== undefined)
  let best: LogEntry | null = null
  for (const entry of known.length > 0 ? known : own) {
    const { atMs } = entry
    const [distance, least] = [Math.abs(atMs - dueMs), best === null ? Infinity : Math.abs(best.atMs - dueMs)]
    if (distance < least || (distance === least && atMs < best!.atMs)) best = entry
  }
  return best
}

function judge(
  zone: string,
  dueMs: number,
  entry: LogEntry | null,
  isMissed: boolean,
  { now, toleranceMinutes }: Measure,
): Judged {
  const minutesLate = entry === null ? null : Math.round((entry.atMs - dueMs) / 60_000)
  const waiting = dueMs > now || (entry === null && now - dueMs <= toleranceMinutes * 60_000)
  const verdict = (): Verdict => {
    if (waiting) return 'to come'
    if (minutesLate === null) return isMissed ? 'missed' : 'no data'
    const isKept = (late: number) => Math.abs(late) <= toleranceMinutes
    if (entry?.reconstructed) {
      const known = entry.knownMs === undefined ? null : Math.round((entry.knownMs - dueMs) / 60_000)
      if (isKept(minutesLate)) return known === null || isKept(known) ? 'reconstructed' : 'missed'
      if (known === null && !isMissed) return 'reconstructed'
    }
    if (isKept(minutesLate)) return 'met'
    return minutesLate < 0 ? 'early' : 'late'
  }
  const time = (ms: number) => localAt(ms, zone).slice(11)
  return {
    due: time(dueMs),
    dueMs,
    verdict: verdict(),
    entryId: entry && entry.id,
    at: entry && time(entry.atMs),
    atMs: entry && entry.atMs,
    minutesLate,
    reason: entry?.reason ?? '',
    told: entry?.told ?? false,
  }
}

function stateOf(plan: Plan, day: Day, blocks: readonly JudgedBlock[], hasData: boolean): DayState {
  if (plan.blocks(day) === null) return hasData ? 'extra' : 'no schedule'
  if (blocks.length === 0) {
    if (plan.intervals(day).length > 0) return 'around the clock'
    return hasData ? 'extra' : 'closed'
  }
  const verdicts = blocks.flatMap(({ opened, closed }) =>
    closed ? [opened.verdict, closed.verdict] : [opened.verdict],
  )
  const due = verdicts.filter(isDue)
  if (due.some((verdict) => verdict !== 'met')) return 'missed'
  if (verdicts.includes('no data'))
    return due.length > 0 || verdicts.includes('reconstructed') ? 'partly known' : 'no data'
  if (verdicts.includes('to come')) return due.length === 0 ? 'to come' : 'under way'
  return verdicts.includes('reconstructed') ? 'reconstructed' : 'kept'
}

/** Whether the shop is closed for hours that still run, by more than the tolerance. */
const closedEarly = (
  blocks: readonly JudgedBlock[],
  entries: readonly LogEntry[],
  { toleranceMinutes }: Measure,
): boolean =>
  blocks.some(
    ({ closed }) =>
      closed?.verdict === 'to come' &&
      closed.minutesLate !== null &&
      closed.minutesLate < -toleranceMinutes &&
      !entries.some(({ event, atMs }) => event === 'open' && atMs >= closed.atMs!),
  )
