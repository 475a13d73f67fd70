import { sql } from 'kysely'
import type { Context } from '../store/context.ts'
import { consentHeld, refusedOf } from './suppression.ts'

type Db = Context['db']

/**
 * Those behind an id who said yes to mail, in the order of their ids: whether a no holds for them all the same, and whether
 * somebody before them has the same address.
 */
// SQLite uses a partial index only for conditions that are written out, hence sql.lit.
export const whoSaidYes = (db: Db, after: number) =>
  db
    .selectFrom('customers as c')
    .select(['c.id', 'c.email', 'c.emailKey', 'c.asideSinceMs'])
    .select((eb) => [
      refusedOf(eb.ref('c.id'), eb.ref('c.emailKey'), eb.ref('c.mailConsent')).as('refused'),
      eb
        .exists(
          eb
            .selectFrom('customers as other')
            .select('other.id')
            .whereRef('other.emailKey', '=', 'c.emailKey')
            .where('other.emailKey', '<>', sql.lit(''))
            .where('other.mailConsent', '=', sql.lit('yes'))
            .where('other.asideSinceMs', 'is', null)
            .whereRef('other.id', '<', 'c.id'),
        )
        .as('repeated'),
    ])
    .where('c.mailConsent', '=', sql.lit('yes'))
    .where('c.id', '>', after)
    .orderBy('c.id')

/** One customer as a letter names them. */
export const mailRow = (db: Db, customerId: number) =>
  db
    .selectFrom('customers as c')
    .select(['c.id', 'c.name', 'c.company', 'c.formOfAddress', 'c.email', 'c.emailKey'])
    .where('c.id', '=', customerId)

/** One customer as a letter to them alone needs them, with the answer about mail that holds. */
export const writtenTo = (db: Db, customerId: number) =>
  db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'formOfAddress', 'language', 'email', 'emailKey', 'phone'])
    .select(['street', 'postcode', 'city', 'region', 'country'])
    .select((eb) => consentHeld(eb).as('consent'))
    .where('id', '=', customerId)
    .executeTakeFirst()

/** How many customers there are. */
export async function countCustomers(db: Db): Promise<number> {
  const { all } = await db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  return all
}
