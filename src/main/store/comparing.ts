import type { Shop } from './shop.ts'

/**
 * Compares the customers who wait with all others, for who may be one person: after an import, or an update of the file. Each slice is
 * a transaction of its own, after which whoever waits comes first. Answers whether anybody was compared.
 */
export async function comparePeople(shop: Shop, isWanted = () => true): Promise<boolean> {
  if (!(await anybodyWaits(shop))) return false
  let left = 1
  while (left > 0 && isWanted()) {
    left = await shop.writer.transaction().execute((db) => shop.engine.comparePairs(db))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return true
}

const anybodyWaits = ({ reader }: Shop) =>
  reader.selectFrom('pairsDue').select('customerId').limit(1).executeTakeFirst()
