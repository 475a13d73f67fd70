import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { CountOfKind, RestorePreview } from '../../core/backups/calls.ts'
import { countedKinds } from '../../core/backups/kinds.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { checkWhole, describe, readOnly } from '../store/engines/sqlite/copy-whole.ts'
import { digest } from '../store/durable.ts'
import { isOurSchema } from '../store/engines/sqlite/expected-schema.ts'
import { altered, applicationId } from '../store/engines/sqlite/inspect.ts'
import { newest } from '../store/migrations/index.ts'
import { restoredNote } from './file-notes.ts'
import type { FoundBackup } from './folder.ts'
import { actsOnlyIn } from './same-person.ts'

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
  const then = look(backup.path, ({ counts, name, code }) => ({ counts, name, code }))
  const now = lookIfReadable(path, backup)
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
    aside: !existsSync(path) ? 'nothing' : now?.isWhole ? 'backup' : 'as it is',
    halfTyped: now?.isWhole && now.isOneLine && now.code === then.code ? (now.counts['drafts'] ?? 0) : 0,
  })
}

interface Looked {
  readonly counts: Readonly<Record<string, number>>
  readonly name: string
  /** The shop file's own code; '' in a file older than that. */
  readonly code: string
  readonly connection: Database.Database
}

function look<T>(path: string, take: (looked: Looked) => T): T {
  const connection = readOnly(path)
  try {
    const { counts, name, code } = describe(connection)
    const hoursLog = currentEntries(connection) ?? counts['hoursLog'] ?? 0
    return take({ counts: { ...counts, hoursLog }, name, code, connection })
  } finally {
    connection.close()
  }
}

/** Openings and closings as the owner sees them: what was corrected counts once. */
function currentEntries(connection: Database.Database): number | undefined {
  const columns = connection.pragma('table_info(hoursLog)') as { name: string }[]
  if (!columns.some(({ name }) => name === 'replacedBy')) return undefined
  const entries = connection.prepare('SELECT count(*) FROM hoursLog WHERE replacedBy IS NULL')
  return entries.pluck().get() as number
}

/** What sets it apart from a backup, and whether it can be backed up itself. */
function lookIfReadable(path: string, backup: FoundBackup) {
  try {
    return look(path, ({ connection, ...looked }) => {
      const apart = actsApart(connection, backup.path)
      return {
        ...looked,
        isWhole: isWhole(connection),
        changesSince: apart.here,
        isOneLine: apart.there === 0 || restoredNote(connection)?.before === backup.id,
      }
    })
  } catch {
    return undefined
  }
}

function isWhole(connection: Database.Database): boolean {
  try {
    checkWhole(connection)
    return true
  } catch {
    return false
  }
}

/** How many acts the open file has that the one at `other` has not, and the other way round. */
export function actsApart(connection: Database.Database, other: string): { here: number; there: number } {
  const onlyIn = (one: string, two: string) =>
    connection
      .prepare(`SELECT count(*) FROM ${actsOnlyIn(one, two)}`)
      .pluck()
      .get() as number
  return beside(connection, other, () => ({
    here: onlyIn('main', 'other'),
    there: onlyIn('other', 'main'),
  }))
}

/** Works with the file at `path` attached to the open one, as the schema `other`. */
export function beside<T>(connection: Database.Database, path: string, work: () => T): T {
  connection.prepare('ATTACH ? AS other').run(path)
  try {
    return work()
  } finally {
    connection.exec('DETACH other')
  }
}
