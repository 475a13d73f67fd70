import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { fail, ok, type Problem, type Result } from '../../../../core/result.ts'
import { goOnHere } from '../../../backups/file-notes.ts'
import { verifiedBackup } from '../../backup.ts'
import { connect, readOnlyConnection, type Connected } from './connect.ts'
import { kyselyOn } from './driver.ts'
import { sqliteEngine } from './engine.ts'
import { diskSays } from '../../../disk-codes.ts'
import { machineFailure } from '../../failures.ts'
import { sqliteSays } from './codes.ts'
import { applicationId, checkPages, inspect, lookAt, notAShop } from './inspect.ts'
import { migrate } from './migrate.ts'
import { newest } from '../../migrations/index.ts'
import type { OpenOptions, OpenShop } from '../../shop.ts'
import { installTriggers } from './triggers.ts'
import { placeNotices } from '../../zone.ts'

/** A shop whose rows are in a file of SQLite. */
export interface FileShop extends OpenShop {
  /** The connection that writes. */
  readonly connection: Database.Database
}

/**
 * Opens a shop file, bringing an older one up to date after a verified backup.
 * Problems: missing, empty, newer, not-a-shop, altered, damaged, read-only, in-use, no-backup, moved, disk-full, disk-error.
 * The file is untouched in all of them.
 */
export async function openFile(path: string, options: OpenOptions): Promise<Result<FileShop>> {
  const existed = path !== ':memory:' && existsSync(path)
  if (!existed && !options.create)
    return fail(
      'missing',
      'The shop file is not where it was. Nothing was changed. If it is on a stick or a network, connect that and try again; else show where it is now.',
    )
  let connection: Database.Database | undefined
  try {
    const seen = existed ? inspect(path, options) : undefined
    if (typeof seen === 'object') return seen
    const connected = connect(path, existed)
    connection = connected.connection
    if (seen === 'unseen') {
      const problem = lookAt(connection, options) ?? checkPages(connection)
      if (problem) {
        connection.close()
        return problem
      }
    }
    const version = connection.pragma('user_version', { simple: true }) as number
    if (version === 0) connection.pragma(`application_id = ${applicationId}`)
    else if (version < newest && !(await backedUp(path, options.backupFolder))) {
      connection.close()
      return noBackup
    }
    migrate(connection)
    if (version > 0 && version < newest) rewrite(connection)
    if (options.goOn) goOnHere(connection)
    installTriggers(connection)
    const notices = [...connected.notices, ...noticesOf(connection)]
    return ok(shopOf(path, { ...connected, notices }, options.madeAt ?? ''))
  } catch (error) {
    connection?.close()
    return openingProblem(error, path)
  }
}

/** What is odd in the shop itself, and does not keep it from opening. */
function noticesOf(connection: Database.Database): Problem[] {
  const shop = connection.prepare('SELECT zone, country FROM shop').get()
  return shop ? placeNotices(shop as { zone: string; country: string }) : []
}

/** After an update half the file may be empty: it is written anew, and from then on gives room back by itself. */
function rewrite(connection: Database.Database): void {
  try {
    connection.pragma('auto_vacuum = INCREMENTAL')
    connection.exec('VACUUM')
  } catch {
    // It takes as much room again for a moment; where there is none, the shop is as good without.
  }
}

const noBackup = fail(
  'no-backup',
  'This shop needs an update, and the backup that comes before it failed. Nothing was changed. Free some space and try again.',
)

const backedUp = (path: string, folder: string | undefined): Promise<boolean> =>
  verifiedBackup(path, { folder, why: 'before-update' }).then(
    () => true,
    () => false,
  )

function openingProblem(error: unknown, path: string): Result<never> {
  const said = sqliteSays(error)
  if (said === 'not-a-database') return notAShop
  if (said === 'read-only' || said === 'no-access' || diskSays(error) === 'no-access')
    return fail(
      'read-only',
      'Wellkept may not write to the shop file. Nothing was changed. Move it to a folder of your own, or ask for write access.',
    )
  const known = machineFailure(error, said, path)
  if (known) return known
  throw error
}

/** Opens a shop file that is open already a second time, only to read: every write fails. */
export async function openFileToRead(path: string, madeAt: string): Promise<Result<FileShop>> {
  try {
    const connection = readOnlyConnection(path)
    const reader = kyselyOn(connection)
    return ok({
      path,
      writer: reader,
      reader,
      connection,
      engine: sqliteEngine(connection),
      madeAt,
      notices: [],
      check: () => checkPages(connection) ?? ok(null),
      isChangedElsewhere: () => false,
      close: async () => void connection.close(),
    })
  } catch (error) {
    return openingProblem(error, path)
  }
}

function shopOf(path: string, { connection, alone, notices }: Connected, madeAt: string): FileShop {
  connection.pragma('busy_timeout = 0')
  const writer = kyselyOn(connection)
  const readOnly = alone || path === ':memory:' ? connection : readOnlyConnection(path)
  const reader = readOnly === connection ? writer : kyselyOn(readOnly)
  let seen = dataVersion(connection)
  return {
    path,
    writer,
    reader,
    connection,
    engine: sqliteEngine(connection),
    madeAt,
    notices,
    check: () => checkPages(readOnly) ?? ok(null),
    isChangedElsewhere() {
      const before = seen
      seen = dataVersion(connection)
      return seen !== before
    },
    async close(asItIs = false) {
      // The last connection to go puts the log into the file; one that only reads cannot.
      if (asItIs) connection.close()
      if (readOnly.open) readOnly.close()
      if (!connection.open) return
      try {
        connection.pragma('optimize')
      } catch {
        // It only helps later searches, and needs room on the disk.
      }
      connection.close()
    },
  }
}

/** Another number after each change by another program; our own leave it. */
const dataVersion = (connection: Database.Database): number =>
  connection.pragma('data_version', { simple: true }) as number
