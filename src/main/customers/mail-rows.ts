import { sql, type Expression } from 'kysely'
import { mayReach, type Reach, type Way } from '../../core/customers/may-reach.ts'
import type { Day } from '../../core/day.ts'
import { asciiAddress, isMailAddress } from '../../core/mail-address.ts'
import type { Context } from '../store/context.ts'
import { consentHeld, refusedOf } from './suppression.ts'

type Db = Context['db']

/** Those behind an id who said yes to mail, in the order of their ids, and whether a no holds for them all the same. */
// SQLite uses a partial index only for conditions that are written out, hence sql.lit.
export const whoSaidYes = (db: Db, after: number) =>
  db
    .selectFrom('customers as c')
    .select(['c.id', 'c.email', 'c.emailKey', 'c.asideSinceMs', 'c.deceasedDay', 'c.pausedUntil'])
    .select((eb) => [
      refusedOf(eb.ref('c.id'), eb.ref('c.emailKey'), eb.ref('c.mailConsent')).as('refused'),
      isDeadMail(eb.ref('c.emailKey')).as('dead'),
    ])
    .where('c.mailConsent', '=', sql.lit('yes'))
    .where('c.id', '>', after)
    .orderBy('c.id')

/** Whether mail to an address came back, whoever it was noted of. */
export const isDeadMail = (emailKey: Expression<string>) =>
  sql<
    0 | 1
  >`EXISTS (SELECT 1 FROM customers AS noted WHERE noted."deadMail" <> '' AND noted."deadMail" = ${emailKey})`

type YesRow = Awaited<ReturnType<ReturnType<typeof whoSaidYes>['execute']>>[number]

/** Whether one of {@link whoSaidYes} may be written to, and why not. */
export const mailReach = (row: YesRow, today: Day): Reach =>
  mayReach({ ...row, way: mailWay(row), consent: row.refused ? 'no' : 'yes' }, 'email', today)

/** What is known of somebody's mail address. */
export function mailWay({ email, emailKey, dead }: Pick<YesRow, 'email' | 'emailKey' | 'dead'>): Way {
  if (email.trim() === '') return 'none'
  if (emailKey === '' || !isMailAddress(asciiAddress(email))) return 'wrong'
  return dead ? 'dead' : 'good'
}

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
