import { closeSync, fsyncSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { NotWhole } from '../../../backups/problems.ts'

/** What a copy holds, counted in the original as of the same moment. */
export interface Copied {
  readonly version: number
  readonly counts: Readonly<Record<string, number>>
  /** The shop file's own code; '' in a file older than that. */
  readonly code: string
  /** What the shop is called; '' where none was set up. */
  readonly name: string
}

/** Pages a step: 1 MB, a few ms. */
const pagesAStep = 256
/** What waits for the disk at most, so that the shop's own writes do not wait behind it. */
const stepsASync = 8

/**
 * Copies a shop file, open or not, in steps and as of one moment: writes go on meanwhile and do not make it start again.
 * The copy is checked (quick_check, foreign keys, row counts) and is one file. Throws, and leaves nothing, when the copy
 * is not as good as the original. Works its own thread hard: not for one that answers calls.
 */
export async function copyWhole(from: string, to: string, change?: (copy: Database.Database) => void) {
  const source = readOnly(from)
  try {
    // Within one transaction SQLite shows one moment, to the steps of a backup too.
    source.exec('BEGIN')
    const copied = describe(source)
    await inSteps(source, to)
    verify(to, copied.counts, change)
    return copied
  } catch (error) {
    await removeFile(to)
    throw error
  } finally {
    source.close()
  }
}

/** Opens a file that is only looked at; its schema is not trusted. */
export function readOnly(path: string): Database.Database {
  const connection = new Database(path, { readonly: true, fileMustExist: true })
  connection.pragma('trusted_schema = OFF')
  connection.pragma('busy_timeout = 5000')
  return connection
}

/** Removes a file and what SQLite keeps beside it. */
export async function removeFile(path: string): Promise<void> {
  for (const end of ['', '-journal', '-wal', '-shm']) await rm(path + end, { force: true })
}

async function inSteps(source: Database.Database, to: string): Promise<void> {
  let steps = 0
  let file: number | undefined
  try {
    await source.backup(to, {
      progress() {
        file ??= openSync(to, 'r+')
        if (++steps % stepsASync === 0) fsyncSync(file)
        return pagesAStep
      },
    })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** What a shop file holds. */
export function describe(source: Database.Database): Copied {
  const counts = rowCounts(source)
  const text = (table: string, sql: string) => {
    const found = table in counts ? source.prepare(sql).pluck().get() : undefined
    return typeof found === 'string' ? found : ''
  }
  return {
    version: source.pragma('user_version', { simple: true }) as number,
    counts,
    code: text('fileNotes', `SELECT what FROM fileNotes WHERE kind = 'code' ORDER BY id LIMIT 1`),
    name: text('shop', 'SELECT name FROM shop WHERE id = 1'),
  }
}

function verify(
  copy: string,
  counts: Copied['counts'],
  change: ((copy: Database.Database) => void) | undefined,
): void {
  const connection = new Database(copy)
  try {
    connection.pragma('trusted_schema = OFF')
    // One file, without the two that write-ahead logging keeps beside it.
    connection.pragma('journal_mode = DELETE')
    checkWhole(connection)
    const copied = rowCounts(connection)
    for (const [table, count] of Object.entries(counts))
      if (copied[table] !== count)
        throw new NotWhole(`backup holds ${copied[table]} of ${count} rows of ${table}`)
    change?.(connection)
  } finally {
    connection.close()
  }
}

/** Throws when SQLite finds a page or a reference that is not right. */
export function checkWhole(connection: Database.Database): void {
  const quick = connection.pragma('quick_check', { simple: true })
  if (quick !== 'ok') throw new NotWhole(`backup failed its check: ${String(quick)}`)
  if ((connection.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new NotWhole('backup failed its foreign key check')
}

/** The rows of each table but those of the search. */
function rowCounts(connection: Database.Database): Record<string, number> {
  const tables = connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search%'`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((name) => [
      name,
      connection
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number,
    ]),
  )
}
