import { startOfDay, type Day, addDays } from '../../core/day.ts'
import { momentAt } from '../../core/moment.ts'
import { judgedAtMs, warnedOnceHeard } from '../../core/promises/outcome.ts'
import { targetInHours } from '../../core/promises/target.ts'
import { instantWords } from '../../core/promises/words.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { openPromise } from './open-promise.ts'
import { withCustomer } from './rows.ts'

/** Promises still to be kept whose told moment lies on one of these days or the night after them, the earliest first. */
export const toldAbout = ({ db, zone }: Pick<Context, 'db' | 'zone'>, from: Day, to: Day) =>
  withCustomer(db)
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .where('toldAtMs', '>=', startOfDay(from, zone))
    .where('toldAtMs', '<', startOfDay(addDays(to, 2), zone))
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

/** Another moment for what the customer heard, as the columns that change: the earliest they heard stays beside it. */
export function movedTo(
  context: Context,
  plan: Plan,
  promise: Pick<Row<'promises'>, 'toldAtMs' | 'firstToldAtMs' | 'warnedAtMs' | 'movedAtMs'>,
  told: string,
  heardAtMs: number,
): Result<Pick<Row<'promises'>, 'toldAtMs' | 'firstToldAtMs' | 'movedAtMs' | 'targetAtMs' | 'warnedAtMs'>> {
  const { now } = context
  const at = momentAt(told, context, 'told')
  if (!at.ok) return at
  if (at.value <= now)
    return fail('told-past', 'The new time has passed already. Give one that lies ahead.', 'told')
  return ok({
    toldAtMs: at.value,
    firstToldAtMs: judgedAtMs(promise),
    movedAtMs: heardAtMs,
    targetAtMs: targetInHours(plan, now, at.value),
    warnedAtMs: warnedOnceHeard(promise, heardAtMs, at.value),
  })
}

/** As {@link movedTo}, later than the customer heard before: where that changed, than the earlier of both. */
export function laterTold(
  context: Context,
  plan: Plan,
  promise: Pick<Row<'promises'>, 'name' | 'toldAtMs' | 'firstToldAtMs' | 'warnedAtMs' | 'movedAtMs'>,
  told: string,
  heardAtMs: number,
): ReturnType<typeof movedTo> {
  const moved = movedTo(context, plan, promise, told, heardAtMs)
  const earlierMs = judgedAtMs(promise)
  if (!moved.ok || moved.value.toldAtMs > earlierMs) return moved
  return fail(
    'told-earlier',
    `${promise.name} heard ${instantWords(earlierMs, context)} before, and this is no later. Nothing was changed. Give a later time.`,
    'told',
  )
}

/** Moves a promise as it was agreed with its customer, who has heard of it by that. */
export async function movePromise(
  context: Context,
  plan: Plan,
  { promiseId, told, why }: Move,
): Promise<Result<{ id: number }>> {
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  const moved = movedTo(context, plan, promise.value, told, context.now)
  if (!moved.ok) return moved
  const { note } = promise.value
  const moving = `Moved: ${why}`
  await context.db
    .updateTable('promises')
    .set({ ...moved.value, note: note === '' ? moving : `${note}\n${moving}` })
    .where('id', '=', promiseId)
    .execute()
  return ok({ id: promiseId })
}
