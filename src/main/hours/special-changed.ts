import { dayAt } from '../../core/day.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import { planOf } from '../../core/hours/schedule.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import type { Context } from '../store/context.ts'
import type { NewRow } from '../store/schema.ts'
import { beginsNow, endBefore, liesUnder } from './closing-changed.ts'
import { endPauseOf } from './pause.ts'
import { readSchedules } from './read.ts'

/** A special day as it was, those beside it, as it is to be, and that as a row. */
interface Edit {
  readonly old: SpecialDay
  readonly others: readonly SpecialDay[]
  readonly rule: SpecialDay
  readonly row: NewRow<'specialDays'>
}

export const added = ({ db }: Context, row: NewRow<'specialDays'>): Promise<{ id: number }> =>
  db.insertInto('specialDays').values(row).returning('id').executeTakeFirstOrThrow()

/**
 * Writes what a special day becomes: over it where none of its days are judged anew by that, else it ends where it is and what it
 * becomes is a rule of its own. Answers the rule.
 */
export async function changed(context: Context, { old, others, rule, row }: Edit): Promise<{ id: number }> {
  const { db, now, zone } = context
  const today = dayAt(now, zone)
  const fromToday = { ...row, fromDay: rule.from > today ? rule.from : today }
  if (rule.closedSinceMs !== undefined && beginsNow(old, rule.from, context))
    await endPauseOf(
      context,
      planOf({ schedules: await readSchedules(context), specialDays: [...others, old] }, zone),
      today,
    )
  const hasRun = !old.yearly && old.from < today
  if (old.yearly && rule.id !== old.id) {
    await endBefore(context, old, today)
    return await added(context, rule.yearly ? row : fromToday)
  }
  if (hasRun && old.to < today) {
    const closedSinceMs = rule.closedSinceMs === undefined ? null : sinceOf(now)
    if (!rule.yearly && today <= rule.to) return await added(context, { ...fromToday, closedSinceMs })
  } else if (hasRun && (rule.yearly || today <= rule.to) && becomesAnother(old, others, rule)) {
    await endBefore(context, old, today)
    return await added(context, rule.yearly ? row : fromToday)
  } else if (!rule.yearly && liesUnder(old, others, rule)) {
    await db.deleteFrom('specialDays').where('id', '=', old.id).execute()
    return await added(context, row)
  }
  await db.updateTable('specialDays').set(row).where('id', '=', old.id).execute()
  return { id: old.id }
}

/** Whether a special day that runs would say something else of its days that are over, or hold over other rules than it did. */
const becomesAnother = (old: SpecialDay, others: readonly SpecialDay[], rule: SpecialDay): boolean =>
  rule.yearly ||
  rule.from > old.from ||
  JSON.stringify([rule.blocks, rule.closedSinceMs === undefined]) !==
    JSON.stringify([old.blocks, old.closedSinceMs === undefined]) ||
  liesUnder(old, others, rule)
