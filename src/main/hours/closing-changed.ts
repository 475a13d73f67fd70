import { type Day, dayAt, localAt, startOfDay } from '../../core/day.ts'
import { planOf } from '../../core/hours/schedule.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { type Block, closingMinutes, minutesOf } from '../../core/hours/week.ts'
import type { Context } from '../store/context.ts'
import { readSchedules } from './read.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/**
 * A closing that ends today, before its time, was rightly closed until now: what is left of the day's own hours becomes a special day,
 * so that no opening of before is due.
 */
export async function reopenToday(
  context: Context,
  others: readonly SpecialDay[],
  { closedSinceMs, label }: SpecialDay,
): Promise<void> {
  const { db, now, zone } = context
  const today = dayAt(now, zone)
  const own =
    planOf({ schedules: await readSchedules(context), specialDays: others }, zone).blocks(today) ?? []
  const since = Math.max(closedSinceMs ?? 0, startOfDay(today, zone))
  const left = own.flatMap((block) => without(block, minutesAt(since, zone), minutesAt(sinceOf(now), zone)))
  if (JSON.stringify(left) === JSON.stringify(own)) return
  await db
    .insertInto('specialDays')
    .values({ fromDay: today, toDay: today, blocks: JSON.stringify(left), label })
    .execute()
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
