import { sql, type Kysely } from 'kysely'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from './context.ts'
import type { DatabaseError } from './engines/engine.ts'
import { loggedTables, type LoggedTable, type Row, type Schema } from './schema.ts'

const changesAPage = 200

interface Change {
  readonly id: number
  readonly tableName: string
  readonly rowId: number
  readonly lastRowId: number
  readonly before: string | null
}

/**
 * Takes the changes of an act back, newest first; with `forget` they leave the log, as nothing needs them any more.
 * Problems: in-the-way (another row has taken a number that is given once), other-version (the tables are others now).
 */
export async function takeBackAll(
  context: Context,
  actId: number,
  forget: boolean,
): Promise<Result<undefined>> {
  const total = await countRows(context.db, actId)
  let below = Number.MAX_SAFE_INTEGER
  for (let done = 0; done < total;) {
    const page = await context.db
      .selectFrom('changes')
      .select(['id', 'tableName', 'rowId', 'lastRowId', 'before'])
      .where('actId', '=', actId)
      .where('id', '<', below)
      .orderBy('id', 'desc')
      .limit(changesAPage)
      .execute()
    const from = done
    for (const group of alike(page)) {
      const taken = await takeBack(context, group, (rows) => context.step(from + rows, total, 'Taking back'))
      if (!taken.ok) return taken
      done += taken.value
    }
    below = page.at(-1)!.id
    if (forget) await forgetChanges(context.db, actId, below, page[0]!.id)
    await context.step(done, total, 'Taking back')
  }
  return ok(undefined)
}

async function countRows(db: Kysely<Schema>, actId: number): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select(sql<number>`coalesce(sum("lastRowId" - "rowId" + 1), 0)`.as('n'))
    .where('actId', '=', actId)
    .executeTakeFirstOrThrow()
  return row.n
}

const forgetChanges = (db: Kysely<Schema>, actId: number, from: number, to: number) =>
  db.deleteFrom('changes').where('actId', '=', actId).where('id', '>=', from).where('id', '<=', to).execute()

/** Neighbouring changes of one table and kind, each row once: what one statement can take back. */
function alike(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  let rows = new Set<number>()
  for (const change of changes) {
    const group = groups.at(-1)
    const first = group?.[0]
    const joins =
      first?.tableName === change.tableName &&
      !isRun(first) &&
      !isRun(change) &&
      (first.before === null) === (change.before === null) &&
      !rows.has(change.rowId)
    if (joins) group!.push(change)
    else {
      groups.push([change])
      rows = new Set()
    }
    rows.add(change.rowId)
  }
  return groups
}

const isRun = ({ rowId, lastRowId }: Change): boolean => lastRowId > rowId

/** What an undo says of an act whose rows of before no migration could bring along. */
export const otherVersion = fail(
  'other-version',
  'It was done by an earlier version, which kept these things otherwise, so it cannot be undone. Nothing was changed.',
)

/** Takes back a group of {@link alike} changes, in the order of their rows, which is what indexes and search like best. */
async function takeBack(
  context: Context,
  group: readonly Change[],
  step: (rows: number) => Promise<void>,
): Promise<Result<number>> {
  const table = loggedTables.find((name) => name === group[0]!.tableName)
  if (!table) return otherVersion
  const [first] = group
  if (isRun(first!)) return takeBackRun(context, table, first!, step)
  const ids = sql.join(group.map(({ rowId }) => rowId).toSorted((a, b) => a - b))
  if (first!.before === null) {
    await sql`DELETE FROM ${sql.table(table)} WHERE id IN (${ids})`.execute(context.db)
    return ok(group.length)
  }
  const there = await sql<{ id: number }>`
    SELECT id FROM ${sql.table(table)} WHERE id IN (${ids})`.execute(context.db)
  const present = new Set(there.rows.map(({ id }) => id))
  const rows = group
    .map(({ before }) => JSON.parse(before!) as Row<typeof table>)
    .toSorted((a, b) => a.id - b.id)
  try {
    await context.updateMany(
      table,
      rows.filter(({ id }) => present.has(id)),
    )
    await context.insertMany(
      table,
      rows.filter(({ id }) => !present.has(id)),
    )
  } catch (error) {
    return notTaken(context.engine.saidBy(error), error)
  }
  return ok(group.length)
}

