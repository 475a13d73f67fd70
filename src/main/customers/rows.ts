import { sql, type Expression } from 'kysely'
import type { Context } from '../store/context.ts'

type Db = Context['db']

/** The name a customer has today, of a column that holds their id; null where they are no longer on file. */
export const nameNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT who.name FROM customers AS who WHERE who.id = ${id})`

/** The phone a customer has today, of a column that holds their id; null where they are no longer on file. */
export const phoneNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT who.phone FROM customers AS who WHERE who.id = ${id})`

/** Customers by the numbers they had where they came from, the first on file first. */
export const customersNumbered = (db: Db, numbers: readonly string[]) =>
  db
    .selectFrom('customers')
    .select(['id', 'name', 'sourceId'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', numbers)
    .orderBy('id')
    .execute()

/** Everybody on file, the first first. */
export async function customerIds(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('customers').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
