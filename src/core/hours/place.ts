import { type Day, dayAt } from '../day.ts'
import type { Formats } from '../formats.ts'
import { fail, ok, type Result } from '../result.ts'
import { stretchOf } from './adherence.ts'
import { forgottenFrom, type HoursEvent, type LogEntry, tradingDayOf } from './log.ts'
import type { Plan } from './schedule.ts'

/** Where a new entry belongs. */
export interface Placed {
  readonly day: Day
  /** The entry that tells of the same opening or closing: the new one is its correction, and says why. */
  readonly corrects?: LogEntry
}

type NewEntry = Pick<LogEntry, 'event' | 'atMs'>

/** The entry before: of the same opening or closing, another opening, or a closing or nothing. */
type Before = 'same' | 'open' | 'closed'
/** The entry after: of the same opening or closing, the closing of hours that run already, or anything else. */
type After = 'same' | 'theirs' | 'other'
type Outcome = 'new' | 'corrects before' | 'corrects after' | 'already-open' | 'already-closed' | 'not-open'

const correctsBefore = {
  same: 'corrects before',
  theirs: 'corrects before',
  other: 'corrects before',
} as const

/** What an entry is, by what was logged before and after it. */
const outcomes: Readonly<Record<HoursEvent, Readonly<Record<Before, Readonly<Record<After, Outcome>>>>>> = {
  open: {
    same: correctsBefore,
    open: { same: 'corrects after', theirs: 'already-open', other: 'new' },
    closed: { same: 'corrects after', theirs: 'new', other: 'new' },
  },
  close: {
    same: correctsBefore,
    open: { same: 'corrects after', theirs: 'already-closed', other: 'new' },
    closed: { same: 'corrects after', theirs: 'not-open', other: 'not-open' },
  },
}

/**
 * Where a new entry belongs, or why it cannot be logged. `before` is the last entry at or before it, `after` the first one
 * later. An opening that was never closed stands in the way neither of the day's later hours nor of the next trading day.
 */
export function placeEntry(
  plan: Plan,
  entry: NewEntry,
  before: LogEntry | undefined,
  after: LogEntry | undefined,
  formats: Formats,
): Result<Placed> {
  const day = dayOf(plan, entry, before, after)
  switch (
    outcomes[entry.event][sideBefore(plan, day, entry, before)][sideAfter(plan, day, entry, before, after)]
  ) {
    case 'new':
      return tooLate(plan, day, entry, before, formats) ?? ok({ day })
    case 'corrects before':
      return ok({ day, corrects: before! })
    case 'corrects after':
      return ok({ day, corrects: after! })
    case 'already-open':
      return alreadyThere(plan, formats, before!)
    case 'already-closed':
      return alreadyThere(plan, formats, after!)
    case 'not-open':
      return before ? alreadyThere(plan, formats, before) : neverOpened
  }
}

/** The trading day of an entry: a closing is of the day of its opening, or of the closing that it corrects. */
export function dayOf(
  plan: Plan,
  { event, atMs }: NewEntry,
  before: LogEntry | undefined,
  after?: LogEntry,
): Day {
  if (event === 'open') return tradingDayOf(plan, atMs)
  if (before && (before.event === 'open' || atMs < forgottenFrom(plan, before.tradingDay)))
    return before.tradingDay
  return after?.tradingDay ?? dayAt(atMs, plan.zone)
}

/** Why an entry is refused where another one tells the same, or the contrary. */
export function alreadyThere(
  { zone }: Plan,
  formats: Formats,
  { event, atMs, tradingDay }: LogEntry,
  isLater = false,
): Result<never> {
  const time = formats.timeAt(atMs, zone)
  if (event === 'open')
    return fail(
      'already-open',
      `The shop was already open then: opened at ${time} on ${formats.fullDay(tradingDay)}. Nothing was logged. Log a closing first.`,
    )
  const on = formats.fullDay(dayAt(atMs, zone))
  return isLater
    ? fail('already-closed', `A closing is already logged at ${time} on ${on}. Nothing was logged.`)
    : fail(
        'not-open',
        `The shop was already closed then: closed at ${time} on ${on}. Nothing was logged. Log the opening first.`,
      )
}

const neverOpened = fail(
  'not-open',
  'No opening is logged before this closing. Nothing was logged. Log the opening first.',
)

/** Why a closing is too late for its opening; null where it is not. */
export function tooLate(
  plan: Plan,
  day: Day,
  { event, atMs }: NewEntry,
  opening: LogEntry | undefined,
  formats: Formats,
): Result<never> | null {
  if (event === 'open' || opening?.event !== 'open' || atMs < forgottenFrom(plan, day)) return null
  return fail(
    'not-open',
    `The last opening was at ${formats.timeAt(opening.atMs, plan.zone)} on ${formats.fullDay(opening.tradingDay)}, too long ago for this closing. ` +
      'Nothing was logged. Log the later opening first, or date the closing back.',
  )
}

function sideBefore(plan: Plan, day: Day, entry: NewEntry, before: LogEntry | undefined): Before {
  if (before && isSame(plan, day, entry, before)) return 'same'
  return before?.event === 'open' ? 'open' : 'closed'
}

function sideAfter(
  plan: Plan,
  day: Day,
  entry: NewEntry,
  before: LogEntry | undefined,
  after: LogEntry | undefined,
): After {
  if (after && isSame(plan, day, entry, after)) return 'same'
  const at = stretchOf(plan.stretches(day), entry)
  // Outside the day's hours nothing begins while an opening stands.
  if (before?.event === 'open' && before.tradingDay === day && at < 0 && entry.event === 'open')
    return 'theirs'
  if (after?.event !== 'close') return 'other'
  const isOwn = after.tradingDay === day && at >= 0 && stretchOf(plan.stretches(day), after) >= at
  return isOwn ? 'other' : 'theirs'
}

/** Whether two entries tell of the same opening or closing of a trading day. */
export function isSame(plan: Plan, day: Day, entry: NewEntry, other: LogEntry): boolean {
  const stretches = plan.stretches(day)
  return (
    entry.event === other.event &&
    other.tradingDay === day &&
    stretchOf(stretches, entry) === stretchOf(stretches, other)
  )
}
