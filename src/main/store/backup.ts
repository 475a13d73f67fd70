import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** A copy that was opened and checked. */
export interface VerifiedBackup {
  readonly path: string
  readonly sha256: string
}

/**
 * Copies the open file in steps, checks the copy (quick_check, foreign keys, row counts), writes its SHA-256 beside it,
 * makes both durable and only then gives it its name. Throws when the copy is not as good as the original.
 */
export async function verifiedBackup(
  connection: Database.Database,
  path: string,
  folder = join(dirname(path), 'backups'),
): Promise<VerifiedBackup> {
  await mkdir(folder, { recursive: true })
  const version = connection.pragma('user_version', { simple: true }) as number
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const final = join(folder, `${basename(path)}.${stamp}.v${version}.backup`)
  const partial = `${final}.partial`
  try {
    await connection.backup(partial)
    const counts = rowCounts(connection)
    verify(partial, counts)
    await sync(partial)
    const sha256 = await digest(partial)
    await writeFile(`${final}.json`, JSON.stringify({ sha256, version, counts }, null, 2), { flush: true })
    await rename(partial, final)
    await syncFolder(folder)
    return { path: final, sha256 }
  } catch (error) {
    for (const file of [`${final}.json`, partial, `${partial}-journal`, `${partial}-wal`, `${partial}-shm`])
      await rm(file, { force: true })
    throw error
  }
}

function verify(copy: string, counts: Record<string, number>): void {
  const connection = new Database(copy)
  try {
    // One file, without the two that write-ahead logging keeps beside it.
    connection.pragma('journal_mode = DELETE')
    const quick = connection.pragma('quick_check', { simple: true })
    if (quick !== 'ok') throw new Error(`backup failed its check: ${String(quick)}`)
    if ((connection.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('backup failed its foreign key check')
    const copied = rowCounts(connection)
    for (const [table, count] of Object.entries(counts))
      if (copied[table] !== count)
        throw new Error(`backup holds ${copied[table]} of ${count} rows of ${table}`)
  } finally {
    connection.close()
  }
}

function rowCounts(connection: Database.Database): Record<string, number> {
  const tables = connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search%'`,
    )
    .all() as { name: string }[]
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      (connection.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n,
    ]),
  )
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function sync(path: string, flags = 'r+'): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable only when its folder is; Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder, 'r')
}
