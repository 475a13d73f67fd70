import { sql } from 'kysely'
import { fail, type Result } from '../../core/result.ts'
import { rowsTurned } from './changes.ts'
import type { Context } from './context.ts'
import { belongsTogether, firstThat, type InTheWay } from './parted.ts'
import type { LoggedTable } from './schema.ts'
import type { Guard } from './undo.ts'

/** A column that points at a row of another table, which the tables themselves do not see to; `kind` where it may point at others too. */
interface Link {
  readonly child: LoggedTable
  readonly field: string
  readonly parent: LoggedTable
  readonly kind?: string
}

const links: readonly Link[] = [
  { child: 'referrals', field: 'customerId', parent: 'customers' },
  { child: 'referrals', field: 'byId', parent: 'customers' },
  { child: 'twoPeople', field: 'customerId', parent: 'customers' },
  { child: 'twoPeople', field: 'otherId', parent: 'customers' },
  { child: 'letters', field: 'customerId', parent: 'customers' },
  { child: 'formerCustomers', field: 'customerId', parent: 'customers' },
  { child: 'actions', field: 'aboutId', parent: 'customers', kind: 'customer' },
  { child: 'actions', field: 'aboutId', parent: 'promises', kind: 'promise' },
]

/**
 * Nobody is taken off the file while something entered since points at them, and nothing comes back that points at nobody: such a
 * turn is refused, and says what comes first. What points at nobody already, in older files, is no matter of this turn.
 */
export const nothingPointsAtNobody: Guard = async (context, taking) => {
  if (!(await changesAny(context, taking))) return async () => undefined
  const before = await danglingNow(context)
  // A redo forgets what it was told by.
  const back = new Map<LoggedTable, readonly number[]>()
  for (const { child } of links) back.set(child, await rowsTurned(context, taking, child))
  return async () => {
    for (const [key, dangling] of await danglingNow(context))
      if (!before.has(key))
        return whyNot(context, taking, dangling, back.get(dangling.child)!.includes(dangling.id))
    return undefined
  }
}

interface Dangling extends Link {
  readonly id: number
  readonly parentId: number
}

/** Whether the turn changes any table at an end of a link. */
async function changesAny({ db }: Context, taking: number): Promise<boolean> {
  const ends = [...new Set(links.flatMap(({ child, parent }) => [child, parent]))]
  const row = await db
    .selectFrom('changes')
    .select('id')
    .where('actId', '=', taking)
    .where('tableName', 'in', ends)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function danglingNow({ db }: Context): Promise<ReadonlyMap<string, Dangling>> {
  const found = new Map<string, Dangling>()
  for (const link of links) {
    const { child, field, parent, kind } = link
    const isOfKind = kind === undefined ? sql`` : sql`AND child."aboutKind" = ${kind}`
    const { rows } = await sql<{ id: number; parentId: number }>`
      SELECT child.id, child.${sql.ref(field)} AS "parentId" FROM ${sql.table(child)} AS child
      LEFT JOIN ${sql.table(parent)} AS parent ON parent.id = child.${sql.ref(field)}
      WHERE parent.id IS NULL AND child.${sql.ref(field)} IS NOT NULL ${isOfKind}
      ORDER BY child.id DESC`.execute(db)
    for (const row of rows) found.set(`${child} ${field} ${row.id} ${row.parentId}`, { ...link, ...row })
  }
  return found
}

/** The newest act that has to be turned first: of what points at nobody now, or of whom that points at which came back. */
async function whyNot(
  context: Context,
  taking: number,
  { child, id, parent, parentId }: Dangling,
  cameBack: boolean,
): Promise<Result<never>> {
  const [table, row] = cameBack ? [parent, parentId] : [child, id]
  const isUndone = sql<boolean>`(acts.state = 'undone') = ${cameBack ? sql`TRUE` : sql`FALSE`}`
  const { rows } = await sql<InTheWay>`
    SELECT acts.says, acts.state FROM changes JOIN acts ON acts.id = changes."actId"
    WHERE changes."tableName" = ${table} AND ${row} BETWEEN changes."rowId" AND changes."lastRowId"
      AND acts."ofAct" IS NULL AND ${isUndone}
      AND acts.id <> (SELECT coalesce("ofAct", id) FROM acts AS own WHERE own.id = ${taking})
    ORDER BY coalesce(acts."turnId", acts.id) DESC, acts.id DESC LIMIT 1`.execute(context.db)
  return rows[0] ? fail('belongs-together', firstThat(rows[0])) : belongsTogether
}
