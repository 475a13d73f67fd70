import type { ExpressionBuilder } from 'kysely'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import type { Row, Schema } from '../store/schema.ts'

/** What was asked for is not there any more. */
export const noAction = fail('no-action', 'This is no longer on the list. Nothing was changed.', 'actionId')

/** What is to be done, if it still is. */
export async function openAction({ db }: Context, actionId: number): Promise<Result<Row<'actions'>>> {
  const row = await db.selectFrom('actions').selectAll().where('id', '=', actionId).executeTakeFirst()
  if (!row) return noAction
  if (row.state !== 'open')
    return fail(
      'closed-already',
      `This is ${row.state === 'done' ? 'done' : 'off the list'} already. Nothing was changed. To correct it, undo that first.`,
    )
  return ok(row)
}

/** Whether something is to be done, or would be were a death taken back. */
export const isStillMeant = (eb: ExpressionBuilder<Schema, 'actions'>) =>
  eb.or([eb('state', '=', 'open'), eb('closedByDeath', '=', 1)])
