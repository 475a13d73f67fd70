import type { ExpressionBuilder } from 'kysely'
import type { actionsCalls } from '../../core/actions/calls.ts'
import { actionsWaiting } from '../../core/actions/waiting.ts'
import { dayAt } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { noAction } from './open-action.ts'
import { actionRows, actionsOf, isHeld, pausedUntil } from './rows.ts'

const listActions: Handler<'actions.list'> = async (context, { closed, about, limit, offset }) => {
  const isListed = (eb: ExpressionBuilder<Schema, 'actions'>) =>
    eb.and([
      closed ? eb('closedAtMs', 'is not', null) : eb('state', '=', 'open'),
      ...(about ? [eb('aboutKind', '=', about.kind), eb('aboutId', '=', about.id)] : []),
    ])
  const { n } = await context.db
    .selectFrom('actions')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(isListed)
    .executeTakeFirstOrThrow()
  const rows = await actionRows(context)
    .where(isListed)
    .orderBy(closed ? 'closedAtMs' : 'dueDay', closed ? 'desc' : 'asc')
    .orderBy('id', closed ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset)
    .execute()
  return ok({ total: n, rows: await actionsOf(context, rows) })
}

/** What is to be done by today, complaints or the rest: the longest overdue, and how many they are in all. */
async function dueByToday(context: Context, room: number, ofComplaints: boolean) {
  const today = dayAt(context.now, context.zone)
  const isDue = (eb: ExpressionBuilder<Schema, 'actions'>) =>
    eb.and([
      eb('state', '=', 'open'),
      eb('dueDay', '<=', today),
      eb('source', ofComplaints ? '=' : '<>', 'complaint'),
      eb(isHeld(), '=', 0),
      eb(pausedUntil(eb), '<=', today),
    ])
  const { n } = await context.db
    .selectFrom('actions')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(isDue)
    .executeTakeFirstOrThrow()
  const rows = await actionRows(context).where(isDue).orderBy('dueDay').orderBy('id').limit(room).execute()
  return { total: n, rows: await actionsOf(context, rows) }
}

/** What the list of things to do has to say on Today. */
export async function actionsToday(context: Context, room: number) {
  const complaints = await dueByToday(context, room, true)
  const rest = await dueByToday(context, room, false)
  return ok(actionsWaiting(complaints, rest, dayAt(context.now, context.zone)))
}

export const actionReadings: HandlersOf<Pick<typeof actionsCalls, 'actions.list' | 'actions.one'>> = {
  'actions.list': listActions,
  'actions.one': async (context, { actionId }) => {
    const row = await actionRows(context).where('id', '=', actionId).executeTakeFirst()
    return row ? ok((await actionsOf(context, [row]))[0]!) : noAction
  },
}
