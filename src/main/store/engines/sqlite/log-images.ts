import type Database from 'better-sqlite3'
import type { Migration, Translation } from '../../migrations/migration.ts'
import type { Stored } from '../../computed.ts'
import { rewriteImages } from './rewrite.ts'
import { loggedTables } from '../../schema.ts'

/** What a column holds where nothing is said, by table and column. */
type Defaults = ReadonlyMap<string, Stored>

/**
 * Follows a migration with the rows of before that the log holds, so that undo and the history always read rows as the tables
 * are now. Begun before its statements; what it answers is called after them.
 */
export function followWithLog(connection: Database.Database, { images = {} }: Migration): () => void {
  const before = hasImages(connection) ? defaultsOf(connection) : undefined
  return () => {
    if (!before) return
    const after = defaultsOf(connection)
    const lost = [...after].flatMap(([table, defaults]) => {
      const isAsItWas = columnsIn(before.get(table)) === columnsIn(defaults)
      return isAsItWas && !images[table]
        ? []
        : rewriteImages(connection, table, fitting(defaults, images[table]))
    })
    if (lost.length > 0) endAt(connection, lost)
  }
}

/** A row of before in the columns its table has now. */
const fitting =
  (defaults: Stored, translate: Translation = () => ({})): Parameters<typeof rewriteImages>[2] =>
  (image, ask) => {
    const changed = translate(image, ask)
    if (changed === null) return null
    const said: Stored = { ...defaults, ...image, ...changed }
    return Object.fromEntries(Object.keys(defaults).map((column) => [column, said[column]!]))
  }

const columnsIn = (defaults: Stored | undefined): string => Object.keys(defaults ?? {}).join(' ')

const hasImages = (connection: Database.Database): boolean =>
  connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'changes'`).get() !== undefined &&
  connection.prepare(`SELECT 1 FROM changes WHERE before <> ''`).get() !== undefined

function defaultsOf(connection: Database.Database): Defaults {
  return new Map(
    loggedTables.map((table) => {
      const columns = connection.pragma(`table_info("${table}")`) as Column[]
      return [
        table,
        Object.fromEntries(columns.map((column) => [column.name, defaultOf(connection, column)])),
      ]
    }),
  )
}

interface Column {
  readonly name: string
  readonly dflt_value: string | null
}

const defaultOf = (connection: Database.Database, { dflt_value }: Column) =>
  dflt_value === null
    ? null
    : (connection.prepare(`SELECT ${dflt_value}`).pluck().get() as string | number | null)

/**
 * Of an act whose rows of before are lost only the line is kept, and of all that came before its last turn: an undo of those
 * would leave the shop as it never was.
 */
function endAt(connection: Database.Database, lost: readonly number[]): void {
  const ids = JSON.stringify(lost)
  connection
    .prepare(
      `UPDATE acts SET kept = 'line' WHERE ofAct IS NULL AND coalesce(turnId, id) <= (
        SELECT max(coalesce(own.turnId, own.id)) FROM acts AS one JOIN acts AS own ON own.id = coalesce(one.ofAct, one.id)
        WHERE one.id IN (SELECT value FROM json_each(?)))`,
    )
    .run(ids)
  connection.exec(`
    DELETE FROM changes WHERE before <> '' AND actId IN (
      SELECT turn.id FROM acts AS turn JOIN acts AS own ON own.id = turn.ofAct WHERE own.kept = 'line');
    UPDATE changes SET before = '' WHERE before <> '' AND actId IN (SELECT id FROM acts WHERE kept = 'line')`)
}
