import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { backupName, type BackupReason, type Manifest } from '../../core/backups/file.ts'
import { backupFolderOf, lastOrder, listBackups } from '../backups/folder.ts'
import { copyWhole, removeFile } from './engines/sqlite/copy-whole.ts'
import { digest, sync, syncFolder } from './durable.ts'

/** A copy that was opened and checked. */
export interface VerifiedBackup {
  readonly path: string
  readonly sha256: string
}

interface BackupOptions {
  /** Default: a `backups` folder beside the file. */
  readonly folder?: string | undefined
  readonly why: BackupReason
  /** Epoch ms. */
  readonly now?: number
  /** The order of the one made last, where there may be later ones than in this folder. */
  readonly after?: number
}

/**
 * Copies the shop file, checks the copy, writes its SHA-256 and counts beside it, makes both durable and only then gives
 * it its name. Throws when the copy is not as good as the original, or finds no place; nothing half-made stays.
 */
export async function verifiedBackup(
  path: string,
  { folder = backupFolderOf(path), why, now = Date.now(), after = 0 }: BackupOptions,
): Promise<VerifiedBackup> {
  await mkdir(folder, { recursive: true })
  const last = Math.max(after, lastOrder(await listBackups(path, folder)))
  const partial = partialOf(join(folder, basename(path)))
  let record: string | undefined
  try {
    const copied = await copyWhole(path, partial)
    const final = freeName(folder, basename(path), now, copied.version)
    await sync(partial)
    const sha256 = await digest(partial)
    const { size: bytes } = await stat(partial)
    const manifest: Manifest = { sha256, ...copied, order: Math.max(last + 1, now), bytes, why }
    record = `${final}.json`
    await writeFile(record, JSON.stringify(manifest, null, 2), { flush: true, flag: 'wx' })
    await rename(partial, final)
    await syncFolder(folder)
    return { path: final, sha256 }
  } catch (error) {
    if (record !== undefined) await rm(record, { force: true })
    await removeFile(partial)
    throw error
  }
}

/** The name under which a file is written until it is whole: whose it is tells whether anybody still writes it. */
export const partialOf = (path: string): string => `${path}.${process.pid}.partial`

/** Two of one moment, or a clock that was set back, never share a name. */
function freeName(folder: string, shop: string, now: number, version: number): string {
  for (let atMs = now; ; atMs++) {
    const path = join(folder, backupName({ shop, atMs, version }))
    if (!existsSync(path) && !existsSync(`${path}.json`)) return path
  }
}
