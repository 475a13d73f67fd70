import { sql, type Kysely } from 'kysely'
import { fold } from '../../core/fold.ts'
import { erasedName, type Erased, type SureWords } from '../../core/customers/erased-words.ts'
import type { Context } from './context.ts'
import { likeInJson } from './like-in-json.ts'
import type { LoggedTable, Schema } from './schema.ts'

type Db = Kysely<Schema>

/** Rows of tables that are to be in the log no more. */
export type Forgotten = ReadonlyMap<LoggedTable, readonly number[]>

/** The columns by which rows name a customer. */
const naming = ['customerId', 'otherId', 'goneId', 'byId'] as const

const aSlice = 500

/**
 * Takes somebody out of the log: every act that touched one of the rows, or one that was ever theirs, or keeps what surely means them,
 * keeps its line alone and can be turned no more; what acts say is without them. The act under way becomes such a line.
 */
export async function forgetInLog(context: Context, erased: Erased, rows: Forgotten): Promise<void> {
  const { db, actId } = context
  const theirs = new Map<LoggedTable, readonly number[]>(rows)
  for (const { tableName, rowId } of await imagesNaming(context, erased)) {
    const table = tableName as LoggedTable
    theirs.set(table, [...(theirs.get(table) ?? []), rowId])
  }
  const about = await actsOn(db, theirs)
  about.delete(actId!)
  const own = await ownersOf(db, [...about])
  const naming = await ownersOf(db, [
    ...(await actsSaying(db, erased.words.sure)),
    ...(await actsOfName(context, erased)),
  ])
  await thin(db, [...new Set([...own, ...naming])])
  const toDos = await actsOn(db, new Map([['actions', theirs.get('actions') ?? []]]))
  await reword(db, { own, toDos: new Set(await ownersOf(db, [...toDos])) }, erased)
  await keepLineAlone(context)
  // By which a restore knows whom it brings back, also of those who had been merged into them.
  await db
    .insertInto('changes')
    .values(
      erased.ids.map((id) => ({
        actId: actId!,
        tableName: 'customers',
        rowId: id,
        lastRowId: id,
        before: '',
      })),
    )
    .execute()
}

/** The act under way stands for good: only its line is kept, and no undo takes it back. */
export const keepLineAlone = async ({ db, actId }: Pick<Context, 'db' | 'actId'>): Promise<void> => {
  await db.updateTable('acts').set({ kept: 'line' }).where('id', '=', actId).execute()
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
async function imagesNaming({ db, engine }: Context, { ids, promiseIds }: Erased) {
  const field = <T>(name: string) => sql<T>`CASE WHEN before <> '' THEN ${engine.log.field(name)} END`
  const isOne = (name: string, of: readonly number[]) =>
    of.length === 0 ? sql<boolean>`FALSE` : sql<boolean>`${field(name)} IN (${sql.join([...of])})`
  const isAbout = (kind: string) => sql<boolean>`${field<string>('aboutKind')} = ${kind}`
  return await db
    .selectFrom('changes')
    .select(['tableName', 'rowId'])
    .distinct()
    .where('before', '<>', '')
    .where((eb) =>
      eb.or([
        ...naming.map((name) => isOne(name, ids)),
        eb.and([isAbout('customer'), isOne('aboutId', ids)]),
        eb.and([isAbout('promise'), isOne('aboutId', promiseIds)]),
      ]),
    )
    .execute()
}

/** The acts, and turns, that keep rows of somebody of the name who is not on file, where nobody else is called so. */
async function actsOfName({ db, engine }: Context, { names, isOnlyOne }: Erased) {
  if (!isOnlyOne) return []
  // A field is read of what is kept alone, whatever is asked first.
  const field = (column: string) => sql`CASE WHEN changes.before <> '' THEN ${engine.log.field(column)} END`
  const found = await db
    .selectFrom('changes')
    .select('actId')
    .distinct()
    .where('before', '<>', '')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('tableName', '=', 'customers'),
          eb('rowId', 'not in', eb.selectFrom('customers').select('customers.id')),
        ]),
        // Written down by name alone.
        eb.and([eb('tableName', '=', 'promises'), sql<boolean>`${field('customerId')} IS NULL`]),
      ]),
    )
    .where(sql<boolean>`${field('name')} IN (${sql.join([...names])})`)
    .execute()
  return found.map(({ actId }) => actId)
}

/** The acts, and turns, of which what was before says what surely means somebody. */
async function actsSaying(db: Db, { texts, names }: SureWords): Promise<readonly number[]> {
  if (texts.length === 0) return []
  const found = await db
    .selectFrom('changes')
    .select(['actId', 'before'])
    .where('before', '<>', '')
    .where((eb) => eb.or(texts.map((text) => eb('before', 'like', likeInJson(text)))))
    .execute()
  return [...new Set(found.filter(({ before }) => names(bareText(before!))).map(({ actId }) => actId))]
}

/** JSON as its texts read: a line break is no letter before a name. */
const bareText = (json: string): string =>
  json.replace(/\\(u[\da-f]{4}|.)/gi, (_, sign: string) => (sign === '"' || sign === '\\' ? sign : ' '))

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
const nothingSaid = `Something with ${erasedName}`
/** What stands for one with what was to be done about them, whatever its words were. */
const toDoSaid = `Something to do about ${erasedName}`

interface Touching {
  /** Acts that touched what was theirs. */
  readonly own: readonly number[]
  /** Those that touched what was to be done about them. */
  readonly toDos: ReadonlySet<number>
}

/** Says without somebody what was done with them; a line about others, only where it surely means them. */
async function reword(db: Db, { own, toDos }: Touching, { words }: Erased): Promise<void> {
  const { sure } = words
  const said = new Map<number, string>()
  for (const some of slices(own)) {
    const acts = await db.selectFrom('acts').select(['id', 'says', 'call']).where('id', 'in', some).execute()
    for (const { id, says, call } of acts)
      if (toDos.has(id) && call.startsWith('actions.')) said.set(id, toDoSaid)
      else if (words.names(says)) said.set(id, words.without(says) ?? nothingSaid)
  }
  if (sure.texts.length > 0) {
    const named = await db
      .selectFrom('acts')
      .select(['id', 'says'])
      .where('ofAct', 'is', null)
      .where((eb) => eb.or(sure.texts.map((text) => eb('folded', 'like', `%${fold(text)}%`))))
      .execute()
    for (const { id, says } of named) if (!said.has(id) && sure.names(says)) said.set(id, sure.without(says))
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
