import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'

/** The promise asked for is not there any more. */
export const noPromise = fail(
  'no-promise',
  'This promise is no longer in the shop. Nothing was changed.',
  'promiseId',
)

/** The promise, if it is still to be kept. */
export async function openPromise({ db }: Context, promiseId: number): Promise<Result<Row<'promises'>>> {
  const row = await db.selectFrom('promises').selectAll().where('id', '=', promiseId).executeTakeFirst()
  if (!row) return noPromise
  if (row.doneAtMs !== null || row.brokenAtMs !== null)
    return fail(
      'closed-already',
      'This promise is closed already. Nothing was changed. To correct it, undo the closing first.',
    )
  return ok(row)
}
