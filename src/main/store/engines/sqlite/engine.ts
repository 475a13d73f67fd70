import type Database from 'better-sqlite3'
import { setTimeout } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'
import type { Engine, Reference } from '../engine.ts'
import { sqliteSays } from './codes.ts'
import { comparePairs } from './pairs.ts'
import { insertMany, updateMany } from './rows.ts'
import { sqliteSearch } from './search.ts'
import { wordIndexes } from './search-indexes.ts'

/** Given back in one transaction, in pages of the file: a few ms. */
const pagesASlice = 100

/** What is SQLite's own, on the connection that writes; its transaction is that of every `db`. */
export const sqliteEngine = (connection: Database.Database): Engine => ({
  log: {
    async begin(db, actId) {
      await sql`INSERT INTO temp.actNow (id) VALUES (${actId})`.execute(db)
    },
    async keep(db, how) {
      await sql`UPDATE temp.actNow SET log = ${how}`.execute(db)
    },
    async end(db) {
      await sql`DELETE FROM temp.actNow`.execute(db)
    },
    field: (name) => sql<number | null>`json_extract(before, ${`$.${name}`})`,
  },
  search: sqliteSearch,
  insertMany: async (_, table, rows) => insertMany(connection, table, rows),
  updateMany: async (_, table, rows) => updateMany(connection, table, rows),
  async deferReferences(db) {
    await sql`PRAGMA defer_foreign_keys = ON`.execute(db)
  },
  async references(db) {
    const { rows } = await sql<Reference>`
      SELECT child.name AS child, reference."from" AS field, reference."table" AS parent
      FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
      WHERE child.type = 'table'`.execute(db)
    return rows
  },
  comparePairs: async (_db, most) => comparePairs(connection, most),
  async giveBack() {
    const before = freePages(connection)
    if (before === 0) return 0
    // It frees a page each time it is asked on; only this way it is asked on to the end.
    connection.exec(`PRAGMA incremental_vacuum(${pagesASlice})`)
    return before - freePages(connection)
  },
  async wipe(db) {
    // The index of words keeps what was deleted until its parts are merged.
    for (const index of wordIndexes)
      await sql`INSERT INTO ${sql.table(index)} (${sql.ref(index)}) VALUES ('optimize')`.execute(db)
    await sql`VACUUM`.execute(db)
    if (!(await emptyLog(db))) return false
    await db.deleteFrom('wipeDue').execute()
    await emptyLog(db)
    return true
  },
  saidBy: sqliteSays,
})

/** Puts what the log holds into the file and cuts it off; false where somebody is still reading from it. */
async function emptyLog(db: Kysely<Schema>): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
    if (rows[0]?.busy !== 1) return true
    await setTimeout(pauseMs)
  }
  return false
}

const mostTries = 20
const pauseMs = 50

const freePages = (connection: Database.Database): number =>
  connection.pragma('freelist_count', { simple: true }) as number
