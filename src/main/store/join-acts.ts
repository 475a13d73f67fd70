import type { Kysely } from 'kysely'
import type { Act } from './acts.ts'
import type { Row, Schema } from './schema.ts'

/** Longest time between the first and the last write of what is undone as one, ms. */
const longest = 5 * 60_000

/**
 * Makes an act part of the one before it, when that was the same call on the same rows a moment ago and still stands.
 * Its changes are not needed then: the earlier ones hold what was before both. Answers whether they are one now.
 */
export async function joinToLast(db: Kysely<Schema>, act: Act): Promise<boolean> {
  const acts = db.selectFrom('acts').selectAll()
  const mine = await acts.where('id', '=', act.id).executeTakeFirstOrThrow()
  const last = await acts.where('id', '<', act.id).orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!last || last.call !== mine.call || last.who !== mine.who || last.madeAt !== mine.madeAt) return false
  if (last.ofAct !== null || last.state !== 'standing' || last.beginning || last.kept !== 'whole')
    return false
  if (mine.atMs < last.atMs || mine.atMs - last.atMs > longest) return false
  const rowsOf = (id: number) =>
    db.selectFrom('changes').select(['tableName', 'rowId', 'lastRowId']).distinct().where('actId', '=', id)
  const before = new Set((await rowsOf(last.id).execute()).map(rowName))
  if (!(await rowsOf(mine.id).execute()).every((row) => before.has(rowName(row)))) return false
  await db.deleteFrom('changes').where('actId', '=', mine.id).execute()
  await db.deleteFrom('acts').where('id', '=', mine.id).execute()
  await db
    .updateTable('acts')
    .set({ says: act.says, folded: mine.folded })
    .where('id', '=', last.id)
    .execute()
  return true
}

const rowName = ({
  tableName,
  rowId,
  lastRowId,
}: Pick<Row<'changes'>, 'tableName' | 'rowId' | 'lastRowId'>) => `${tableName} ${rowId} ${lastRowId}`
