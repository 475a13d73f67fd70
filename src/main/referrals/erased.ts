import type { Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

/** That somebody sent others, or was sent, goes. */
export async function eraseReferrals({ db }: Context, { ids }: Erased): Promise<readonly number[]> {
  const gone = await db
    .deleteFrom('referrals')
    .where((eb) => eb.or([eb('customerId', 'in', ids), eb('byId', 'in', ids)]))
    .returning('id')
    .execute()
  return gone.map(({ id }) => id)
}
