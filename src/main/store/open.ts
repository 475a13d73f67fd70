import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { fail, ok, type Result } from '../../core/result.ts'
import { goOnHere, movedOutAt } from '../backups/file-notes.ts'
import { verifiedBackup } from './backup.ts'
import { migrate } from './migrate.ts'
import { newest } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { installTriggers } from './triggers.ts'

/** 'Well' in ASCII: the SQLite application id of a shop file. */
export const applicationId = 0x57656c6c

/** An open shop file: one connection that writes, one that only reads and so never waits for a write. */
export interface Shop {
  readonly path: string
  readonly writer: Kysely<Schema>
  readonly reader: Kysely<Schema>
  /** The writer's own connection, for bulk inserts inside the running transaction. */
  readonly connection: Database.Database
  close(): Promise<void>
}

export interface OpenOptions {
  /** Make the file if there is none. Without it a missing file is a problem, never a silently empty shop. */
  readonly create?: boolean
  /** Where the backup before a migration goes; default: a `backups` folder beside the file. */
  readonly backupFolder?: string
  /** Go on in a shop that was packed for another PC. */
  readonly goOn?: boolean
}

/** The pragmas of every connection, every launch: better-sqlite3 silently reopens WAL files at synchronous NORMAL. */
export function setPragmas(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('cache_size = -16000')
  connection.pragma('temp_store = MEMORY')
}

/**
 * Opens a shop file, bringing an older one up to date after a verified backup.
 * Problems: missing, empty, newer, not-a-shop, damaged, read-only, in-use, no-backup, moved, disk-full, disk-error. The file is untouched in all of them.
 */
export async function openShop(path: string, options: OpenOptions = {}): Promise<Result<Shop>> {
  const existed = path !== ':memory:' && existsSync(path)
  if (!existed && !options.create)
    return fail('missing', 'The shop file is not where it was. Nothing was changed. Show where it is now.')
  if (existed) {
    const problem = inspect(path, options)
    if (problem) return problem
  }
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, { fileMustExist: existed })
    setPragmas(connection)
    // One that another program holds is a question now, not a failure at the first write.
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    const version = connection.pragma('user_version', { simple: true }) as number
    if (version === 0) connection.pragma(`application_id = ${applicationId}`)
    else if (version < newest && !(await backedUp(path, options.backupFolder))) {
      connection.close()
      return noBackup
    }
    migrate(connection)
    if (options.goOn) goOnHere(connection)
    installTriggers(connection)
    return ok(shopOf(path, connection))
  } catch (error) {
    connection?.close()
    return openingProblem(error)
  }
}

const noBackup = fail(
  'no-backup',
  'This shop needs an update, and the backup that comes before it failed. Nothing was changed. Free some space and try again.',
)

const moved = fail(
  'moved',
  'This shop was packed for another PC. What is entered here would not be there. Nothing was changed. Go on here only if the other PC has not begun with it.',
)

const backedUp = (path: string, folder: string | undefined): Promise<boolean> =>
  verifiedBackup(path, { folder, why: 'before-update' }).then(
    () => true,
    () => false,
  )

/** Looks at an existing file through a connection that cannot write. */
function inspect(path: string, { create, goOn }: OpenOptions): Result<never> | undefined {
  let probe: Database.Database | undefined
  try {
    if (!statSync(path).isFile()) return notAShop
    // SQLite opens a file it may not write to without a word, and fails at the first write.
    closeSync(openSync(path, 'r+'))
    probe = new Database(path, { readonly: true })
    const version = probe.pragma('user_version', { simple: true }) as number
    const id = probe.pragma('application_id', { simple: true }) as number
    const empty = (probe.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }).n === 0
    if (empty && version === 0 && !create)
      return fail(
        'empty',
        'There is nothing in the shop file. It was not changed. Open the newest backup instead.',
      )
    if (id !== applicationId && !(empty && version === 0)) return notAShop
    if (version > newest)
      return fail(
        'newer',
        'This shop was kept by a newer Wellkept. The file was not changed. Update Wellkept, then open it again.',
      )
    return !goOn && movedOutAt(probe) !== undefined ? moved : undefined
  } catch (error) {
    return openingProblem(error)
  } finally {
    probe?.close()
  }
}

const notAShop = fail(
  'not-a-shop',
  'This file is not a Wellkept shop. It was not changed. Choose another file.',
)

function openingProblem(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_NOTADB')) return notAShop
  if (code.startsWith('SQLITE_CORRUPT'))
    return fail('damaged', 'The shop file is damaged. It was not changed. Open the newest backup instead.')
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/.test(code))
    return fail(
      'read-only',
      'Wellkept may not write to the shop file. Nothing was changed. Move it to a folder of your own, or ask for write access.',
    )
  if (code.startsWith('SQLITE_BUSY'))
    return fail('in-use', 'Another program holds the shop file. Nothing was changed. Close it and try again.')
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return fail(
      'disk-error',
      'The disk reported an error. Nothing was changed. Check the disk and try again.',
    )
  if (code.startsWith('SQLITE_FULL'))
    return fail('disk-full', 'The disk is full. Nothing was changed. Free some space and try again.')
  throw error
}

/** Opens a shop file that is open already a second time, only to read: every write fails. */
export async function openReader(path: string): Promise<Result<Shop>> {
  try {
    const connection = readOnlyConnection(path)
    const reader = kysely(connection)
    return ok({
      path,
      writer: reader,
      reader,
      connection,
      close: async () => void connection.close(),
    })
  } catch (error) {
    return openingProblem(error)
  }
}

function readOnlyConnection(path: string): Database.Database {
  const connection = new Database(path, { readonly: true })
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('cache_size = -32000')
  return connection
}

function shopOf(path: string, connection: Database.Database): Shop {
  const writer = kysely(connection)
  const readOnly = path === ':memory:' ? connection : readOnlyConnection(path)
  const reader = readOnly === connection ? writer : kysely(readOnly)
  return {
    path,
    writer,
    reader,
    connection,
    async close() {
      if (readOnly !== connection) readOnly.close()
      if (!connection.open) return
      connection.pragma('optimize')
      connection.close()
    },
  }
}

const kysely = (database: Database.Database) =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
