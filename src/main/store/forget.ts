import { sql, type Kysely } from 'kysely'
import { fold } from '../../core/fold.ts'
import type { ErasedWords } from '../../core/customers/erased-words.ts'
import type { Context } from './context.ts'
import type { LoggedTable, Schema } from './schema.ts'

type Db = Kysely<Schema>

/** Rows of tables that are to be in the log no more. */
export type Forgotten = ReadonlyMap<LoggedTable, readonly number[]>

/** The columns by which rows name a customer. */
const naming = ['customerId', 'otherId', 'goneId', 'byId', 'aboutId'] as const

const aSlice = 500

/**
 * Takes somebody out of the log: every act that touched one of the rows, or one that was ever theirs, or what was before it that names
 * them, keeps its line alone and can be turned no more; what acts say is without them. The act under way becomes such a line.
 */
export async function forgetInLog(
  context: Context,
  ids: readonly number[],
  rows: Forgotten,
  words: ErasedWords,
  isOnlyOne: boolean,
): Promise<void> {
  const { db, actId } = context
  const acts = await actsOn(db, rows)
  const images = await imagesNaming(context, ids)
  const more = new Map<LoggedTable, number[]>()
  for (const { tableName, rowId } of images)
    more.set(tableName as LoggedTable, [...(more.get(tableName as LoggedTable) ?? []), rowId])
  for (const act of await actsOn(db, more)) acts.add(act)
  for (const act of await actsSaying(db, words)) acts.add(act)
  acts.delete(actId!)
  const own = await ownersOf(db, [...acts])
  await thin(db, own)
  await reword(db, own, words, isOnlyOne)
  await db.updateTable('acts').set({ kept: 'line' }).where('id', '=', actId).execute()
  await db
    .insertInto('changes')
    .values({ actId: actId!, tableName: 'customers', rowId: ids[0]!, lastRowId: ids[0]!, before: '' })
    .execute()
}

function slices<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / aSlice) }, (_, i) =>
    all.slice(i * aSlice, (i + 1) * aSlice),
  )
}

/** The acts, and turns, that changed one of the rows. */
async function actsOn(db: Db, rows: Forgotten): Promise<Set<number>> {
  const acts = new Set<number>()
  for (const [table, ids] of rows) {
    for (const some of slices([...new Set(ids)])) {
      const found = await db
        .selectFrom('changes')
        .select('actId')
        .distinct()
        .where('tableName', '=', table)
        .where('rowId', 'in', some)
        .execute()
      for (const { actId } of found) acts.add(actId)
    }
    const runs = await db
      .selectFrom('changes')
      .select(['actId', 'rowId', 'lastRowId'])
      .where('tableName', '=', table)
      .whereRef('lastRowId', '>', 'rowId')
      .execute()
    for (const { actId, rowId, lastRowId } of runs)
      if (ids.some((id) => id >= rowId && id <= lastRowId)) acts.add(actId)
  }
  return acts
}

/** What was before of rows that were somebody's then. */
async function imagesNaming({ db, engine }: Context, ids: readonly number[]) {
  const field = (name: string) => sql<number>`CASE WHEN before <> '' THEN ${engine.log.field(name)} END`
  return await db
    .selectFrom('changes')
    .select(['tableName', 'rowId'])
    .distinct()
    .where('before', '<>', '')
    .where((eb) => eb.or(naming.map((name) => sql<boolean>`${field(name)} IN (${sql.join([...ids])})`)))
    .execute()
}

/** The acts, and turns, of which what was before says a text that tells somebody. */
async function actsSaying(db: Db, { whole }: ErasedWords): Promise<readonly number[]> {
  if (whole.length === 0) return []
  const found = await db
    .selectFrom('changes')
    .select('actId')
    .distinct()
    .where('before', '<>', '')
    .where((eb) => eb.or(whole.map((text) => eb('before', 'like', likeInJson(text)))))
    .execute()
  return found.map(({ actId }) => actId)
}

const likeInJson = (text: string): string =>
  `%${JSON.stringify(text).slice(1, -1).replaceAll('\\', '_').replaceAll('%', '_')}%`

/** The owner's acts that these are, or are turns of. */
async function ownersOf(db: Db, acts: readonly number[]): Promise<readonly number[]> {
  const own = new Set<number>()
  for (const some of slices(acts)) {
    const found = await db
      .selectFrom('acts')
      .select(sql<number>`coalesce("ofAct", id)`.as('id'))
      .where('id', 'in', some)
      .execute()
    for (const { id } of found) own.add(id)
  }
  return [...own]
}

async function thin(db: Db, acts: readonly number[]): Promise<void> {
  for (const some of slices(acts)) {
    await db
      .deleteFrom('changes')
      .where('before', '<>', '')
      .where('actId', 'in', (eb) => eb.selectFrom('acts').select('id').where('ofAct', 'in', some))
      .execute()
    await db
      .updateTable('changes')
      .set({ before: '' })
      .where('before', '<>', '')
      .where('actId', 'in', some)
      .execute()
    await db.updateTable('acts').set({ kept: 'line' }).where('id', 'in', some).execute()
  }
}

/** What stands for an act that cannot be said without the person. */
const nothingSaid = 'Something with a customer (erased)'

/** Says without somebody what was done with them, and what names them; of two of one name, the other's stays. */
async function reword(
  db: Db,
  touched: readonly number[],
  words: ErasedWords,
  isOnlyOne: boolean,
): Promise<void> {
  const said = new Map<number, string>()
  for (const some of slices(touched)) {
    const acts = await db.selectFrom('acts').select(['id', 'says']).where('id', 'in', some).execute()
    for (const { id, says } of acts) if (words.names(says)) said.set(id, words.without(says) ?? nothingSaid)
  }
  if (isOnlyOne && words.whole.length > 0) {
    const named = await db
      .selectFrom('acts')
      .select(['id', 'says'])
      .where('ofAct', 'is', null)
      .where((eb) => eb.or(words.whole.map((text) => eb('folded', 'like', `%${fold(text)}%`))))
      .execute()
    for (const { id, says } of named) if (!said.has(id)) said.set(id, words.without(says) ?? nothingSaid)
  }
  for (const [id, says] of said) {
    await db
      .updateTable('acts')
      .set({ says, folded: fold(says) })
      .where('id', '=', id)
      .execute()
    await db.updateTable('acts').set({ says }).where('ofAct', '=', id).execute()
  }
}
