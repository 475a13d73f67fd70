import { ok } from '../../core/result.ts'
import { actState } from '../../core/shop/act-states.ts'
import type { Handler } from '../store/context.ts'

/** The newest acts, without those that turned another. */
export const listActs: Handler<'shop.acts'> = async ({ db }, { limit }) => {
  const acts = await db
    .selectFrom('acts')
    .select(['id', 'atMs', 'who', 'says', 'state', 'beginning', 'kept'])
    .where('ofAct', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return ok(
    acts.map(({ id, atMs, who, says, ...stored }) => ({
      id,
      atMs,
      who,
      says,
      undone: stored.state === 'undone',
      state: actState(stored),
    })),
  )
}
