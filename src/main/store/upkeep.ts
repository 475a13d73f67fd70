import { sql, type Kysely } from 'kysely'
import { keptActs, keptDays } from '../../core/shop/reach.ts'
import type { Shop } from './shop.ts'
import type { Schema } from './schema.ts'
import { wipe } from './wipe.ts'

/** What a round of upkeep did. */
export interface Upkeep {
  /** Acts of which only the line is kept from now on. */
  readonly thinned: number
  /** Given back to the disk. */
  readonly pagesFreed: number
}

/** Rows for one transaction: a few ms, between which every other call gets its turn. */
const actsASlice = 20
const changesASlice = 300

/**
 * Thins the log: acts that are older than {@link keptDays} and not among the last {@link keptActs} keep their line (when,
 * who, what it said, of which things) and lose what was before; the room is given back to the disk. Each slice is a
 * transaction of its own; a round that is stopped goes on where it was the next time.
 */
export async function keepUp(shop: Shop, now: number, isWanted = () => true): Promise<Upkeep> {
  await wipe(shop)
  let thinned = 0
  while (isWanted()) {
    const left = await slice(shop, (db) => thinSome(db, now))
    thinned += left.thinned
    if (left.isDone) break
  }
  let pagesFreed = 0
  while (isWanted()) {
    const freed = await slice(shop, (db) => shop.engine.giveBack(db))
    pagesFreed += freed
    if (freed === 0) break
  }
  return { thinned, pagesFreed }
}

/** One transaction, after which whoever waits comes first. */
async function slice<T>(shop: Shop, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const done = await shop.writer.transaction().execute(work)
  await new Promise((resolve) => setImmediate(resolve))
  return done
}

async function thinSome(
  db: Kysely<Schema>,
  now: number,
): Promise<{ readonly thinned: number; readonly isDone: boolean }> {
  const going = await db
    .selectFrom('acts')
    .select(['id', 'turnId'])
    .where(sql<boolean>`"ofAct" IS NULL AND kept <> 'line'`)
    .where('kept', '=', 'going')
    .orderBy(sql`coalesce("turnId", id)`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (going) return { thinned: (await forgetSome(db, going)) ? 1 : 0, isDone: false }
  const { numUpdatedRows } = await db
    .updateTable('acts')
    .set({ kept: 'going' })
    .where('id', 'in', oldActs(db, now))
    .executeTakeFirstOrThrow()
  return { thinned: 0, isDone: numUpdatedRows === 0n }
}

/** Whole acts whose newest turn is too long ago, and not among the last ones. */
const oldActs = (db: Kysely<Schema>, now: number) =>
  db
    .selectFrom('acts')
    .select('id')
    .where(sql<boolean>`"ofAct" IS NULL AND kept <> 'line'`)
    .where('kept', '=', 'whole')
    .where(sql`coalesce("turnId", id)`, '<', firstOfTheLast(db))
    .where(
      sql`coalesce((SELECT turn."atMs" FROM acts AS turn WHERE turn.id = acts."turnId"), "atMs")`,
      '<',
      now - keptDays * 86_400_000,
    )
    .orderBy(sql`coalesce("turnId", id)`)
    .orderBy('id')
    .limit(actsASlice)

const firstOfTheLast = (db: Kysely<Schema>) =>
  db
    .selectFrom('acts as last')
    .select(sql<number>`coalesce(last."turnId", last.id)`.as('event'))
    .where(sql<boolean>`last."ofAct" IS NULL AND last.kept <> 'line'`)
    .orderBy(sql`coalesce(last."turnId", last.id)`, 'desc')
    .orderBy('last.id', 'desc')
    .limit(1)
    .offset(keptActs - 1)

/** Forgets some of what was before an act; true when that was the rest of it. */
async function forgetSome(
  db: Kysely<Schema>,
  { id, turnId }: { readonly id: number; readonly turnId: number | null },
): Promise<boolean> {
  const images = await db
    .selectFrom('changes')
    .selectAll()
    .where('actId', 'in', turnId === null ? [id] : [id, turnId])
    .where('before', '<>', '')
    .limit(changesASlice)
    .execute()
  // Shortened where they stand, they would leave a page for each; taken out, the pages are free, and they need few.
  const ids = images.map((image) => image.id)
  await db.deleteFrom('changes').where('id', 'in', ids).execute()
  const lines = images.filter(({ actId }) => actId === id)
  if (lines.length > 0)
    await db
      .insertInto('changes')
      .values(lines.map((line) => ({ ...line, before: '' })))
      .execute()
  if (ids.length === changesASlice) return false
  await db.updateTable('acts').set({ kept: 'line' }).where('id', '=', id).execute()
  return true
}
