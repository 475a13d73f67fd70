import { addDays, type Day, dayAt, daysFrom, localAt, startOfDay } from '../../core/day.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import {
  type Hours,
  type Interval,
  joinedWhereTheyTouch,
  type Plan,
  planOf,
} from '../../core/hours/schedule.ts'
import { type SpecialDay, specialOccurrences } from '../../core/hours/special-day.ts'
import { openingNow } from '../../core/hours/status.ts'
import type { Block } from '../../core/hours/week.ts'
import type { Context } from '../store/context.ts'
import { firstEntryAfter, firstLoggedDay, lastEntry, readSchedules, readSpecialDays } from './read.ts'

interface Held {
  /** What the rows are called that say how a day was. */
  readonly label: string
  /** Days that are over are corrected: they are judged by what is said of them now. */
  readonly isCorrection?: boolean
}

/**
 * Changes special days from now on, whatever the change is: days that are over stay judged by the hours they had, and so does what
 * was due today until now. Where the rules alone would say otherwise, a row of its own says what holds on that day.
 */
export async function fromNowOn<T>(
  context: Context,
  { label, isCorrection = false }: Held,
  change: () => Promise<T>,
): Promise<T> {
  const before = await hoursOf(context)
  const made = await change()
  const after = await hoursOf(context)
  if (JSON.stringify(before) === JSON.stringify(after)) return made
  if (!isCorrection) await keepPast(context, label, before, after)
  await keepToday(context, label, before, after)
  return made
}

type RulesHeld = Required<Pick<Hours, 'schedules' | 'specialDays'>>

const hoursOf = async (context: Context): Promise<RulesHeld> => ({
  schedules: await readSchedules(context),
  specialDays: await readSpecialDays(context),
})

/**
 * Says hours for the first time, of the whole day where they are today's: unless something of today was changed already, of which it
 * is kept what held until then.
 */
export async function saidOfToday<T>(context: Context, label: string, say: () => Promise<T>): Promise<T> {
  const today = dayAt(context.now, context.zone)
  const wasChanged = (await readSpecialDays(context)).some((rule) => isRestOf(rule, today))
  return wasChanged ? await fromNowOn(context, { label, isCorrection: true }, say) : await say()
}

/** Whether it says what holds on a day on which a rule was changed. */
export const isRestOf = ({ closedUntilMs, from }: SpecialDay, day: Day): boolean =>
  closedUntilMs !== undefined && from === day

async function keepPast(context: Context, label: string, before: RulesHeld, after: RulesHeld): Promise<void> {
  const today = dayAt(context.now, context.zone)
  const since = await firstLoggedDay(context)
  if (since === null || since >= today) return
  const kept = new Map(after.specialDays.map((rule) => [rule.id, JSON.stringify(rule)]))
  const changed = before.specialDays.filter((rule) => kept.get(rule.id) !== JSON.stringify(rule))
  const [was, is] = [planOf(before, context.zone), planOf(after, context.zone)]
  for (const day of daysOf(changed, since, addDays(today, -1))) {
    const hours = was.intervals(day)
    if (isAlike(hours, is.intervals(day))) continue
    const held: Interval[] = []
    for (const one of hours)
      held.push(one.cut ? { ...one, toMs: await closedByLog(context, day, one.toMs) } : one)
    await keepDay(context, { day, label, hours: held })
  }
}

/** The days from one to another on which any of these rules held. */
function daysOf(rules: readonly SpecialDay[], first: Day, last: Day): ReadonlySet<Day> {
  const held = specialOccurrences(rules, first, last)
  return new Set(held.flatMap(({ from, to }) => daysFrom(from < first ? first : from, to < last ? to : last)))
}

async function keepToday(
  context: Context,
  label: string,
  before: RulesHeld,
  after: RulesHeld,
): Promise<void> {
  const { db, now, zone } = context
  const today = dayAt(now, zone)
  const isRest = (rule: SpecialDay) => isRestOf(rule, today)
  const rest = ({ specialDays }: RulesHeld) => JSON.stringify(specialDays.filter(isRest))
  // What held was put right by hand.
  if (rest(before) !== rest(after)) return
  const bare = ({ schedules, specialDays }: RulesHeld) =>
    planOf({ schedules, specialDays: specialDays.filter((rule) => !isRest(rule)) }, zone)
  const [was, is] = [planOf(before, zone), bare(after)]
  const hours = isAlike(bare(before).intervals(today), is.intervals(today))
    ? was.intervals(today)
    : await heldToday(context, was, is, isSaidOfToday(before.specialDays, is.specialDay(today)))
  if (isAlike(hours, planOf(after, zone).intervals(today))) return
  await db
    .deleteFrom('specialDays')
    .where('fromDay', '=', today)
    .where('closedUntilMs', 'is not', null)
    .execute()
  if (!isAlike(hours, is.intervals(today))) await keepDay(context, { day: today, label, hours })
}

