import type { Shop } from './shop.ts'

/** How long a slice should hold the thread, in ms, and how many it compares at least and at most. */
const [meant, fewest, most] = [15, 2, 100]
/** How often it is told how far it is, ms. */
const tellMs = 3000

/**
 * Compares the customers who wait with all others, for who may be one person: after an import, or an update of the file. Each slice is
 * a transaction of its own, after which whoever waits comes first; it is as long as the machine allows. Calls `tell` every few seconds.
 * Answers whether anybody was compared.
 */
export async function comparePeople(
  shop: Shop,
  isWanted = () => true,
  tell: () => void = () => {},
): Promise<boolean> {
  if (!(await anybodyWaits(shop))) return false
  let [anybody, size] = [true, 10]
  let toldAt = performance.now()
  while (anybody && isWanted()) {
    const begun = performance.now()
    anybody = await shop.writer.transaction().execute((db) => shop.engine.comparePairs(db, Math.round(size)))
    const took = Math.max(performance.now() - begun, 1)
    if (anybody && performance.now() - toldAt > tellMs) {
      tell()
      toldAt = performance.now()
    }
    size = Math.min(Math.max(size * Math.min(meant / took, 2), fewest), most)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return true
}

const anybodyWaits = ({ reader }: Shop) =>
  reader.selectFrom('pairsDue').select('customerId').limit(1).executeTakeFirst()
