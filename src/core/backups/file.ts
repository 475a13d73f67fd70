/** Why a backup was made. */
export const backupReasons = ['daily', 'closing', 'asked', 'before-restore', 'before-update'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What the name of a backup says: the shop's file, when it was made (epoch ms), and the schema. */
export interface BackupName {
  readonly shop: string
  readonly atMs: number
  readonly version: number
}

/** The record beside a backup: what was found when it was checked. */
export interface Manifest {
  readonly sha256: string
  readonly version: number
  readonly counts: Readonly<Record<string, number>>
  /** Rises with each backup of a shop, also where the clock was set back; about the epoch ms at which it was made. */
  readonly order: number
  readonly bytes: number | undefined
  readonly why: BackupReason
  /** The shop file's own code, the same in each of its copies; '' in a file older than that. */
  readonly code: string
  /** What the shop was called. */
  readonly name: string
}

const shape = /^(.+)\.(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)\.v(\d{1,6})\.backup$/

/** `shop.wellkept.2026-11-23T07-00-00-000Z.v80.backup`. */
export const backupName = ({ shop, atMs, version }: BackupName): string =>
  `${shop}.${new Date(atMs).toISOString().replace(/[:.]/g, '-')}.v${version}.backup`

/** Reads a name of ours; undefined for every other. */
export function readBackupName(name: string): BackupName | undefined {
  const [, shop = '', stamp = '', version = ''] = shape.exec(name) ?? []
  const atMs = Date.parse(stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-/, 'T$1:$2:$3.'))
  const read = { shop, atMs, version: Number(version) }
  return Number.isNaN(atMs) || backupName(read) !== name ? undefined : read
}

/** Reads a backup's record; undefined when it is not whole. Records of the first release hold less. */
export function readManifest(text: string, { atMs, version }: BackupName): Manifest | undefined {
  const found = objectOf(text)
  const counts = found?.['counts']
  if (!found || typeof found['sha256'] !== 'string' || !/^[0-9a-f]{64}$/.test(found['sha256']))
    return undefined
  if (found['version'] !== version || typeof counts !== 'object' || counts === null) return undefined
  const words = (key: string) => (typeof found[key] === 'string' ? found[key] : '')
  const whole = (key: string) => (Number.isSafeInteger(found[key]) ? (found[key] as number) : undefined)
  return {
    sha256: found['sha256'],
    version,
    counts: counts as Record<string, number>,
    order: whole('order') ?? atMs,
    bytes: whole('bytes'),
    why: backupReasons.find((why) => why === found['why']) ?? 'before-update',
    code: words('code'),
    name: words('name'),
  }
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