interface DayHeld {
  readonly day: Day
  readonly label: string
  readonly hours: readonly Interval[]
}

/** Says what hours hold on a day, over all other rules. */
function keepDay({ db, now, zone }: Context, { day, label, hours }: DayHeld) {
  const wall = (ms: number): string => localAt(ms, zone).slice(11)
  const blocks = JSON.stringify(hours.map(({ fromMs, toMs }): Block => [wall(fromMs), wall(toMs)]))
  return db
    .insertInto('specialDays')
    .values({ fromDay: day, toDay: day, blocks, label, closedUntilMs: sinceOf(now) })
    .execute()
}

/** The hours of today: until the change those that were, after it those that are. */
async function heldToday(
  context: Context,
  was: Plan,
  is: Plan,
  isSaid: boolean,
): Promise<readonly Interval[]> {
  const today = dayAt(context.now, context.zone)
  const { untilMs, sinceMs } = await changedToday(context, was, is, isSaid)
  const parts = [
    ...was.intervals(today).map(({ fromMs, toMs, cut }) => ({
      fromMs,
      // Whoever is still served when a closing begins is served in the hours.
      toMs: cut ? untilMs : Math.min(toMs, untilMs),
    })),
    ...is.intervals(today).map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, sinceMs), toMs })),
  ].filter(({ fromMs, toMs }) => fromMs < toMs)
  return joinedWhereTheyTouch(parts.toSorted((a, b) => a.fromMs - b.fromMs))
}

/** Whether the change says hours of today alone. */
const isSaidOfToday = (before: readonly SpecialDay[], special: SpecialDay | null): boolean =>
  special !== null &&
  special.from === special.to &&
  !before.some((rule) => JSON.stringify(rule) === JSON.stringify(special))

/**
 * Until when the hours that were hold today, and from when those that are: now; where the shop was closed until now and is open by
 * its log, from when it opened; from tomorrow where the day's work is done, unless the change says hours of today alone. A closing
 * that was entered during the day holds as the log says; one during which the shop never closed did not hold at all.
 */
async function changedToday(
  context: Context,
  was: Plan,
  is: Plan,
  isSaid: boolean,
): Promise<{ untilMs: number; sinceMs: number }> {
  const { now, zone } = context
  const nowMs = sinceOf(now)
  const today = dayAt(now, zone)
  const hours = was.intervals(today)
  if (hours.some(({ fromMs, toMs }) => fromMs <= now && now < toMs)) return { untilMs: nowMs, sinceMs: nowMs }
  const last = hours.findLast(({ toMs }) => toMs <= now)
  const closedMs = last?.toMs ?? startOfDay(today, zone)
  const opening = openingNow(is, await lastEntry(context, now), now)
  if (opening && opening.atMs <= closedMs) return { untilMs: closedMs, sinceMs: closedMs }
  const special = was.specialDay(today)
  // The end of a row that says what held may be but the moment of a change; a closing entered during the day may have taken its rest.
  const isWhole = special?.closedUntilMs === undefined && special?.closedSinceMs === undefined
  const isDone = last && !last.cut && hours.at(-1) === last && isWhole
  if (isDone && !opening && !isSaid) return { untilMs: closedMs, sinceMs: Infinity }
  const sinceMs = opening ? sinceOf(opening.atMs) : nowMs
  if (!last?.cut) return { untilMs: closedMs, sinceMs }
  return { untilMs: await closedByLog(context, today, closedMs), sinceMs }
}

/** When the shop closed for a closing that was entered at a moment of a day: as the log says it, at that moment where it says nothing. */
async function closedByLog(context: Context, day: Day, cutMs: number): Promise<number> {
  const before = await lastEntry(context, cutMs)
  if (before?.tradingDay !== day) return cutMs
  const closing = before.event === 'open' ? await firstEntryAfter(context, cutMs) : before
  const isLogged = closing?.event === 'close' && closing.tradingDay === day && closing.atMs <= context.now
  return isLogged ? sinceOf(closing.atMs) : cutMs
}

const isAlike = (some: readonly Interval[], others: readonly Interval[]): boolean => {
  const moments = (all: readonly Interval[]) => all.map(({ fromMs, toMs }) => [fromMs, toMs])
  return JSON.stringify(moments(some)) === JSON.stringify(moments(others))
}
