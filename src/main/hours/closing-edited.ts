import { dayAt } from '../../core/day.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import { planOf } from '../../core/hours/schedule.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import type { Context } from '../store/context.ts'
import type { NewRow } from '../store/schema.ts'
import { beginsNow, closesToday, endBefore, reopenToday } from './closing-changed.ts'
import { endPauseOf } from './pause.ts'
import { readSchedules } from './read.ts'

/** A closing as it was, as it is to be, and that as a row. */
interface Edit {
  readonly rules: readonly SpecialDay[]
  readonly old: SpecialDay
  readonly rule: SpecialDay
  readonly row: NewRow<'specialDays'>
}

/**
 * A closing that has come is not written over where its past days, or the hours that were left when it ended, would be judged anew: it
 * ends where it is, and what it becomes is a rule of its own. Answers that rule; null where it is written over.
 */
export async function saidAnew(context: Context, edit: Edit): Promise<{ id: number } | null> {
  const { rules, old, rule, row } = edit
  if (old.closedSinceMs === undefined || rule.yearly) return null
  const { db, now, zone } = context
  const today = dayAt(now, zone)
  const others = rules.filter((one) => one !== old)
  const isClosing = rule.closedSinceMs !== undefined
  if (isClosing && beginsNow(old, rule.from, context))
    await endPauseOf(
      context,
      planOf({ schedules: await readSchedules(context), specialDays: rules }, zone),
      today,
    )
  const insert = (fromDay: string, closedSinceMs: number | null) =>
    db
      .insertInto('specialDays')
      .values({ ...row, fromDay, closedSinceMs })
      .returning('id')
      .executeTakeFirstOrThrow()
  const fromToday = rule.from > today ? rule.from : today
  if (!closesToday(old, context)) {
    const isOverRest = others.some(
      ({ id, from, closedUntilMs }) =>
        closedUntilMs !== undefined && id > old.id && rule.from <= from && from <= rule.to,
    )
    return isClosing && isOverRest && today <= rule.to ? await insert(fromToday, sinceOf(now)) : null
  }
  if (isClosing ? rule.from <= today : rule.to < today || old.from === today) return null
  await endBefore(context, old, today)
  if (isClosing) await reopenToday(context, rules, old)
  return await insert(fromToday, isClosing ? sinceOf(now) : null)
}
