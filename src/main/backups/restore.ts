import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../core/result.ts'
import { diskSays } from '../disk-codes.ts'
import { verifiedBackup } from '../store/backup.ts'
import { readOnly, removeFile } from '../store/engines/sqlite/copy-whole.ts'
import { sync, syncFolder } from '../store/durable.ts'
import { isBusy } from '../store/engines/sqlite/codes.ts'
import { migrate } from '../store/engines/sqlite/migrate.ts'
import { setPragmas } from '../store/engines/sqlite/connect.ts'
import { carryOver } from './carry-over.ts'
import { checkBackup } from './check.ts'
import { noteRestored, restoredNote, type RestoredNote } from './file-notes.ts'
import type { FoundBackup } from './folder.ts'
import { isNotWhole } from './problems.ts'

/**
 * Puts a backup in the place of the shop file, which is closed, or missing. What is there is backed up first; where it is
 * damaged it is kept beside as it is. A kill at any moment leaves the shop as it was or as it is in the backup.
 * Problems: not-verified, backup-damaged, newer, in-use.
 */
export const restore = (path: string, backup: FoundBackup, now: number): Promise<Result<null>> =>
  exchange(path, now, async (prepared) => {
    await copyFile(backup.path, prepared)
    const checked = await checkBackup(backup, prepared)
    return checked.ok ? ok({ backup: backup.id, fromMs: backup.atMs }) : checked
  })

/** What takes a shop's place: the name of the backup, '' for a file from elsewhere, and the instant it is as of. */
interface Coming {
  readonly backup: string
  readonly fromMs: number
}

/** Puts what `bring` makes at a path in the place of the shop file, as a restore does. Problems as of `bring`, in-use. */
export async function exchange(
  path: string,
  now: number,
  bring: (prepared: string) => Promise<Result<Coming>>,
): Promise<Result<null>> {
  const prepared = preparedFor(path)
  try {
    await removeFile(prepared)
    const coming = await bring(prepared)
    if (!coming.ok) return coming
    const before = await putAside(path, now)
    if (!before.ok) return before
    await prepare(prepared, now, { ...coming.value, before: before.value }, before.value === '' ? null : path)
    await sync(prepared)
    await rename(prepared, path)
    await syncFolder(dirname(path))
    return ok(null)
  } finally {
    await removeFile(prepared)
  }
}

/** Where the next file is made ready; what a killed run left of it is worth nothing. */
export const preparedFor = (path: string): string => `${path}.restoring`

/** Brings a copy up to date, and notes in it where it comes from; `going` is the shop it takes the place of, if that is whole. */
async function prepare(
  file: string,
  now: number,
  { backup, ...note }: Coming & RestoredNote,
  going: string | null,
): Promise<void> {
  const connection = new Database(file, { fileMustExist: true })
  try {
    setPragmas(connection)
    migrate(connection)
    const carried =
      going === null
        ? { oneLine: false, erasedBack: [], standing: null }
        : await carryOver(connection, going, {
            drafts: true,
            oneLine: isOneLine(going, backup),
            atMs: now,
            how: 'restored',
          })
    const before = going === null ? [] : erasedBackIn(going)
    const erasedBack = [...new Set([...before, ...carried.erasedBack])]
    noteRestored(connection, now, { ...note, fromFile: backup === '', ...carried, erasedBack })
    connection.pragma('journal_mode = DELETE')
  } finally {
    connection.close()
  }
}

/** Whom an earlier restore brought back, who may still be on file. */
function erasedBackIn(path: string): readonly number[] {
  const connection = readOnly(path)
  try {
    return restoredNote(connection)?.erasedBack ?? []
  } finally {
    connection.close()
  }
}

/** What a restore put aside is of one line with what has come of the restore, unless a file that was worked in apart took its place. */
function isOneLine(path: string, backup: string): boolean {
  const connection = readOnly(path)
  try {
    const note = restoredNote(connection)
    // Notes of before it was kept do not say.
    return backup !== '' && note?.before === backup && (note.oneLine ?? note.fromFile !== true)
  } finally {
    connection.close()
  }
}

const inUse = fail(
  'in-use',
  'Another program holds the shop file. Nothing was changed. Close it and try again.',
)

/**
 * Makes a verified backup of the shop that is to go, and leaves it as one file without a log that the next one would be
 * read with. Answers the backup's name; '' where there was none to make.
 */
async function putAside(path: string, now: number): Promise<Result<string>> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size === 0) {
    await removeLogs(path)
    return ok('')
  }
  const made = await backUpBefore(path, now)
  if (made === undefined) {
    await keepDamaged(path, now)
    return ok('')
  }
  return isAlone(path) ? ok(made) : inUse
}

async function backUpBefore(path: string, now: number): Promise<string | undefined> {
  try {
    return basename((await verifiedBackup(path, { why: 'before-restore', now })).path)
  } catch (error) {
    // A full disk or another program is no reason to give up what is there.
    if (isNotWhole(error)) return undefined
    throw error
  }
}

/** Keeps a copy of what cannot be read, with its log, under a name that says so. */
async function keepDamaged(path: string, now: number): Promise<void> {
  const kept = `${path}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`
  for (const end of ['', '-journal', '-wal'])
    await copyFile(path + end, kept + end).catch((error: unknown) => {
      if (diskSays(error) !== 'not-there') throw error
    })
  await sync(kept)
  await removeLogs(path)
}

/** The next file of this name must not be read with the log of this one. */
async function removeLogs(path: string): Promise<void> {
  for (const end of ['-journal', '-wal', '-shm']) await rm(path + end, { force: true })
}

/** Takes the file for itself alone, which puts its log into it and away; false while another program has it open. */
function isAlone(path: string): boolean {
  const connection = new Database(path, { fileMustExist: true })
  try {
    connection.pragma('busy_timeout = 2000')
    return connection.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  } finally {
    connection.close()
  }
}
