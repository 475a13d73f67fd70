import { sql, type Kysely } from 'kysely'
import { fold } from '../../core/fold.ts'
import { actState, type ActState } from '../../core/shop/act-states.ts'
import type { ChangeLog } from './engines/engine.ts'
import type { Schema } from './schema.ts'

/** A write as the owner knows it: what it did, in words, and how it stands. */
export interface Act {
  readonly id: number
  readonly says: string
  readonly state: ActState
  /** Where what it did is seen. */
  readonly page?: string
}

/**
 * What a restore keeps of what was noted since: an act by its call, with its rows of before, that no turn takes back. It makes no file
 * another one, for it is kept anew whenever files change places.
 */
export const carriedCall = 'backups.carried'

interface NewAct {
  readonly atMs: number
  readonly who: string
  readonly madeAt: string
  readonly call: string
}

/** The shop's zone and currency when an act began, in which its rows of before are written; '' where that is not known. */
export const begunIn = async (
  { db }: { readonly db: Kysely<Schema> },
  id: number,
): Promise<{ readonly zone: string; readonly currency: string }> =>
  (await db.selectFrom('acts').select(['zone', 'currency']).where('id', '=', id).executeTakeFirst()) ?? {
    zone: '',
    currency: '',
  }

const ofShop = (column: 'zone' | 'currency') =>
  sql<string>`coalesce((SELECT ${sql.ref(column)} FROM shop WHERE id = 1), '')`

/** Opens an act: from here to {@link endAct} every change is logged under it. */
export async function beginAct(db: Kysely<Schema>, log: ChangeLog, act: NewAct): Promise<number> {
  const { id } = await db
    .insertInto('acts')
    .values({ ...act, says: act.call, zone: ofShop('zone'), currency: ofShop('currency') })
    .returning('id')
    .executeTakeFirstOrThrow()
  await log.begin(db, id)
  return id
}

/** Closes an act; one that changed nothing leaves no trace. */
export async function endAct(
  db: Kysely<Schema>,
  log: ChangeLog,
  id: number,
  says: string,
): Promise<Act | undefined> {
  await log.end(db)
  const { ofAct, state, kept } = await db
    .selectFrom('acts')
    .select(['ofAct', 'state', 'kept'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (ofAct !== null) return { id, says, state }
  if (!(await hasChanged(db, id))) {
    await db.deleteFrom('acts').where('id', '=', id).execute()
    return undefined
  }
  await db
    .updateTable('acts')
    .set({ says, folded: fold(says) })
    .where('id', '=', id)
    .execute()
  const beginning = (await madeTheShop(db, id)) ? 1 : 0
  if (beginning) await db.updateTable('acts').set({ beginning }).where('id', '<=', id).execute()
  return { id, says, state: actState({ state, beginning, kept }) }
}

const changesOf = (db: Kysely<Schema>, id: number) =>
  db.selectFrom('changes').select('id').where('actId', '=', id).limit(1)

const hasChanged = (db: Kysely<Schema>, id: number) => changesOf(db, id).executeTakeFirst()

/** Taking back what made the shop, or what came before there was one, would leave no shop. */
const madeTheShop = (db: Kysely<Schema>, id: number) =>
  changesOf(db, id)
    .where('tableName', '=', 'shop')
    .where('rowId', '=', 1)
    .where('before', 'is', null)
    .executeTakeFirst()

/** The id of the last act there is; 0 for none. */
export async function newestAct(db: Kysely<Schema>): Promise<number> {
  const { id } = await db
    .selectFrom('acts')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

/** Whether anything was changed after that act, beside the act that is under way. */
export async function otherActsSince(db: Kysely<Schema>, act: number): Promise<boolean> {
  const later = await db.selectFrom('acts').select('id').where('id', '>', act).limit(2).execute()
  return later.length > 1
}

/** When an act was done. */
export async function momentOf(db: Kysely<Schema>, id: number): Promise<number> {
  const { atMs } = await db.selectFrom('acts').select('atMs').where('id', '=', id).executeTakeFirstOrThrow()
  return atMs
}

/** Whether one of these calls wrote anything since an act. */
export async function anySince(db: Kysely<Schema>, id: number, calls: readonly string[]): Promise<boolean> {
  const found = await db
    .selectFrom('acts')
    .select('id')
    .where('id', '>', id)
    .where('call', 'in', calls)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
