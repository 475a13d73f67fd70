import { addDays, type Day, dayAt, localAt, startOfDay } from '../../core/day.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import { type Interval, type Plan, planOf } from '../../core/hours/schedule.ts'
import { type SpecialDay, specialOn } from '../../core/hours/special-day.ts'
import { openingNow } from '../../core/hours/status.ts'
import { type Block, closingMinutes, minutesOf } from '../../core/hours/week.ts'
import type { Context } from '../store/context.ts'
import { firstEntryAfter, lastEntry, readSchedules } from './read.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** Whether it closes the shop today. */
export function closesToday(rule: SpecialDay, { now, zone }: Context): boolean {
  const today = dayAt(now, zone)
  return rule.closedSinceMs !== undefined && rule.from <= today && today <= rule.to
}

/**
 * A closing that ends today, before its time, was rightly closed until now: what is left of the day's own hours becomes a special day,
 * so that no opening of before is due. A shop that is open by its log was closed until then; one that never closed has its day whole.
 */
export async function reopenToday(
  context: Context,
  rules: readonly SpecialDay[],
  rule: SpecialDay,
): Promise<void> {
  const { db, now, zone } = context
  const { closedSinceMs, label } = rule
  const today = dayAt(now, zone)
  if (specialOn(rules, today)?.id !== rule.id) return
  const others = rules.filter(({ id }) => id !== rule.id)
  const plan = planOf({ schedules: await readSchedules(context), specialDays: others }, zone)
  const own = plan.blocks(today) ?? []
  const closed = await closedToday(context, plan, Math.max(closedSinceMs ?? 0, startOfDay(today, zone)))
  if (!closed) return
  const left = own.flatMap((block) =>
    without(block, minutesAt(closed.fromMs, zone), minutesAt(closed.toMs, zone)),
  )
  if (JSON.stringify(left) === JSON.stringify(own)) return
  const blocks = JSON.stringify(left)
  await db
    .insertInto('specialDays')
    .values({ fromDay: today, toDay: today, blocks, label, closedUntilMs: sinceOf(now) })
    .execute()
}

/** From when until when the shop was closed today by a closing that held since then; null where it is open and never closed. */
async function closedToday(context: Context, plan: Plan, sinceMs: number): Promise<Interval | null> {
  const { now, zone } = context
  const opening = openingNow(plan, await lastEntry(context, now), now)
  if (opening && opening.atMs <= sinceMs) return null
  const before = await lastEntry(context, sinceMs)
  const isToday = before?.tradingDay === dayAt(now, zone)
  // Whoever is still served when it begins is no late closing.
  const closed = isToday && before.event === 'open' ? await firstEntryAfter(context, sinceMs) : before
  const isLogged = isToday && closed?.event === 'close' && closed.atMs <= now
  return { fromMs: sinceOf(isLogged ? closed.atMs : sinceMs), toMs: sinceOf(opening?.atMs ?? now) }
}

const minutesAt = (ms: number, zone: string): number => minutesOf(localAt(ms, zone).slice(11))

/** A block without what lies between two minutes of its day. */
function without(block: Block, from: number, to: number): readonly Block[] {
  const [opens, closes] = [minutesOf(block[0]), closingMinutes(block)]
  const parts = [
    [opens, Math.min(closes, from)],
    [Math.max(opens, to), closes],
  ] as const
  if (to <= opens || from >= closes) return [block]
  return parts.filter(([a, b]) => a < b).map(([a, b]): Block => [wall(a), wall(b)])
}

const wall = (minutes: number): string => {
  const of = minutes % 1440
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
}

/** Lets a rule hold up to the day before a day, and no longer. */
export async function endBefore({ db }: Context, { id, from, yearly }: SpecialDay, day: Day): Promise<void> {
  const last = addDays(day, -1)
  if (!yearly && from >= day) await db.deleteFrom('specialDays').where('id', '=', id).execute()
  else
    await db
      .updateTable('specialDays')
      .set(yearly ? { untilDay: last } : { toDay: last })
      .where('id', '=', id)
      .execute()
}

/** Whether a dated special day changed now lies under a closing that was made after it: it is then said anew, over the closing. */
export const liesUnder = (rule: SpecialDay, others: readonly SpecialDay[], span: Span): boolean =>
  rule.closedSinceMs === undefined &&
  others.some(
    ({ id, from, to, closedSinceMs }) =>
      closedSinceMs !== undefined && id > rule.id && from <= span.to && span.from <= to,
  )

/** Whether a closing that was to come begins today: from now on, as one that is entered now. */
export const beginsNow = (old: SpecialDay, from: Day, { now, zone }: Context): boolean =>
  old.from > dayAt(now, zone) && from === dayAt(now, zone)
