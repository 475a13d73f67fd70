import { sql, type Kysely } from 'kysely'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from './context.ts'
import { loggedTables, type Row, type Schema } from './schema.ts'

/** A write as the owner knows it. */
export interface Act {
  readonly id: number
  readonly says: string
}

/** Opens an act: from here to {@link endAct} every change is logged under it. */
export async function beginAct(
  db: Kysely<Schema>,
  act: { readonly atMs: number; readonly who: string; readonly call: string },
): Promise<number> {
  const { id } = await db
    .insertInto('acts')
    .values({ ...act, says: act.call })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`INSERT INTO temp.actNow (id) VALUES (${id})`.execute(db)
  return id
}

/** Closes an act; one that changed nothing leaves no trace. */
export async function endAct(db: Kysely<Schema>, id: number, says: string): Promise<Act | undefined> {
  await sql`DELETE FROM temp.actNow`.execute(db)
  const changed = await db
    .selectFrom('changes')
    .select('id')
    .where('actId', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!changed) {
    await db.deleteFrom('acts').where('id', '=', id).execute()
    return undefined
  }
  await db.updateTable('acts').set({ says }).where('id', '=', id).execute()
  return { id, says }
}

/**
 * Takes an act back, newest change first; the undo is itself an act, so it can be undone.
 * Problems: nothing-to-undo, undone-already, changed-since (a later act stands on the same rows).
 */
export async function undo(context: Context, actId: number | undefined): Promise<Result<{ says: string }>> {
  const { db } = context
  const act = await actToUndo(db, actId)
  if (!act) return fail('nothing-to-undo', 'There is nothing left to undo. Nothing was changed.')
  if (act.undoneBy !== null)
    return fail('undone-already', `“${act.says}” has been undone already. Nothing was changed.`)
  const later = await laterAct(db, act.id)
  if (later)
    return fail('changed-since', `“${later.says}” came after it. Nothing was changed. Undo that first.`)
  await sql`PRAGMA defer_foreign_keys = ON`.execute(db)
  await takeBackAll(context, act.id)
  const undoId = await sql<{ id: number }>`SELECT id FROM temp.actNow`.execute(db)
  await db.updateTable('acts').set({ undoneBy: undoId.rows[0]!.id }).where('id', '=', act.id).execute()
  await db.updateTable('acts').set({ undoes: act.id }).where('id', '=', undoId.rows[0]!.id).execute()
  // Undoing an undo brings the first act back to life, so that it can be undone once more.
  if (act.undoes !== null)
    await db.updateTable('acts').set({ undoneBy: null }).where('id', '=', act.undoes).execute()
  const says = act.undoes === null ? `Undone: ${act.says}` : act.says.replace(/^Undone: /, 'Back again: ')
  context.say(says)
  return ok({ says })
}

const actToUndo = (db: Kysely<Schema>, actId: number | undefined) => {
  const acts = db.selectFrom('acts').selectAll()
  return actId === undefined
    ? acts
        .where('undoneBy', 'is', null)
        .where('undoes', 'is', null)
        // The sample is where it begins; undoing it would leave no shop.
        .where('call', '<>', 'shop.fillSample')
        .where('id', '<', sql<number>`(SELECT id FROM temp.actNow)`)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
    : acts.where('id', '=', actId).executeTakeFirst()
}

/** The first act after `id` that changed one of its rows and still stands. */
const laterAct = (db: Kysely<Schema>, id: number) =>
  db
    .selectFrom('changes as mine')
    .innerJoin('changes as theirs', (join) =>
      join
        .onRef('theirs.tableName', '=', 'mine.tableName')
        .onRef('theirs.rowId', '=', 'mine.rowId')
        .on('theirs.actId', '>', id),
    )
    .innerJoin('acts', 'acts.id', 'theirs.actId')
    .select('acts.says')
    .where('mine.actId', '=', id)
    .where('acts.undoneBy', 'is', null)
    .where('acts.undoes', 'is', null)
    .limit(1)
    .executeTakeFirst()

const changesAPage = 200

async function takeBackAll(context: Context, actId: number): Promise<void> {
  const total = await countChanges(context.db, actId)
  let below = Number.MAX_SAFE_INTEGER
  for (let done = 0; done < total;) {
    const page = await context.db
      .selectFrom('changes')
      .select(['id', 'tableName', 'rowId', 'before'])
      .where('actId', '=', actId)
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(changesAPage)
      .execute()
    for (const group of alike(page)) await takeBack(context, group)
    below = page.at(-1)!.id
    done += page.length
    await context.step(done, total, 'Taking back')
  }
}

async function countChanges(db: Kysely<Schema>, actId: number): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('actId', '=', actId)
    .executeTakeFirstOrThrow()
  return row.n
}

interface Change {
  readonly tableName: string
  readonly rowId: number
  readonly before: string | null
}

/** Neighbouring changes of one table and kind, each row once: what one statement can take back. */
function alike(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  let rows = new Set<number>()
  for (const change of changes) {
    const group = groups.at(-1)
    const first = group?.[0]
    const joins =
      first?.tableName === change.tableName &&
      (first.before === null) === (change.before === null) &&
      !rows.has(change.rowId)
    if (joins) group!.push(change)
    else {
      groups.push([change])
      rows = new Set()
    }
    rows.add(change.rowId)
  }
  return groups
}

/** Takes back a group of {@link alike} changes, in the order of their rows, which is what indexes and search like best. */
async function takeBack(context: Context, group: readonly Change[]): Promise<void> {
  const table = loggedTables.find((name) => name === group[0]!.tableName)
  if (!table) throw new Error(`change log names the unknown table ${group[0]!.tableName}`)
  const target = sql.table(table)
  const ids = JSON.stringify(group.map(({ rowId }) => rowId).toSorted((a, b) => a - b))
  if (group[0]!.before === null) {
    await sql`DELETE FROM ${target} WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(context.db)
    return
  }
  const there = await sql<{ id: number }>`
    SELECT id FROM ${target} WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(context.db)
  const present = new Set(there.rows.map(({ id }) => id))
  const rows = group
    .map(({ before }) => JSON.parse(before!) as Row<typeof table>)
    .toSorted((a, b) => a.id - b.id)
  context.updateMany(
    table,
    rows.filter(({ id }) => present.has(id)),
  )
  context.insertMany(
    table,
    rows.filter(({ id }) => !present.has(id)),
  )
}
