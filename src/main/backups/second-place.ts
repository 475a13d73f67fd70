import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../core/result.ts'
import { partialOf } from '../store/backup.ts'
import { removeFile } from '../store/engines/sqlite/copy-whole.ts'
import { digest, sync, syncFolder } from '../store/durable.ts'
import { clearPartials, listBackups, thin, toDrop, type FoundBackup } from './folder.ts'
import { copyFailure, places } from './problems.ts'

/** The folder inside the chosen one. Where it is missing, another stick may be in, or none. */
const inner = 'Wellkept backups'

/** Where copies go in a chosen folder. */
export const folderIn = (place: string): string => join(place, inner)

/** Makes a folder a second place. Problems: those of the machine. */
export async function preparePlace(place: string): Promise<Result<null>> {
  try {
    await mkdir(folderIn(place), { recursive: true })
    return ok(null)
  } catch (error) {
    return copyFailure(error, places.second)
  }
}

/** Whether the place can be reached now. */
export async function isThere(place: string): Promise<boolean> {
  const info = await stat(folderIn(place)).catch(() => undefined)
  return info?.isDirectory() ?? false
}

const away = fail('place-away', 'The second place cannot be reached. It gets its copies when it is back.')

/**
 * Copies to the second place what it has not yet, the newest first, each checked after it was written; then thins it as
 * the first. Problems: place-away, backup-damaged, those of the machine.
 */
export async function catchUp(path: string, place: string, zone: string): Promise<Result<null>> {
  if (!(await isThere(place))) return away
  const folder = folderIn(place)
  try {
    await clearPartials(path, folder)
    const [here, there] = [await listBackups(path), await listBackups(path, folder)]
    const has = new Set(there.filter(({ manifest }) => manifest).map(({ id }) => id))
    const missing = here.filter(({ id, manifest }) => manifest && !has.has(id))
    const pointless = new Set(toDrop([...there, ...missing], zone).map(({ id }) => id))
    let damaged = false
    for (const backup of missing)
      if (!pointless.has(backup.id) && !(await copyTo(folder, backup))) damaged = true
    await thin(path, folder, zone)
    return damaged ? notWhole : ok(null)
  } catch (error) {
    return (await isThere(place)) ? copyFailure(error, places.second) : away
  }
}

const notWhole = fail(
  'backup-damaged',
  'A backup did not reach the second place whole. The others are there. It is tried again.',
)

/** Copies one backup; false when what was written is not what its record says. */
async function copyTo(folder: string, { id, path, manifest }: FoundBackup): Promise<boolean> {
  const final = join(folder, id)
  const partial = partialOf(final)
  try {
    await copyFile(path, partial)
    await sync(partial)
    if ((await digest(partial)) !== manifest!.sha256) return false
    // What stood there under this name was not whole.
    await rm(final, { force: true })
    await writeFile(`${final}.json`, JSON.stringify(manifest, null, 2), { flush: true })
    await rename(partial, final)
    await syncFolder(folder)
    return true
  } finally {
    await removeFile(partial)
  }
}
