import type Database from 'better-sqlite3'
import type { NewRow, Schema } from './schema.ts'

/** Inserts rows of one shape through one prepared statement, inside the transaction that is running on the connection. */
export function insertMany<T extends keyof Schema & string>(
  connection: Database.Database,
  table: T,
  rows: readonly NewRow<T>[],
): void {
  const first = rows[0] as Record<string, unknown> | undefined
  if (!first) return
  const columns = Object.keys(first)
  const statement = connection.prepare(
    `INSERT INTO "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows as readonly Record<string, unknown>[]) statement.run(columns.map((c) => row[c]))
}
