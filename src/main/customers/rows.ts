import { sql, type Expression } from 'kysely'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { deceased } from '../../core/customers/may-reach.ts'
import type { OnFileValues } from '../../core/customers/import-plan.ts'
import { detailNames } from '../../core/customers/person.ts'
import { formerNumbered } from './former.ts'
import type { Row } from '../store/schema.ts'
import type { Context } from '../store/context.ts'

type Db = Context['db']

/** The name a customer has today, of a column that holds their id; null where they are no longer on file. */
export const nameNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT who.name FROM customers AS who WHERE who.id = ${id})`

/** The phone a customer has today, of a column that holds their id; null where they are no longer on file. */
export const phoneNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT who.phone FROM customers AS who WHERE who.id = ${id})`

/** What must be known of a customer, that they died before an allergy and the like, of a column that holds their id; null where they are no longer on file. */
export const mustKnowNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT CASE WHEN who."deceasedDay" = '' THEN who."mustKnow"
    WHEN who."mustKnow" = '' THEN ${sql.lit(deceased)} ELSE ${sql.lit(`${deceased}; `)} || who."mustKnow" END
    FROM customers AS who WHERE who.id = ${id})`

/** Customers by the numbers they had where they came from, the first on file first; also by that of somebody who was merged into them. */
export async function customersNumbered(db: Db, numbers: readonly string[]) {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'sourceId', 'broughtFields', 'earlierValues'])
    .where('sourceId', '<>', '')
    .where('sourceId', 'in', numbers)
    .orderBy('id')
    .execute()
  const former = await formerNumbered(db, numbers)
  return former.length === 0 ? rows : [...rows, ...former].toSorted((a, b) => a.id - b.id)
}

/** Everybody on file, the first first. */
export async function customerIds(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('customers').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What somebody is known again by (core/customers/same-for-a-no.ts). */
export const personColumns = ['id', 'name', 'phone', 'sourceId', 'broughtFields', 'earlierValues'] as const

/** What an import knows of a customer on file. */
export const planColumns = [
  'id',
  'sourceId',
  'mailConsent',
  'mailConsentDay',
  'mailConsentSource',
  'broughtFields',
  'earlierValues',
  ...detailNames,
] as const

export type PlanRow = Pick<Row<'customers'>, (typeof planColumns)[number]>

/** A row with these columns as the plan of an import takes it. */
export function valuesForPlan({
  id: _id,
  sourceId,
  mailConsent,
  mailConsentDay,
  mailConsentSource: consentSource,
  broughtFields,
  earlierValues,
  ...details
}: PlanRow): OnFileValues {
  const memory = customerMemory.read({ broughtFields, earlierValues })
  const isTakenBack = mailConsent === 'unasked' && mailConsentDay !== ''
  return { details, memory, sourceId, consent: mailConsent, isTakenBack, consentSource }
}
