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
    connection.transaction(() => {
      for (const statement of step.statements) {
        connection.exec(statement)
        onStatement(statement)
      }
      connection.pragma(`user_version = ${step.number}`)
      onStatement('user_version')
    })()
  }
}
