import { closesCircle } from '../../core/referrals/tree.ts'
import type { Context } from '../store/context.ts'
import { linkOf, linksAbove } from './links.ts'

/** Makes who was sent by one customer be sent by another, and who sent the one have sent the other, unless it is known who did. */
export async function moveReferrals({ db }: Context, goneId: number, keepId: number): Promise<void> {
  await db
    .deleteFrom('referrals')
    .where('customerId', 'in', [goneId, keepId])
    .where('byId', 'in', [goneId, keepId])
    .execute()
  const [mine, its] = [await linkOf(db, keepId), await linkOf(db, goneId)]
  if (its && mine) await db.deleteFrom('referrals').where('id', '=', its.id).execute()
  else if (its)
    await db.updateTable('referrals').set({ customerId: keepId }).where('id', '=', its.id).execute()
  await db.updateTable('referrals').set({ byId: keepId }).where('byId', '=', goneId).execute()
  const kept = await linkOf(db, keepId)
  // Whom the one sent had sent the other: as one person they would have come through themselves.
  if (kept && closesCircle(await linksAbove(db, kept.byId), kept))
    await db.deleteFrom('referrals').where('id', '=', kept.id).execute()
}
