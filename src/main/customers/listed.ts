import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import type { CustomerOrder, ListedOnly } from '../../core/customers/orders.ts'
import type { Schema } from '../store/schema.ts'
import { dayFromNumber } from '../../core/day.ts'
import { asideLast } from './aside.ts'
import { addressesOfThose, whoseFormerRefuses } from './suppression.ts'

type Ids = SelectQueryBuilder<Schema, 'customers', object>

/** Everybody for whom a no holds, as `refusedOf` asks it of one: all at once, so that the list itself is read from its index alone. */
const noes = sql`SELECT id FROM customers WHERE "mailConsent" = 'no'
  UNION SELECT "customerId" FROM suppressions
  UNION ${whoseFormerRefuses}
  UNION SELECT id FROM customers WHERE "emailKey" <> '' AND "emailKey" IN (${addressesOfThose})
  UNION SELECT "customerId" FROM "suppressedHere"
  UNION SELECT id FROM customers WHERE "emailKey" <> '' AND "emailKey" IN (
    SELECT "emailKey" FROM customers WHERE "mailConsent" = 'no' UNION SELECT "emailKey" FROM suppressions)
  UNION SELECT "customerId" FROM "furtherMails" WHERE "emailKey" IN (
    SELECT "emailKey" FROM suppressions UNION ALL ${addressesOfThose})`

const yeses = sql`SELECT id FROM customers WHERE "mailConsent" = 'yes'`

const refused = sql<number>`(${noes})`
const saidYes = sql<number>`(${yeses})`
const answered = sql<number>`(${yeses} UNION ${noes})`

/** Whose mail or letters came back from the address that is theirs now; of letters the rule is asked, known to every connection. */
const dead = sql<number>`(
  SELECT id FROM customers WHERE "emailKey" <> '' AND "emailKey" IN (
    SELECT "deadMail" FROM customers WHERE "deadMail" <> '')
  UNION SELECT id FROM customers WHERE "deadPost" <> '' AND "isDeadPost"("deadPost", street, postcode, city))`

const present = (all: Ids) => all.where(asideLast, '=', sql.lit<0>(0))

const narrowed: Readonly<Record<Exclude<ListedOnly, 'all'>, (all: Ids, todayNo: number) => Ids>> = {
  yes: (all) => present(all).where('id', 'in', saidYes).where('id', 'not in', refused),
  no: (all) => present(all).where('id', 'in', refused),
  unasked: (all) => present(all).where('id', 'not in', answered),
  quiet: (all, todayNo) =>
    present(all)
      .where('deceasedDay', '=', sql.lit(''))
      .where('id', 'in', (eb) =>
        eb.selectFrom('customerRhythm').select('customerId').where('quietFromDayNo', '<=', todayNo),
      ),
  paused: (all, todayNo) =>
    present(all).where('pausedUntil', '<>', sql.lit('')).where('pausedUntil', '>', dayFromNumber(todayNo)),
  dead: (all) => present(all).where('id', 'in', dead),
  aside: (all) => all.where(asideLast, '=', sql.lit<1>(1)),
}

/** Who is listed of all, or of those found: who is put aside only where they were looked for. */
export function listed(rows: Ids, only: ListedOnly, isAll: boolean, todayNo: number): Ids {
  if (only !== 'all') return narrowed[only](rows, todayNo)
  return isAll ? present(rows) : rows
}

/** The order of the list; who has nothing in the column comes last, whichever way, and who is put aside behind all others. */
export function inOrder(rows: Ids, by: CustomerOrder, down: boolean, isMixed: boolean, todayNo: number) {
  const way = down ? 'desc' : 'asc'
  const behind: RawBuilder<unknown> = isMixed ? asideLast : sql`NULL`
  const ids = rows.select('customers.id')
  switch (by) {
    case 'name':
      return isMixed
        ? ids.orderBy(asideLast).orderBy('folded', way).orderBy('city', way).orderBy('id', way)
        : ids.orderBy('folded', way).orderBy('city', way).orderBy('id', way)
    case 'city':
      return ids
        .orderBy(behind)
        .orderBy(sql`CASE WHEN customers.city = '' THEN 1 ELSE 0 END`)
        .orderBy(sql`lower(customers.city)`, way)
        .orderBy('folded')
        .orderBy('id')
    case 'quiet':
      return ids.orderBy(behind).orderBy(silenceOf(todayNo, down), way).orderBy('folded').orderBy('id')
    case 'last':
      return ids.orderBy(behind).orderBy(lastContact(down), way).orderBy('folded').orderBy('id')
  }
}

/** How many times the usual pause a silence is, of who has a rhythm. */
export const timesUsual = (todayNo: number) => sql<number>`(${sql.lit(todayNo)} - "lastDayNo") / "everyDays"`

const silenceOf = (todayNo: number, down: boolean) =>
  sql`coalesce((SELECT ${timesUsual(todayNo)} FROM "customerRhythm" WHERE "customerId" = customers.id), ${sql.lit(
    down ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER,
  )})`

const lastContact = (down: boolean) =>
  sql`coalesce((SELECT "lastStrongMs" FROM "customerContact" WHERE "customerId" = customers.id), ${sql.lit(
    down ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER,
  )})`
