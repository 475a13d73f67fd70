import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type LogEvent,
} from 'kysely'
import { isBusy } from './codes.ts'
import { addDeadPost } from './dead-post.ts'
import type { Schema } from '../../schema.ts'

/** How long another program is waited for, and how long between two tries, ms. */
const patienceMs = 5000
const pauseMs = 20

/** Kysely on a connection whose own waiting is short: what another program holds is waited for without holding the thread. */
export function kyselyOn(database: Database.Database, log?: (event: LogEvent) => void): Kysely<Schema> {
  addDeadPost(database)
  return new Kysely({
    ...(log ? { log } : {}),
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => patientDriver(database),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

function patientDriver(database: Database.Database): Driver {
  const driver = new SqliteDriver({ database: withMemory(database) })
  const run = (connection: DatabaseConnection, sql: string) => connection.executeQuery(CompiledQuery.raw(sql))
  const acquired = () => driver.acquireConnection()
  const patient: DatabaseConnection = {
    async executeQuery(query) {
      const connection = await acquired()
      // Within a transaction a statement alone cannot be made again.
      if (database.inTransaction) return connection.executeQuery(query)
      return patiently(() => connection.executeQuery(query))
    },
    async *streamQuery(query, size) {
      yield* (await acquired()).streamQuery(query, size)
    },
  }
  return {
    init: () => driver.init(),
    acquireConnection: async () => patient,
    // The lock first: a transaction that reads and then writes could find that another program wrote in between.
    beginTransaction: async (connection) => void (await run(connection, 'BEGIN IMMEDIATE')),
    commitTransaction: (connection) => patiently(async () => void (await run(connection, 'COMMIT'))),
    async rollbackTransaction(connection) {
      // After an error of the disk SQLite has rolled back itself; a second ROLLBACK would hide that error.
      if (database.inTransaction) await run(connection, 'ROLLBACK')
    },
    releaseConnection: () => driver.releaseConnection(),
    destroy: () => driver.destroy(),
  }
}

/** Questions that are kept prepared: the calls of a day repeat them, and preparing takes as long as answering many of them. */
const mostPrepared = 300
/** Longer ones carry lists of rows, and come once. */
const longestPrepared = 4000

function withMemory(database: Database.Database) {
  const prepared = new Map<string, Database.Statement>()
  return {
    prepare(sql: string) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = database.prepare(sql)
      if (!statement.reader || sql.length > longestPrepared) return statement
      if (prepared.size >= mostPrepared) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
    close: () => void database.close(),
  }
}

async function patiently<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (;;)
    try {
      return await run()
    } catch (error) {
      if (!isBusy(error) || performance.now() - began > patienceMs) throw error
      await setTimeout(pauseMs)
    }
}
