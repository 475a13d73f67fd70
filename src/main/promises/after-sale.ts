import { askAfterSale } from '../actions/edge.ts'
import type { Handler } from '../store/context.ts'
import { closePromise } from './keeping.ts'

/** Closes a promise; what was handed over to a known customer is asked about some days later, in the same act. */
export const closeAndAsk: Handler<'promises.close'> = async (context, input) => {
  const closed = await closePromise(context, input)
  if (!closed.ok) return closed
  const promise = await context.db
    .selectFrom('promises')
    .select(['customerId', 'what', 'doneAtMs'])
    .where('id', '=', input.promiseId)
    .executeTakeFirstOrThrow()
  await askAfterSale(context, { ...promise, doneAtMs: promise.doneAtMs! })
  return closed
}
