import {
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { fail, type Result } from '../../../../core/result.ts'
import { movedOutAt } from '../../../backups/file-notes.ts'
import { isOurSchema } from './expected-schema.ts'
import { damaged } from '../../failures.ts'
import { isNoSuchFormat, isUnshared, sqliteSays } from './codes.ts'
import { newest } from '../../migrations/index.ts'

/** 'Well' in ASCII: the SQLite application id of a shop file. */
export const applicationId = 0x57656c6c

export const notAShop = fail(
  'not-a-shop',
  'This file is not a Wellkept shop. It was not changed. Choose another file.',
)

export const altered = fail(
  'altered',
  'In this shop file, or beside it, is something that Wellkept did not make and that could change your data unseen. It was not changed and not used.',
)

const moved = fail(
  'moved',
  'This shop was packed for another PC. What is entered here would not be there. Nothing was changed. Go on here only if the other PC has not begun with it.',
)

/** What is no problem this time: a file that is empty, one that was packed for another PC. */
interface Looking {
  readonly create?: boolean
  readonly goOn?: boolean
}

/**
 * Looks at a shop file without writing to it: undefined where it may be opened, `unseen` where it can be read only by one that
 * may write. Problems: not-a-shop, empty, newer, altered, damaged. Throws what SQLite and the system throw.
 */
export function inspect(path: string, options: Looking): Result<never> | 'unseen' | undefined {
  if (!statSync(path).isFile()) return notAShop
  if (['-wal', '-shm', '-journal'].some((end) => isLink(path + end))) return altered
  // SQLite opens a file it may not write to without a word, and fails at the first write.
  const file = openSync(path, 'r+')
  try {
    if (isOddHeader(file)) return damaged
  } finally {
    closeSync(file)
  }
  // What a crash left half-written is taken back by the first who may write: on a copy, to see what comes of it.
  if (sizeOf(`${path}-journal`) > 0)
    return onCopy(path, ['', '-journal'], (copy) =>
      through(new Database(copy), (probe) => lookAt(probe, options) ?? checkPages(probe)),
    )
  try {
    return through(new Database(path, { readonly: true }), (probe) => {
      const problem = lookAt(probe, options)
      if (problem || sizeOf(`${path}-wal`) === 0) return problem
      return checkPages(probe) ?? (isForeignLog(path, probe) ? damaged : undefined)
    })
  } catch (error) {
    if (isUnshared(error)) return 'unseen'
    if (isNoSuchFormat(error)) return damaged
    throw error
  }
}

/**
 * Whether a header says two ways of writing at once, or room in each page that is not used so (SQLite file format, 1.3.3 and 1.3.4):
 * opening would put the first right in the file before anybody saw the second.
 */
function isOddHeader(file: number): boolean {
  const header = Buffer.alloc(21)
  const isWhole = readSync(file, header, 0, header.length, 0) === header.length
  const [writes, reads, reserved] = header.subarray(18)
  return (
    isWhole && header.toString('latin1', 0, 15) === 'SQLite format 3' && (writes !== reads || reserved !== 0)
  )
}

/** Looks at a file through an open connection: whose it is, how old, and whether all in it is ours. */
export function lookAt(connection: Database.Database, options: Looking): Result<never> | undefined {
  connection.pragma('trusted_schema = OFF')
  const version = connection.pragma('user_version', { simple: true }) as number
  const id = connection.pragma('application_id', { simple: true }) as number
  const empty = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (empty && version === 0 && !options.create)
    return fail('empty', 'There is nothing in the shop file. It was not changed.')
  if (id !== applicationId && !(empty && version === 0)) return notAShop
  if (version > newest)
    return fail(
      'newer',
      'This shop was kept by a newer Wellkept. The file was not changed. Update Wellkept, then open it again.',
    )
  if (empty && version === 0) return undefined
  if (!isOurSchema(connection, version)) return altered
  return !options.goOn && movedOutAt(connection) !== undefined ? moved : undefined
}

/** Reads every page; the problem where one is not what was written. Takes about a second for 200 MB. */
export function checkPages(connection: Database.Database): Result<never> | undefined {
  try {
    return connection.pragma('quick_check(1)', { simple: true }) === 'ok' ? undefined : damaged
  } catch (error) {
    // A search table that cannot even be begun stops the check itself.
    if (sqliteSays(error) === 'damaged') return damaged
    throw error
  }
}

/**
 * Whether the log beside a file was written for another one: read alone, the file is of another shop, or knows what happened
 * later. `withLog` reads both.
 */
function isForeignLog(path: string, withLog: Database.Database): boolean {
  try {
    return onCopy(path, [''], (copy) =>
      through(new Database(copy, { readonly: true }), (alone) => {
        const last = lastAct(alone)
        return last !== undefined && !isDeepStrictEqual(last, actOf(withLog, last.id))
      }),
    )
  } catch {
    // A file whose log was being put into it when the power failed cannot be read alone; together they were checked.
    return false
  }
}

interface Act {
  readonly id: number
  readonly atMs: number
  readonly call: string
}

const lastAct = (connection: Database.Database) =>
  connection.prepare('SELECT id, atMs, call FROM acts ORDER BY id DESC LIMIT 1').get() as Act | undefined

const actOf = (connection: Database.Database, id: number) =>
  connection.prepare('SELECT id, atMs, call FROM acts WHERE id = ?').get(id) as Act | undefined

function through<T>(connection: Database.Database, look: (connection: Database.Database) => T): T {
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

/** Copies a file and what lies beside it for the length of a look. */
function onCopy<T>(path: string, ends: readonly string[], look: (copy: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-look-'))
  try {
    for (const end of ends) copyFileSync(path + end, join(folder, `copy${end}`), constants.COPYFILE_FICLONE)
    return look(join(folder, 'copy'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
