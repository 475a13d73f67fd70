import type { Shop } from './shop.ts'

/** Leaves nothing in the bytes of the file of who was erased, where that is still to be done; false where it could not be done yet. */
export async function wipe(shop: Shop): Promise<boolean> {
  const due = await shop.writer.selectFrom('wipeDue').select('id').limit(1).executeTakeFirst()
  if (!due) return true
  try {
    return await shop.writer.connection().execute((db) => shop.engine.wipe(db))
  } catch (error) {
    // A full disk, say: the rows are gone, and upkeep tries again.
    if (shop.engine.saidBy(error) === undefined) throw error
    return false
  }
}
