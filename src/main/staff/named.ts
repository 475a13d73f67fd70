import type { Kysely } from 'kysely'
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