/** Rows that were added one after the other go again, a page at a time. */
async function takeBackRun(
  { db }: Context,
  table: LoggedTable,
  { rowId, lastRowId }: Change,
  step: (rows: number) => Promise<void>,
): Promise<Result<number>> {
  for (let from = rowId; from <= lastRowId; from += changesAPage) {
    const to = Math.min(lastRowId, from + changesAPage - 1)
    await sql`DELETE FROM ${sql.table(table)} WHERE id BETWEEN ${from} AND ${to}`.execute(db)
    await step(to - rowId + 1)
  }
  return ok(lastRowId - rowId + 1)
}

/** What the tables say to a row of before that does not fit them any more. */
function notTaken(said: DatabaseError | undefined, error: unknown): Result<never> {
  if (said === 'taken')
    return fail(
      'in-the-way',
      'Something entered since has taken its place. Nothing was changed. Change or undo that first.',
    )
  if (said === 'other-columns') return otherVersion
  throw error
}

/** What the act under way has changed in a table so far is no part of what its undo takes back. */
export async function leaveOutOfUndo({ db, actId }: Context, table: LoggedTable): Promise<void> {
  await db.deleteFrom('changes').where('actId', '=', actId).where('tableName', '=', table).execute()
}

/** The rows of a table that taking an act back will take away: what it added, from one id to another. */
export const rowsTakenAway = (
  { db }: Pick<Context, 'db'>,
  actId: number,
  table: LoggedTable,
): Promise<{ rowId: number; lastRowId: number }[]> =>
  db
    .selectFrom('changes')
    .select(['rowId', 'lastRowId'])
    .where('actId', '=', actId)
    .where('tableName', '=', table)
    .where('before', 'is', null)
    .orderBy('id')
    .execute()

/** The rows of a table that taking an act back will write: what it changed or took away, not what it added. */
export async function rowsTurned(
  { db }: Pick<Context, 'db'>,
  actId: number,
  table: LoggedTable,
): Promise<number[]> {
  const rows = await db
    .selectFrom('changes')
    .select('rowId')
    .where('actId', '=', actId)
    .where('tableName', '=', table)
    .where('before', 'is not', null)
    .orderBy('id')
    .execute()
  return [...new Set(rows.map(({ rowId }) => rowId))]
}

type LoggedRow = Readonly<Record<string, unknown>>

/** A row of a table as the log has it: as it was before a change, or added by it with those up to another id. */
interface Logged {
  readonly rowId: number
  readonly lastRowId: number
  readonly before: LoggedRow | null
}

/** A table's rows as they were before an act changed them or took them away; what it did first, first. */
export const rowsBefore = async (
  context: Pick<Context, 'db'>,
  actId: number,
  table: LoggedTable,
): Promise<readonly LoggedRow[]> =>
  (await logged(context, table, '=', actId)).flatMap(({ before }) => (before === null ? [] : [before]))

/** What was done to a table's rows since an act, in its order. */
export const changesSince = (context: Pick<Context, 'db'>, actId: number, table: LoggedTable) =>
  logged(context, table, '>', actId)

async function logged(
  { db }: Pick<Context, 'db'>,
  table: LoggedTable,
  than: '=' | '>',
  actId: number,
): Promise<readonly Logged[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['rowId', 'lastRowId', 'before'])
    .where('actId', than, actId)
    .where('tableName', '=', table)
    .where((eb) => eb.or([eb('before', 'is', null), eb('before', '<>', '')]))
    .orderBy('id')
    .execute()
  return rows.map(({ before, ...row }) => ({
    ...row,
    before: before === null ? null : (JSON.parse(before) as LoggedRow),
  }))
}
