import type { Referral } from '../../core/referrals/tree.ts'
import type { Context } from '../store/context.ts'

type Db = Context['db']

/** More than a tree on a screen holds. */
const mostLinks = 1000

/** The links below a customer, a layer at a time; each customer once, and whether there are more. */
export async function linksBelow(
  db: Db,
  rootId: number,
): Promise<{ readonly links: readonly Referral[]; readonly isCut: boolean }> {
  const links: Referral[] = []
  const seen = new Set([rootId])
  for (let layer: readonly number[] = [rootId]; layer.length > 0 && links.length <= mostLinks;) {
    const found = await db
      .selectFrom('referrals')
      .select(['customerId', 'byId'])
      .where('byId', 'in', layer)
      .orderBy('id')
      .limit(mostLinks + 1)
      .execute()
    const next = found.filter(({ customerId }) => !seen.has(customerId))
    for (const { customerId } of next) seen.add(customerId)
    links.push(...next)
    layer = next.map(({ customerId }) => customerId)
  }
  return { links: links.slice(0, mostLinks), isCut: links.length > mostLinks }
}

/** The one whom a customer sent; undefined where they sent nobody, or several. */
export async function onlySentBy(db: Db, byId: number): Promise<number | undefined> {
  const sent = await db
    .selectFrom('referrals')
    .select('customerId')
    .where('byId', '=', byId)
    .limit(2)
    .execute()
  return sent.length === 1 ? sent[0]!.customerId : undefined
}

/** The links above a customer: who sent them, who sent those. */
export async function linksAbove(db: Db, customerId: number): Promise<readonly Referral[]> {
  const links: Referral[] = []
  const seen = new Set<number>()
  for (let at: number | undefined = customerId; at !== undefined && !seen.has(at); at = links.at(-1)?.byId) {
    seen.add(at)
    const link = await linkOf(db, at)
    if (!link) break
    links.push(link)
  }
  return links
}

/** Who sent a customer. */
export const linkOf = (db: Db, customerId: number) =>
  db.selectFrom('referrals').selectAll().where('customerId', '=', customerId).executeTakeFirst()
