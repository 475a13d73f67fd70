import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Packed } from '../../core/backups/calls.ts'
import { dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { partialOf } from '../store/backup.ts'
import { copyWhole, readOnly, removeFile } from '../store/copy-whole.ts'
import { sync, syncFolder } from '../store/durable.ts'
import { migrate } from '../store/migrate.ts'
import { setPragmas } from '../store/connect.ts'
import { safeName } from '../write-whole.ts'
import { checkShopFile } from './check.ts'
import { clearPartials } from './folder.ts'
import { noteMovedOut, takeMovedIn } from './file-notes.ts'

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
    let settings: unknown
    await copyWhole(path, partial, (copy) => {
      setPragmas(copy)
      migrate(copy)
      settings = takeMovedIn(copy)
      copy.pragma('journal_mode = DELETE')
    })
    await sync(partial)
    await rename(partial, final)
    await syncFolder(folder)
    return ok({ path: final, settings })
  } finally {
    await removeFile(partial)
  }
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
