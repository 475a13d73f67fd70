import { sql, type Kysely } from 'kysely'
import { fail, ok } from '../../core/result.ts'
import type { ChangedField, ChangedThing } from '../../core/shop/history-calls.ts'
import { carriedCall } from '../store/acts.ts'
import type { Handler } from '../store/context.ts'
import type { Row, Schema } from '../store/schema.ts'
import { things, type LoggedTable } from '../store/schema.ts'
import type { Field } from '../store/thing.ts'
import { nameOfRow, rowNow, type AnyRow } from './rows.ts'

/** What an act did, a thing at a time, before and after. */
export const actChanges: Handler<'shop.actChanges'> = async ({ db }, { actId, offset, limit }) => {
  const act = await db
    .selectFrom('acts')
    .selectAll()
    .where('id', '=', actId)
    .where('ofAct', 'is', null)
    .executeTakeFirst()
  if (!act) return fail('no-act', 'This change is not in the history. Nothing was changed.', 'actId')
  const touched = await touchedRows(db, actId, offset, limit + 1)
  const shown = await Promise.all(touched.slice(0, limit).map((one) => changedThing(db, act, one)))
  return ok({
    things: shown.filter((one) => one !== null),
    more: touched.length > limit,
    kept: isWhole(act) && touched.every(({ before }) => before !== ''),
  })
}

/** What a restore kept has its rows of before, though nothing takes it back. */
const isWhole = ({ kept, call }: Row<'acts'>): boolean => kept === 'whole' || call === carriedCall

interface Touched {
  readonly table: string
  readonly rowId: number
  /** As it was before the act; null where the act added it, '' where that is not kept any more. */
  readonly before: string | null
}

/** The rows an act changed, each once, in the order of its first change. */
async function touchedRows(
  db: Kysely<Schema>,
  actId: number,
  offset: number,
  limit: number,
): Promise<readonly Touched[]> {
  const changes = await db
    .selectFrom('changes')
    .select(['tableName', 'rowId', 'lastRowId', 'before'])
    .where('actId', '=', actId)
    .orderBy('id')
    .limit(offset + limit + 10_000)
    .execute()
  const seen = new Map<string, Touched>()
  for (const { tableName, rowId, lastRowId, before } of changes)
    for (let id = rowId; id <= lastRowId && seen.size < offset + limit; id++) {
      const key = `${tableName} ${id}`
      if (!seen.has(key)) seen.set(key, { table: tableName, rowId: id, before })
    }
  return [...seen.values()].slice(offset, offset + limit)
}

async function changedThing(
  db: Kysely<Schema>,
  act: Row<'acts'>,
  { table, rowId, before }: Touched,
): Promise<ChangedThing | null> {
  if (!Object.hasOwn(things, table)) return null
  const { thing, named, fields } = things[table as LoggedTable]
  const isKept = before !== '' && isWhole(act)
  const was = before ? (JSON.parse(before) as AnyRow) : undefined
  const became = isKept ? await rowAfter(db, act, table as LoggedTable, rowId) : undefined
  const row = became ?? was ?? (await rowNow(db, table as LoggedTable, rowId))
  const event = before === null ? 'added' : isKept && !became ? 'removed' : 'changed'
  return {
    table,
    rowId,
    thing,
    name: row ? named(row as never) : '',
    event,
    fields: isKept ? await changedFields(db, fields, was, became) : [],
  }
}

/** The row as the act left it: before the next change to it, else as it stands now. */
async function rowAfter(
  db: Kysely<Schema>,
  act: Row<'acts'>,
  table: LoggedTable,
  rowId: number,
): Promise<AnyRow | undefined> {
  const next =
    act.state === 'undone'
      ? await imageIn(db, act.turnId!, table, rowId)
      : await nextImage(db, act, table, rowId)
  // No image: nothing changed it since, or an undo put back what was not there before.
  if (next === undefined) return act.state === 'undone' ? undefined : rowNow(db, table, rowId)
  return next === null || next === '' ? undefined : (JSON.parse(next) as AnyRow)
}

async function imageIn(
  db: Kysely<Schema>,
  actId: number,
  table: string,
  rowId: number,
): Promise<string | null | undefined> {
  const change = await db
    .selectFrom('changes')
    .select('before')
    .where('actId', '=', actId)
    .where('tableName', '=', table)
    .where('rowId', '=', rowId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return change?.before
}

/** The row before the next act on it that stands. */
async function nextImage(
  db: Kysely<Schema>,
  act: Row<'acts'>,
  table: string,
  rowId: number,
): Promise<string | null | undefined> {
  const next = await db
    .selectFrom('changes')
    .innerJoin('acts', 'acts.id', 'changes.actId')
    .select('changes.before')
    .where('changes.tableName', '=', table)
    .where('changes.rowId', '=', rowId)
    .where('acts.ofAct', 'is', null)
    .where('acts.state', '<>', 'undone')
    .where(sql`coalesce(acts."turnId", acts.id)`, '>', act.turnId ?? act.id)
    .orderBy(sql`coalesce(acts."turnId", acts.id)`)
    .orderBy('changes.id')
    .limit(1)
    .executeTakeFirst()
  return next?.before
}

async function changedFields(
  db: Kysely<Schema>,
  fields: Readonly<Record<string, Field | null>>,
  before: AnyRow | undefined,
  after: AnyRow | undefined,
): Promise<readonly ChangedField[]> {
  const differing = Object.entries(fields).flatMap(([column, field]) => {
    if (!field) return []
    const [was, became] = [said(field, before, column), said(field, after, column)]
    return isAlike(was, became) ? [] : [{ field, was, became }]
  })
  return Promise.all(
    differing.map(async ({ field, was, became }) => ({
      name: field.name,
      kind: field.kind,
      before: await shown(db, field, was),
      after: await shown(db, field, became),
    })),
  )
}

const said = ({ saidOf }: Field, row: AnyRow | undefined, column: string) =>
  row && (!saidOf || saidOf(row)) ? row[column] : undefined

/** Nothing is nothing, however it is stored. */
const isAlike = (a: AnyRow[string] | undefined, b: AnyRow[string] | undefined): boolean =>
  (a ?? '') === (b ?? '')

async function shown(
  db: Kysely<Schema>,
  { words, of }: Field,
  value: AnyRow[string] | undefined,
): Promise<string | number | null> {
  if (value === undefined || value === null || value === '') return null
  if (of) return nameOfRow(db, of, Number(value))
  return words ? words(value) : value
}
