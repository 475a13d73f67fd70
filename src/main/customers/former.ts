import { sql, type Expression } from 'kysely'
import { formerDetails, keptDetails } from '../../core/customers/former.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import type { Mergeable } from '../../core/customers/merge-choice.ts'
import { personOnFile } from '../../core/customers/same-for-a-no.ts'
import { whoseSigns } from '../../core/customers/whose.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'

type Db = Context['db']

type FormerRow = Row<'formerCustomers'>

/** Keeps who was merged into whom, as they were: a file that names them is to find who was kept. */
export async function keepFormer(
  { db }: Pick<Context, 'db'>,
  goneId: number,
  customerId: number,
  { details, memory, sourceId }: Mergeable,
): Promise<void> {
  await db
    .insertInto('formerCustomers')
    .values({ customerId, goneId, sourceId, details: keptDetails(details), ...customerMemory.write(memory) })
    .execute()
}

/** Keeps what a file said anew of those who were merged. */
export const writeFormers = (
  context: Pick<Context, 'updateMany'>,
  formers: readonly (Mergeable & { readonly id: number })[],
) =>
  context.updateMany(
    'formerCustomers',
    formers.map(({ id, details, memory, sourceId }) => ({
      id,
      sourceId,
      details: keptDetails(details),
      ...customerMemory.write(memory),
    })),
  )

/** The number that was theirs, of who was merged, by the row they are kept in. */
export async function goneIds(db: Db) {
  const rows = await db.selectFrom('formerCustomers').select(['id', 'goneId']).execute()
  const byRow = new Map(rows.map(({ id, goneId }) => [id, goneId]))
  return (rowId: number | null): number => byRow.get(rowId!)!
}

/** Those who were merged into somebody who is merged now. */
export const moveFormer = ({ db }: Pick<Context, 'db'>, goneId: number, keepId: number) =>
  db.updateTable('formerCustomers').set({ customerId: keepId }).where('customerId', '=', goneId).execute()

/** Everybody who was merged into another, as a file may name them. */
export async function formerCustomers(db: Db) {
  const rows = await db.selectFrom('formerCustomers').selectAll().orderBy('id').execute()
  return rows.map(({ id, customerId, sourceId, details, broughtFields, earlierValues }) => ({
    id,
    customerId,
    values: {
      details: formerDetails(details),
      memory: customerMemory.read({ broughtFields, earlierValues }),
      sourceId,
    },
  }))
}

/** Who was merged into customers, each as they were, with the signs of their own by which they are known again. */
export async function formersOf({ db }: Pick<Context, 'db'>, ids: readonly number[]) {
  const rows = await formerRows(db, 'customerId', ids)
  return rows.map((row) => ({ goneId: row.goneId, details: formerDetails(row.details), whose: whoseOf(row) }))
}

/** The same of those who were merged themselves, by the number that was theirs. */
export async function whoseOfFormers({ db }: Pick<Context, 'db'>, goneIds: readonly number[]) {
  const rows = await formerRows(db, 'goneId', goneIds)
  return new Map(rows.map((row) => [row.goneId, whoseOf(row)]))
}

const formerRows = (db: Db, column: 'customerId' | 'goneId', ids: readonly number[]) =>
  db
    .selectFrom('formerCustomers')
    .select(['goneId', 'sourceId', 'details', 'broughtFields', 'earlierValues'])
    .where(column, 'in', ids)
    .orderBy('id')
    .execute()

const whoseOf = ({ details, ...kept }: Omit<FormerRow, 'id' | 'customerId'>): string =>
  whoseSigns(personOnFile({ ...formerDetails(details), ...kept }))

/** {@link keptOf} of a column that holds an id. */
export const keptNow = (id: Expression<number>) =>
  sql<number>`coalesce((SELECT former."customerId" FROM "formerCustomers" AS former
    WHERE former."goneId" = ${id} ORDER BY former.id DESC LIMIT 1), ${id})`

/** Who an id is of by now: whoever was merged is the one who was kept. */
export async function keptOf({ db }: Pick<Context, 'db'>, customerId: number): Promise<number> {
  const row = await db
    .selectFrom('formerCustomers')
    .select('customerId')
    .where('goneId', '=', customerId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.customerId ?? customerId
}

/** Customers by the numbers of those who were merged into them, under the name that came with each. */
export async function formerNumbered(db: Db, numbers: readonly string[]) {
  const rows = await db
    .selectFrom('formerCustomers')
    .select(['customerId', 'sourceId', 'details', 'broughtFields', 'earlierValues'])
    .where('sourceId', 'in', numbers)
    .where('sourceId', '<>', '')
    .orderBy('id')
    .execute()
  return rows.map(({ customerId: id, details, ...row }) => {
    const { name, company } = formerDetails(details)
    return { id, name, company, ...row }
  })
}
