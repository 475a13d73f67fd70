import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '../../../../core/result.ts'
import { openElsewhere } from '../../failures.ts'
import { isBusy, isUnshared, sqliteSays } from './codes.ts'

/** The writing connection of a shop file. */
export interface Connected {
  readonly connection: Database.Database
  /** The file is held by this connection alone, which then also reads. */
  readonly alone: boolean
  /** What the owner should know of this file and its folder. */
  readonly notices: readonly Problem[]
}

/** The pragmas of every connection, every launch: better-sqlite3 silently reopens WAL files at synchronous NORMAL. */
export function setPragmas(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL')
  setOtherPragmas(connection)
}

function setOtherPragmas(connection: Database.Database): void {
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('cache_size = -16000')
  connection.pragma('temp_store = MEMORY')
}

/** A connection that only reads: every write fails. */
export function readOnlyConnection(path: string): Database.Database {
  const connection = new Database(path, { readonly: true })
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 0')
  connection.pragma('cache_size = -32000')
  return connection
}

/** Less than this cannot hold what two connections share, bytes. */
const room = 1_000_000

/**
 * Connects to a shop file, in WAL mode where its folder allows that. Where there is no room for what two connections share, this
 * one holds the file alone: it opens to read, and writes as soon as there is room. Throws what SQLite throws.
 */
export function connect(path: string, existed: boolean): Connected {
  const elsewhere = existed && isOpenElsewhere(path) ? [openElsewhere] : []
  const connection = new Database(path, { fileMustExist: existed })
  try {
    // Only a file that has no page yet takes it; others are rewritten once, after an update.
    if (!existed) connection.pragma('auto_vacuum = INCREMENTAL')
    setPragmas(connection)
    // One that another program holds is a question now, not a failure at the first write.
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    const mode = String(connection.pragma('journal_mode', { simple: true }))
    return { connection, alone: false, notices: mode === 'delete' ? [...elsewhere, noLog] : elsewhere }
  } catch (error) {
    connection.close()
    if (!isUnshared(error) && sqliteSays(error) !== 'full') throw error
    return connectAlone(path, error)
  }
}

/** Without the memory that connections share. Throws `cause` when that does not help either. */
function connectAlone(path: string, cause: unknown): Connected {
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, { fileMustExist: true })
    connection.pragma('locking_mode = EXCLUSIVE')
    setOtherPragmas(connection)
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    const { bavail, bsize } = statfsSync(dirname(path))
    if (bavail * bsize < room) return { connection, alone: true, notices: [noRoom(path)] }
    // There is room, so it is the folder that cannot share: a network's, often. The older way of writing needs no sharing.
    connection.pragma('journal_mode = DELETE')
    connection.close()
    connection = new Database(path, { fileMustExist: true })
    setOtherPragmas(connection)
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return { connection, alone: false, notices: [noLog] }
  } catch {
    connection?.close()
    throw cause
  }
}

/** Whether another program has the file open, also when it does nothing with it. */
function isOpenElsewhere(path: string): boolean {
  const connection = new Database(path, { fileMustExist: true })
  try {
    connection.pragma('busy_timeout = 0')
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    return isBusy(error)
  } finally {
    connection.close()
  }
}

const noLog: Problem = {
  code: 'no-wal',
  message:
    'This shop lies in a folder that does not let Wellkept write as safely and quickly as it can, such as one on a network. Your work is kept. Better keep the shop on this PC and put its backups there.',
}

const noRoom = (path: string): Problem => ({
  code: 'disk-full',
  message: `The disk of the folder “${dirname(path)}” is full. You can look at everything, but nothing new can be kept until there is room. Free some space there and go on.`,
})
