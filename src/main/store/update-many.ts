import type Database from 'better-sqlite3'
import type { Row, Schema } from './schema.ts'

/** Columns to set, and whose. */
export type RowUpdate<T extends keyof Schema> = { readonly id: number } & Partial<Row<T>>

/** Updates rows by id, all setting the same columns, through one prepared statement inside the running transaction. */
export function updateMany<T extends keyof Schema & string>(
  connection: Database.Database,
  table: T,
  rows: readonly RowUpdate<T>[],
): void {
  const first = rows[0] as Record<string, unknown> | undefined
  if (!first) return
  const columns = Object.keys(first).filter((column) => column !== 'id')
  const statement = connection.prepare(
    `UPDATE "${table}" SET ${columns.map((c) => `"${c}" = ?`).join(', ')} WHERE id = ?`,
  )
  for (const row of rows as readonly Record<string, unknown>[])
    statement.run([...columns.map((c) => row[c]), row['id']])
}
