import type Database from 'better-sqlite3'
import type { CountOfKind, RestorePreview } from '../../core/backups/calls.ts'
import { countedKinds } from '../../core/backups/kinds.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { checkWhole, readOnly, rowCounts } from '../store/copy-whole.ts'
import { digest } from '../store/durable.ts'
import { isOurSchema } from '../store/expected-schema.ts'
import { altered, applicationId } from '../store/inspect.ts'
import { newest } from '../store/migrations/index.ts'
import type { FoundBackup } from './folder.ts'

const damaged = fail(
  'backup-damaged',
  'This backup is not what it was when it was made. Nothing was changed. Choose another one.',
)
const unverified = fail(
  'not-verified',
  'The record beside this backup is missing or does not fit, so nobody can tell whether it is whole. Nothing was changed. Choose another one.',
)
const newer = fail(
  'newer',
  'This backup was made by a newer Wellkept. Nothing was changed. Update Wellkept, then try again.',
)

/** Whether a file is the backup that its record describes, byte for byte. `file` may be a copy of it. */
export async function checkBackup({ manifest, path }: FoundBackup, file = path): Promise<Result<null>> {
  if (!manifest) return unverified
  if (manifest.version > newest) return newer
  if ((await digest(file)) !== manifest.sha256) return damaged
  return checkShopFile(file)
}

/** Whether a closed file is a whole Wellkept shop that this version can read, with nothing in it that is not ours. */
export function checkShopFile(file: string): Result<null> {
  let connection: Database.Database | undefined
  try {
    connection = readOnly(file)
    if (connection.pragma('application_id', { simple: true }) !== applicationId) return notAShop
    const version = connection.pragma('user_version', { simple: true }) as number
    if (version > newest) return newer
    if (!isOurSchema(connection, version)) return altered
    checkWhole(connection)
    return ok(null)
  } catch {
    return damaged
  } finally {
    connection?.close()
  }
}

const notAShop = fail(
  'not-a-shop',
  'This file is not a Wellkept shop. Nothing was changed. Choose another file.',
)

/** What restoring would change in the shop at `path`, which may be open, damaged or missing. */
export async function preview(path: string, backup: FoundBackup): Promise<Result<RestorePreview>> {
  const checked = await checkBackup(backup)
  if (!checked.ok) return checked
  const then = look(backup.path, ({ counts, name }) => ({ counts, name }))
  const now = lookIfReadable(path, backup.path)
  const kinds = countedKinds.map((kind): CountOfKind => ({
    kind,
    now: now ? (now.counts[kind] ?? 0) : null,
    backedUp: then.counts[kind] ?? 0,
  }))
  return ok({
    id: backup.id,
    madeAtMs: backup.atMs,
    shop: then.name,
    shopNow: now?.name ?? null,
    kinds,
    changesSince: now?.changesSince ?? null,
  })
}

interface Looked {
  readonly counts: Readonly<Record<string, number>>
  readonly name: string
  readonly connection: Database.Database
}

function look<T>(path: string, take: (looked: Looked) => T): T {
  const connection = readOnly(path)
  try {
    const counts = rowCounts(connection)
    const name =
      'shop' in counts ? connection.prepare('SELECT name FROM shop WHERE id = 1').pluck().get() : ''
    return take({ counts, name: typeof name === 'string' ? name : '', connection })
  } finally {
    connection.close()
  }
}

/** With how many of its acts a backup knows nothing of. */
function lookIfReadable(path: string, backup: string) {
  try {
    return look(path, ({ connection, ...looked }) => ({
      ...looked,
      changesSince: actsNotIn(backup, connection),
    }))
  } catch {
    return undefined
  }
}

function actsNotIn(backup: string, connection: Database.Database): number {
  connection.prepare('ATTACH ? AS backup').run(backup)
  return connection
    .prepare(
      `SELECT count(*) FROM main.acts AS mine WHERE NOT EXISTS (
        SELECT 1 FROM backup.acts AS its WHERE its.id = mine.id AND its.atMs = mine.atMs)`,
    )
    .pluck()
    .get() as number
}
