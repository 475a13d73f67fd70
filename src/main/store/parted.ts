import { sql, type Kysely } from 'kysely'
import { fail, type Result } from '../../core/result.ts'
import { carriedCall } from './acts.ts'
import type { Engine, Reference } from './engines/engine.ts'
import { loggedTables, type Schema } from './schema.ts'

/** What is said where rows of one act need those of another, and the other is not known. */
export const belongsTogether = fail(
  'belongs-together',
  'Something entered later belongs to it. Nothing was changed. Undo the later entries first.',
)

/** An act that has to be turned round before another one can be. */
export interface InTheWay {
  readonly says: string
  readonly state: 'standing' | 'undone' | 'redone'
  readonly call?: string
}

/** What has to be done with the act in the way, named, as a sentence that follows. */
export const firstThat = ({ says, state, call }: InTheWay): string => {
  if (call === carriedCall)
    return `“${says}” came after it, and stays. Nothing was changed. Change on their page what is to be otherwise.`
  return state === 'undone'
    ? `It needs “${says}”, which is undone. Nothing was changed. Bring that back first.`
    : `“${says}” came after it. Nothing was changed. Undo that first.`
}

/**
 * Why an act cannot be turned round alone. The rows that were kept with it refer to what is gone, by the undo of what brought
 * it or by what took it away; or rows of a later act refer to what it added. Undefined where neither is so.
 */
export async function partedFrom(
  db: Kysely<Schema>,
  engine: Engine,
  actId: number,
): Promise<Result<never> | undefined> {
  const all = await engine.references(db)
  const kept = await tablesIn(db, actId, 'is not')
  for (const { child, field, parent } of all.filter((one) => kept.has(one.child))) {
    const { rows } = await sql<InTheWay>`
      WITH needed (id) AS (
        SELECT DISTINCT ${engine.log.field(field)} FROM changes
        WHERE "actId" = ${actId} AND "tableName" = ${child} AND before IS NOT NULL)
      SELECT acts.says, acts.state FROM needed
        JOIN changes ON changes."tableName" = ${parent} AND needed.id BETWEEN changes."rowId" AND changes."lastRowId"
        JOIN acts ON acts.id = changes."actId" AND acts."ofAct" IS NULL
      WHERE needed.id IS NOT NULL AND changes."actId" <> ${actId}
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(parent)} AS there WHERE there.id = needed.id)
        AND NOT EXISTS (SELECT 1 FROM changes AS own
          WHERE own."actId" = ${actId} AND own."tableName" = ${parent} AND own."rowId" = needed.id AND own.before IS NOT NULL)
      ORDER BY coalesce(acts."turnId", acts.id) DESC, acts.id DESC LIMIT 1`.execute(db)
    if (rows[0]) return fail('belongs-together', firstThat(rows[0]))
  }
  const later = await hangingOn(db, all, actId)
  return later && fail('belongs-together', firstThat(later))
}

const isLogged = (table: string): boolean => loggedTables.some((one) => one === table)

/** The tables of the rows that an act added (`is`), or changed and took away (`is not`). */
async function tablesIn(db: Kysely<Schema>, actId: number, added: 'is' | 'is not'): Promise<Set<string>> {
  const rows = await db
    .selectFrom('changes')
    .select('tableName')
    .distinct()
    .where('actId', '=', actId)
    .where('before', added, null)
    .execute()
  return new Set(rows.map(({ tableName }) => tableName))
}

/** One act in the way is enough to say; a customer list can have many thousands of rows hanging on it. */
const mostLookedAt = 200

/** The newest act whose rows refer to what an act added, and would lose it. */
async function hangingOn(
  db: Kysely<Schema>,
  all: readonly Reference[],
  actId: number,
): Promise<InTheWay | undefined> {
  const added = await tablesIn(db, actId, 'is')
  const references = all.filter(({ child, parent }) => isLogged(child) && added.has(parent))
  const found: (InTheWay & { readonly turn: number })[] = []
  for (const { child, field, parent } of references) {
    const { rows } = await sql<InTheWay & { turn: number }>`
      WITH hanging (id) AS (
        SELECT child.id FROM changes AS added
          JOIN ${sql.table(child)} AS child ON child.${sql.ref(field)} BETWEEN added."rowId" AND added."lastRowId"
        WHERE added."actId" = ${actId} AND added."tableName" = ${parent} AND added.before IS NULL
        ORDER BY child.id DESC LIMIT ${mostLookedAt})
      SELECT acts.says, acts.state, coalesce(acts."turnId", acts.id) AS turn FROM hanging
        JOIN changes ON changes."tableName" = ${child} AND hanging.id BETWEEN changes."rowId" AND changes."lastRowId"
        JOIN acts ON acts.id = changes."actId" AND acts."ofAct" IS NULL
      WHERE acts.id <> ${actId} AND acts.state <> 'undone'
      ORDER BY turn DESC, acts.id DESC LIMIT 1`.execute(db)
    found.push(...rows)
  }
  return found.toSorted((a, b) => b.turn - a.turn)[0]
}
