import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { SameShop } from '../../core/backups/same-shop.ts'
import { ok, type Result } from '../../core/result.ts'
import { verifiedBackup } from '../store/backup.ts'
import { setPragmas } from '../store/engines/sqlite/connect.ts'
import { describe, readOnly } from '../store/engines/sqlite/copy-whole.ts'
import { migrate } from '../store/engines/sqlite/migrate.ts'
import { newest } from '../store/migrations/index.ts'
import { carryOver } from './carry-over.ts'
import { actsApart, beside, checkShopFile } from './check.ts'
import { goOnHere, movedOutAt } from './file-notes.ts'

/**
 * The shop of the file at `path` among those of this PC, which are at `known` and in `folder`; of several copies the one
 * changed last. Null where it is none of them. Problems as of checking the file.
 */
export async function findSame(
  path: string,
  known: readonly string[],
  folder: string,
): Promise<Result<SameShop | null>> {
  const checked = checkShopFile(path)
  if (!checked.ok) return checked
  const chosen = await realpath(path)
  const inFolder = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.wellkept'))
  const candidates = new Set([...known, ...inFolder.map((name) => join(folder, name))])
  const found: SameShop[] = []
  for (const here of candidates) {
    const real = await realpath(here).catch(() => undefined)
    const same = real === undefined ? undefined : compare(here, path, real === chosen)
    if (same) found.push(same)
  }
  const [last] = found.toSorted((a, b) => Number(b.isIt) - Number(a.isIt) || b.here.lastMs - a.here.lastMs)
  return ok(last ?? null)
}

/** What sets the two apart; undefined where they are not one shop, or that cannot be read. */
function compare(here: string, path: string, isIt: boolean): SameShop | undefined {
  try {
    const file = look(path)
    const own = look(here, path)
    if (own.code === '' || own.code !== file.code) return undefined
    return {
      path: here,
      name: own.name,
      isIt,
      here: { changes: own.apart.here, lastMs: own.lastMs },
      file: { changes: own.apart.there, lastMs: file.lastMs },
      // Where the shop here knows all of the file, what is half-typed goes along.
      halfTyped: own.apart.there === 0 ? 0 : own.halfTyped,
      packedAtMs: file.packedAtMs,
    }
  } catch {
    return undefined
  }
}

function look(path: string, other?: string) {
  const connection = readOnly(path)
  try {
    const { code, name } = describe(connection)
    const lastMs = connection.prepare('SELECT max(atMs) FROM acts').pluck().get() as number | null
    const apart = other === undefined ? { here: 0, there: 0 } : actsApart(connection, other)
    const halfTyped = other === undefined ? 0 : draftsApart(connection, other)
    return { code, name, lastMs: lastMs ?? 0, packedAtMs: movedOutAt(connection) ?? null, apart, halfTyped }
  } finally {
    connection.close()
  }
}

/** How many forms are half-typed in the open file, and not so in the one at `other`. */
function draftsApart(connection: Database.Database, other: string): number {
  const count = (sql: string) => connection.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number
  const hasDrafts = (schema: string) => count(`${schema}.sqlite_schema WHERE name = 'drafts'`) === 1
  return beside(connection, other, () => {
    if (!hasDrafts('main')) return 0
    if (!hasDrafts('other')) return count('main.drafts')
    return count(`main.drafts AS mine WHERE NOT EXISTS (
      SELECT 1 FROM other.drafts AS its WHERE its.form = mine.form AND its.value = mine.value)`)
  })
}

/** Goes on in the closed shop at `path` instead of the file of the same shop; who said no in that has said it here too. */
export async function stay(path: string, file: string, now = Date.now()): Promise<void> {
  const connection = new Database(path, { fileMustExist: true })
  try {
    setPragmas(connection)
    if ((connection.pragma('user_version', { simple: true }) as number) < newest) {
      await verifiedBackup(path, { why: 'before-update' })
      migrate(connection)
    }
    await carryOver(connection, file, { drafts: false, oneLine: false, atMs: now, how: 'stayed' })
    goOnHere(connection)
  } finally {
    connection.close()
  }
}
