import Database from 'better-sqlite3'
import type { LogEvent } from 'kysely'
import { kyselyOn } from '../../src/main/store/engines/sqlite/driver.ts'
import { sqliteEngine } from '../../src/main/store/engines/sqlite/engine.ts'
import type { FileShop } from '../../src/main/store/engines/sqlite/open-file.ts'
import type { Shop } from '../../src/main/store/shop.ts'

/** Tables that grow with the years. */
const big = [
  'customers',
  'customerContact',
  'touches',
  'visits',
  'batches',
  'stockActions',
  'promises',
  'changes',
  'acts',
]

/** Every statement that was run, with the parameters of its first run. */
export type Statements = ReadonlyMap<string, readonly unknown[]>

export interface Scan {
  readonly sql: string
  readonly plan: string
}

/** A shop file opened for reading, with an ear on every statement; the connection is as the app's reading one. */
export function openListening(path: string): {
  shop: Shop & Pick<FileShop, 'connection'>
  statements: Statements
} {
  const statements = new Map<string, readonly unknown[]>()
  const connection = new Database(path, { readonly: true })
  connection.pragma('cache_size = -32000')
  const log = ({ query }: LogEvent) => {
    if (!statements.has(query.sql)) statements.set(query.sql, query.parameters)
  }
  const db = kyselyOn(connection, log)
  const shop = {
    path,
    writer: db,
    reader: db,
    connection,
    engine: sqliteEngine(connection),
    madeAt: '',
    close: async () => void connection.close(),
  }
  return { shop, statements }
}

/**
 * The steps of the statements' plans that read a big table from end to end. A walk along an index that stops at the
 * statement's LIMIT is none, nor is one along a partial index, which holds only the rows that matter.
 */
export function scansIn(connection: Database.Database, statements: Statements): Scan[] {
  const partial = new Set(
    connection
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'`)
      .pluck()
      .all(),
  )
  return [...statements].flatMap(([sql, parameters]) => {
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as unknown[])) as {
      detail: string
    }[]
    const sorts = steps.some(({ detail }) => /TEMP B-TREE FOR (ORDER|GROUP|DISTINCT)/.test(detail))
    const stops = /\border by\b.*\blimit\b/is.test(sql) && !sorts
    return steps
      .filter(({ detail }) => {
        const found = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail)
        if (!found || !big.includes(tableOf(sql, found[1]!))) return false
        return !stops && (found[2] === undefined || !partial.has(found[2]))
      })
      .map(({ detail }) => ({ sql, plan: detail }))
  })
}

/** The table behind the name that a plan uses, which is its alias where it has one. */
function tableOf(sql: string, name: string): string {
  return (
    new RegExp(`(?:from|join|,)\\s+"?(\\w+)"?\\s+(?:as\\s+)?"?${name}"?(?:\\s|\\)|$)`, 'i').exec(sql)?.[1] ??
    name
  )
}
