import type Database from 'better-sqlite3'
import type { Computed } from '../../computed.ts'
import { computeAnew } from './compute-anew.ts'
import { followWithLog } from './log-images.ts'
import { migrations } from '../../migrations/index.ts'
import type { Migration } from '../../migrations/migration.ts'
import { computedColumns } from '../../schema.ts'

/**
 * Brings the schema forward, each migration in one transaction with its number (`user_version`).
 * A crash at any statement leaves exactly the old or the new schema.
 */
export function migrate(
  connection: Database.Database,
  steps: readonly Migration[] = migrations,
  onStatement: (statement: string) => void = () => {},
  computed: readonly Computed[] = computedColumns,
): void {
  const version = connection.pragma('user_version', { simple: true }) as number
  for (const together of inOneGo(steps.filter(({ number }) => number > version))) {
    const run = connection.transaction(() => {
      for (const step of together) take(connection, step, onStatement)
      const anew = new Set(together.flatMap(({ computesAnew = [] }) => computesAnew))
      for (const one of computed.filter(({ table }) => anew.has(table))) {
        computeAnew(connection, one)
        onStatement(`${one.table} computed anew`)
      }
      if (rebuildsTables(together)) checkReferences(connection)
      connection.pragma(`user_version = ${together.at(-1)!.number}`)
      onStatement('user_version')
    })
    if (rebuildsTables(together)) withoutReferences(connection, run)
    else run()
  }
}

/**
 * The migrations that one transaction takes. What is computed anew needs today's tables, for the rules are today's: from the
 * first that asks for it on they go together, and it comes last.
 */
function inOneGo(pending: readonly Migration[]): readonly (readonly Migration[])[] {
  const first = pending.findIndex(({ computesAnew }) => computesAnew)
  const alone = first < 0 ? pending : pending.slice(0, first)
  return [...alone.map((step) => [step]), ...(first < 0 ? [] : [pending.slice(first)])]
}

function take(
  connection: Database.Database,
  step: Migration,
  onStatement: (statement: string) => void,
): void {
  for (const [name, work] of Object.entries(step.functions ?? {}))
    connection.function(name, { deterministic: true, directOnly: true }, work)
  const follow = followWithLog(connection, step)
  for (const statement of step.statements) {
    if (typeof statement === 'string') connection.exec(statement)
    else statement(connection)
    onStatement(String(statement))
  }
  follow()
}

const rebuildsTables = (steps: readonly Migration[]): boolean =>
  steps.some((step) => step.rebuildsTables === true)

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
