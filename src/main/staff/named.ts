import { sql, type Expression, type Kysely } from 'kysely'
import { fail } from '../../core/result.ts'
import type { Schema } from '../store/schema.ts'

/** What somebody who works here is called; undefined for who does not, or not any more. */
export async function staffNamed(db: Kysely<Schema>, staffId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', staffId)
    .where('retiredAtMs', 'is', null)
    .executeTakeFirst()
  return row?.name
}

/** What somebody is called today, of a column that holds their id, also when they no longer work here. */
export const staffNameNow = (id: Expression<number | null>) =>
  sql<string | null>`(SELECT name FROM staff WHERE staff.id = ${id})`

/** Who was asked for is not there. */
export const noStaff = fail(
  'no-staff',
  'They are not on the list of who works here any more. Nothing was changed.',
  'staffId',
)
