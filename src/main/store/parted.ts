import { sql, type Kysely } from 'kysely'
import { fail, type Result } from '../../core/result.ts'
import type { Schema } from './schema.ts'

/** What is said where rows of one act need those of another, and the other is not known. */
export const belongsTogether = fail(
  'belongs-together',
  'Something entered later belongs to it. Nothing was changed. Undo the later entries first.',
)

/** An act that has to be turned round before another one can be. */
export interface InTheWay {
  readonly says: string
  readonly state: 'standing' | 'undone' | 'redone'
}

/** What has to be done with the act in the way, named, as a sentence that follows. */
export const firstThat = ({ says, state }: InTheWay): string =>
  state === 'undone'
    ? `It needs “${says}”, which is undone. Nothing was changed. Bring that back first.`
    : `“${says}” came after it. Nothing was changed. Undo that first.`

/**
 * Why the rows that were kept with an act cannot stand by themselves: what they refer to is gone, by the undo of what brought
 * it or by what took it away. Undefined where all of it is there.
 */
export async function partedFrom(db: Kysely<Schema>, actId: number): Promise<Result<never> | undefined> {
  const { rows: references } = await sql<{ child: string; field: string; parent: string }>`
    SELECT child.name AS child, reference."from" AS field, reference."table" AS parent
    FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
    WHERE child.type = 'table'
      AND child.name IN (SELECT tableName FROM changes WHERE actId = ${actId} AND before IS NOT NULL)`.execute(
    db,
  )
  for (const { child, field, parent } of references) {
    const { rows } = await sql<InTheWay>`
      WITH needed (id) AS (
        SELECT DISTINCT json_extract(before, ${`$.${field}`}) FROM changes
        WHERE actId = ${actId} AND tableName = ${child} AND before IS NOT NULL)
      SELECT acts.says, acts.state FROM needed
        JOIN changes ON changes.tableName = ${parent} AND needed.id BETWEEN changes.rowId AND changes.lastRowId
        JOIN acts ON acts.id = changes.actId AND acts.ofAct IS NULL
      WHERE needed.id IS NOT NULL AND changes.actId <> ${actId}
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(parent)} AS there WHERE there.id = needed.id)
        AND NOT EXISTS (SELECT 1 FROM changes AS own
          WHERE own.actId = ${actId} AND own.tableName = ${parent} AND own.rowId = needed.id AND own.before IS NOT NULL)
      ORDER BY coalesce(acts.turnId, acts.id) DESC, acts.id DESC LIMIT 1`.execute(db)
    if (rows[0]) return fail('belongs-together', firstThat(rows[0]))
  }
  return undefined
}
