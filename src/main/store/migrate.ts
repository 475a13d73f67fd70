import type Database from 'better-sqlite3'
import { migrations, type Migration } from './migrations/index.ts'

/**
 * Brings the schema forward, each migration in one transaction with its number (`user_version`).
 * A crash at any statement leaves exactly the old or the new schema.
 */
export function migrate(
  connection: Database.Database,
  steps: readonly Migration[] = migrations,
  onStatement: (statement: string) => void = () => {},
): void {
  const version = connection.pragma('user_version', { simple: true }) as number
  for (const step of steps) {
    if (step.number <= version) continue
    for (const [name, work] of Object.entries(step.functions ?? {}))
      connection.function(name, { deterministic: true, directOnly: true }, work)
    const run = connection.transaction(() => {
      for (const statement of step.statements) {
        connection.exec(statement)
        onStatement(statement)
      }
      if (step.rebuildsTables) checkReferences(connection)
      connection.pragma(`user_version = ${step.number}`)
      onStatement('user_version')
    })
    if (step.rebuildsTables) withoutReferences(connection, run)
    else run()
  }
}

/** A dropped table would take with it, or hold on to, the rows that refer to it. It cannot be told inside of a transaction. */
function withoutReferences(connection: Database.Database, run: () => void): void {
  connection.pragma('foreign_keys = OFF')
  try {
    run()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function checkReferences(connection: Database.Database): void {
  const lost = connection.pragma('foreign_key_check') as unknown[]
  if (lost.length > 0) throw new Error(`${lost.length} rows would refer to rows that are not there`)
}
