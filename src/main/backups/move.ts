import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Packed } from '../../core/backups/calls.ts'
import { dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { partialOf } from '../store/backup.ts'
import { copyWhole, readOnly, removeFile } from '../store/engines/sqlite/copy-whole.ts'
import { sync, syncFolder } from '../store/durable.ts'
import { migrate } from '../store/engines/sqlite/migrate.ts'
import { setPragmas } from '../store/engines/sqlite/connect.ts'
import { safeName } from '../write-whole.ts'
import { checkShopFile } from './check.ts'
import { clearPartials } from './folder.ts'
import { movedOutAt, noteMovedOut, takeMovedIn } from './file-notes.ts'
import { exchange } from './restore.ts'

interface PackOptions {
  readonly path: string
  /** The folder that gets the file. */
  readonly folder: string
  /** What of this PC's settings goes along. */
  readonly settings: object
  readonly now: number
  /** IANA zone of the PC: the day in the file's name. */
  readonly zone: string
}

/**
 * Packs a shop, open or not, into one verified file for another PC, which says that it is packed.
 */
export async function pack({ path, folder, settings, now, zone }: PackOptions): Promise<Packed> {
  const name = nameOf(path)
  const final = freeName(folder, `${name} ${dayAt(now, zone)}`)
  await clearPartials(final, folder)
  const partial = partialOf(final)
  try {
    await copyWhole(path, partial, (copy) => noteMovedOut(copy, now, settings))
    await sync(partial)
    await rename(partial, final)
    await syncFolder(folder)
  } catch (error) {
    await removeFile(partial)
    throw error
  }
  return { file: basename(final), folder: basename(folder) || folder }
}

export interface TakenIn {
  readonly path: string
  /** What came along of the other PC's settings. */
  readonly settings: unknown
}

/**
 * Takes over a shop file from another PC: it is checked and copied into `folder`, where it gets a name of its own; the
 * file itself is not touched. Problems: not-a-shop, newer, backup-damaged.
 */
export async function takeIn({ path, folder }: { path: string; folder: string }): Promise<Result<TakenIn>> {
  const checked = checkShopFile(path)
  if (!checked.ok) return checked
  await mkdir(folder, { recursive: true })
  const final = freeName(folder, nameOf(path))
  await clearPartials(final, folder)
  const partial = partialOf(final)
  try {
    const { settings } = await unpack(path, partial)
    await sync(partial)
    await rename(partial, final)
    await syncFolder(folder)
    return ok({ path: final, settings })
  } finally {
    await removeFile(partial)
  }
}

/**
 * Puts a file of the shop at `path`, which is closed, in its place; what is there is backed up first, as before a restore.
 * Problems: not-a-shop, newer, backup-damaged, in-use.
 */
export async function replace({ path, from, now }: { path: string; from: string; now: number }) {
  let settings: unknown
  const replaced = await exchange(path, now, async (prepared) => {
    const checked = checkShopFile(from)
    if (!checked.ok) return checked
    const unpacked = await unpack(from, prepared)
    settings = unpacked.settings
    return ok({ backup: '', fromMs: unpacked.asOfMs })
  })
  return replaced.ok ? ok<TakenIn>({ path, settings }) : replaced
}

/** Copies a file from another PC as a shop that belongs to this one; answers what came along, and the instant it is as of. */
async function unpack(from: string, to: string): Promise<{ settings: unknown; asOfMs: number }> {
  let settings: unknown
  let asOfMs = 0
  await copyWhole(from, to, (copy) => {
    setPragmas(copy)
    migrate(copy)
    const lastMs = copy.prepare('SELECT max(atMs) FROM acts').pluck().get() as number | null
    asOfMs = movedOutAt(copy) ?? lastMs ?? 0
    settings = takeMovedIn(copy)
    copy.pragma('journal_mode = DELETE')
  })
  return { settings, asOfMs }
}

function nameOf(path: string): string {
  const connection = readOnly(path)
  try {
    const name = connection.prepare('SELECT name FROM shop WHERE id = 1').pluck().get()
    return safeName(typeof name === 'string' ? name : basename(path, '.wellkept'))
  } finally {
    connection.close()
  }
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, `${name}${n === 1 ? '' : ` (${n})`}.wellkept`)
    if (!existsSync(path)) return path
  }
}
