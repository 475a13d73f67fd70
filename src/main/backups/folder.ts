import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readBackupName, readManifest, type BackupName, type Manifest } from '../../core/backups/file.ts'
import { backupsToDrop } from '../../core/backups/thin.ts'
import { dayAt } from '../../core/day.ts'
import { diskSays } from '../disk-codes.ts'

/** A backup found in a folder. */
export interface FoundBackup extends BackupName {
  /** Its file's name. */
  readonly id: string
  readonly path: string
  readonly bytes: number
  /** Its record; undefined where there is none that fits the file. */
  readonly manifest: Manifest | undefined
}

/** Where a shop's backups are, unless told otherwise. */
export const backupFolderOf = (path: string): string => join(dirname(path), 'backups')

const orderOf = ({ manifest, atMs }: FoundBackup): number => manifest?.order ?? atMs

/** The backups of a shop file, the one made last first; none where there is no folder. Throws when it cannot be read. */
export async function listBackups(
  path: string,
  folder = backupFolderOf(path),
): Promise<readonly FoundBackup[]> {
  const found = await Promise.all((await namesIn(folder)).map((id) => lookAt(folder, id)))
  return found
    .filter((one) => one !== undefined)
    .filter(({ shop }) => shop === basename(path))
    .toSorted((a, b) => orderOf(b) - orderOf(a))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (diskSays(error) === 'not-there') return []
    throw error
  }
}

async function lookAt(folder: string, id: string): Promise<FoundBackup | undefined> {
  const name = readBackupName(id)
  if (!name) return undefined
  const path = join(folder, id)
  try {
    const info = await stat(path)
    if (!info.isFile()) return undefined
    const text = await readFile(`${path}.json`, 'utf8').catch(() => '')
    const manifest = readManifest(text, name)
    const fits = manifest?.bytes === undefined || manifest.bytes === info.size
    return { ...name, id, path, bytes: info.size, manifest: fits ? manifest : undefined }
  } catch (error) {
    // Gone meanwhile, or no file of this PC's to look at.
    const said = diskSays(error)
    if (said === 'not-there' || said === 'no-access') return undefined
    throw error
  }
}

/** The order of the backup made last; 0 where there is none. */
export const lastOrder = (backups: readonly FoundBackup[]): number =>
  Math.max(0, ...backups.filter(({ manifest }) => manifest).map(orderOf))

/** The backups that the rule of thinning lets go; two shops with files of one name keep theirs apart. */
export function toDrop(backups: readonly FoundBackup[], zone: string): readonly FoundBackup[] {
  const codeOf = ({ manifest }: FoundBackup) => manifest?.code ?? ''
  const ids = [...new Set(backups.map(codeOf))].flatMap((code) =>
    backupsToDrop(
      backups
        .filter((one) => codeOf(one) === code)
        .map((one) => ({
          id: one.id,
          order: orderOf(one),
          day: dayAt(one.atMs, zone),
          verified: one.manifest !== undefined,
          aside: one.manifest?.why === 'before-restore' || one.manifest?.why === 'before-update',
        })),
    ),
  )
  return backups.filter(({ id }) => ids.includes(id))
}

/** Deletes what the rule of thinning lets go: only files of our own naming with our record beside them. */
export async function thin(path: string, folder: string, zone: string): Promise<void> {
  for (const { path: gone } of toDrop(await listBackups(path, folder), zone)) {
    await rm(gone, { force: true })
    await rm(`${gone}.json`, { force: true })
  }
}

/** Longer than any copy takes, and than a record waits for its backup, ms. */
const longMs = 24 * 3_600_000
const recordMs = 60_000

/**
 * Deletes what runs that were killed left half-made of this shop's backups: partial files whose writer is gone, and
 * records without a backup. Call it where none of this program's own is being written. `now` is epoch ms.
 */
export async function clearPartials(path: string, folder: string, now = Date.now()): Promise<void> {
  const names = await namesIn(folder)
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.`))) {
    const file = join(folder, name)
    const [, pid] = /\.(\d+)\.partial(?:-journal|-wal|-shm)?$/.exec(name) ?? []
    const backup = name.endsWith('.json') ? name.slice(0, -'.json'.length) : undefined
    const isAlone = backup !== undefined && readBackupName(backup) !== undefined && !names.includes(backup)
    if (pid === undefined && !isAlone) continue
    const age = now - ((await stat(file).catch(() => undefined))?.mtimeMs ?? now)
    const isLeft =
      pid === undefined
        ? age > recordMs
        : Number(pid) === process.pid || !isRunning(Number(pid)) || age > longMs
    if (isLeft) await rm(file, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's: it runs.
    return diskSays(error) === 'no-access'
  }
}
