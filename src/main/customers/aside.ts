import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Context } from '../store/context.ts'

/** 1 for who is put aside, behind the others in each order: in the very words of the index by name. */
export const asideLast = sql<0 | 1>`CASE WHEN customers."asideSinceMs" IS NULL THEN 0 ELSE 1 END`

/** How many customers are put aside. */
export async function countAside(db: Context['db']): Promise<number> {
  const { n } = await db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('asideSinceMs', 'is not', null)
    .executeTakeFirstOrThrow()
  return n
}

/** Behind what was done with somebody who is put aside: it does not take them back. */
export const asideWords = (isAside: boolean): string => (isAside ? '. They are put aside' : '')

/** Whether somebody is to be asked and thanked: neither put aside nor noted as deceased. */
export async function isStillCustomer({ db }: Pick<Context, 'db'>, customerId: number): Promise<boolean> {
  const row = await db
    .selectFrom('customers')
    .select(['asideSinceMs', 'deceasedDay'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row !== undefined && row.asideSinceMs === null && row.deceasedDay === ''
}

/** Until which day a customer asked to hear nothing, for a condition on other rows; '' where they did not. */
export const pausedUntilOf = (customerId: Expression<number | null>): RawBuilder<string> =>
  sql<string>`coalesce((SELECT "pausedUntil" FROM customers WHERE customers.id = ${customerId}), '')`
