import type Database from 'better-sqlite3'
import type { NewRow, Schema } from '../../schema.ts'
import type { RowUpdate } from '../engine.ts'

type TableName = keyof Schema & string

/** Inserts rows of one shape through one prepared statement, inside the running transaction; answers their ids. */
export function insertMany<T extends TableName>(
  connection: Database.Database,
  table: T,
  rows: readonly NewRow<T>[],
): readonly number[] {
  const first = rows[0] as Record<string, unknown> | undefined
  if (!first) return []
  const columns = Object.keys(first)
  const statement = connection.prepare(
    `INSERT INTO "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (rows as readonly Record<string, unknown>[]).map((row) =>
    Number(statement.run(columns.map((c) => row[c])).lastInsertRowid),
  )
}

/** Updates rows by id, all setting the same columns, through one prepared statement inside the running transaction. */
export function updateMany<T extends TableName>(
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
