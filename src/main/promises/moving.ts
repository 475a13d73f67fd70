import { localAt, startOfDay, type Day, addDays } from '../../core/day.ts'
import { momentAt } from '../../core/moment.ts'
import { targetInHours } from '../../core/promises/target.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import type { Context } from '../store/context.ts'
import { openPromise } from './keeping.ts'
import { withCustomer } from './rows.ts'

/** Promises still to be kept whose told moment lies on one of these days, the earliest first. */
export const toldOn = ({ db, zone }: Pick<Context, 'db' | 'zone'>, from: Day, to: Day) =>
  withCustomer(db)
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .where('toldAtMs', '>=', startOfDay(from, zone))
    .where('toldAtMs', '<', startOfDay(addDays(to, 1), zone))
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()

/** A promise, the moment that was agreed instead, and why. */
export interface Move {
  readonly promiseId: number
  /** Local `YYYY-MM-DDTHH:MM`. */
  readonly told: string
  readonly why: string
}

/** Moves what the customer heard, as it was agreed with them; the moment before stays in the note, and in the history. */
export async function movePromise(
  context: Context,
  plan: Plan,
  { promiseId, told, why }: Move,
): Promise<Result<{ id: number }>> {
  const { db, now, zone, formats } = context
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  const at = momentAt(told, context, 'told')
  if (!at.ok) return at
  if (at.value <= now)
    return fail('told-past', 'The new time has passed already. Give one that lies ahead.', 'told')
  const { note, toldAtMs } = promise.value
  const before = localAt(toldAtMs, zone)
  const moved = `Moved from ${formats.dayAndYear(before.slice(0, 10))}, ${formats.time(before.slice(11))}: ${why}`
  await db
    .updateTable('promises')
    .set({
      toldAtMs: at.value,
      targetAtMs: targetInHours(plan, now, at.value),
      note: note === '' ? moved : `${note}\n${moved}`,
    })
    .where('id', '=', promiseId)
    .execute()
  return ok({ id: promiseId })
}
