import { addDays, type Day, dayAt } from '../../core/day.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import type { Context } from '../store/context.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** Whether it closes the shop today. */
export function closesToday(rule: SpecialDay, { now, zone }: Context): boolean {
  const today = dayAt(now, zone)
  return rule.closedSinceMs !== undefined && rule.from <= today && today <= rule.to
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
