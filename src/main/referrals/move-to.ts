import { closesCircle, type Referral } from '../../core/referrals/tree.ts'
import { thanksNotOwed } from '../actions/edge.ts'
import type { Context } from '../store/context.ts'
import { linkOf, linksAbove } from './links.ts'

/**
 * Makes who was sent by one customer be sent by another, and who sent the one have sent the other, unless it is known who did. As one
 * person they would have come through themselves where whom the one sent had sent the other: then who sent that one counts. Nobody is
 * to be thanked any more for a referral that goes.
 */
export async function moveReferrals(context: Context, goneId: number, keepId: number): Promise<void> {
  const { db } = context
  const between = await db
    .selectFrom('referrals')
    .select('id')
    .where('customerId', 'in', [goneId, keepId])
    .where('byId', 'in', [goneId, keepId])
    .execute()
  for (const { id } of between) await remove(context, id)
  const links = [await linkOf(db, keepId), await linkOf(db, goneId)].filter((link) => link !== undefined)
  const open: (typeof links)[number][] = []
  for (const link of links) {
    const above = await linksAbove(db, link.byId)
    if (![goneId, keepId].some((id) => comesThrough(above, link, id))) open.push(link)
  }
  const [kept] = open
  for (const { id } of links) if (id !== kept?.id) await remove(context, id)
  if (kept) await db.updateTable('referrals').set({ customerId: keepId }).where('id', '=', kept.id).execute()
  await db.updateTable('referrals').set({ byId: keepId }).where('byId', '=', goneId).execute()
}

/** Whether who sent a customer came through somebody, or is them. */
const comesThrough = (above: readonly Referral[], { byId }: Referral, id: number): boolean =>
  closesCircle(above, { customerId: id, byId })

async function remove(context: Context, referralId: number): Promise<void> {
  await thanksNotOwed(context, referralId)
  await context.db.deleteFrom('referrals').where('id', '=', referralId).execute()
}
