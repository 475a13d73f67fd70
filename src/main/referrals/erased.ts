import type { Erased } from '../../core/customers/erased-words.ts'
import { thanksNotOwed } from '../actions/edge.ts'
import type { Context } from '../store/context.ts'

/** That somebody sent others, or was sent, goes, and nobody is to be thanked for it any more. */
export async function eraseReferrals(context: Context, { ids }: Erased): Promise<readonly number[]> {
  const gone = await context.db
    .deleteFrom('referrals')
    .where((eb) => eb.or([eb('customerId', 'in', ids), eb('byId', 'in', ids)]))
    .returning('id')
    .execute()
  for (const { id } of gone) await thanksNotOwed(context, id)
  return gone.map(({ id }) => id)
}
