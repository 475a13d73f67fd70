import { isAbsolute } from 'node:path'
import { themes, type Theme } from '../core/machine/theme.ts'

/** A shop that was open on this PC. */
export interface RecentShop {
  readonly path: string
  readonly name: string
  /** When it was last opened, epoch ms; 0 where that was not noted yet. */
  readonly usedAtMs: number
}

/** What belongs to this PC; what belongs to the shop is in the shop's file. */
export interface PcSettings {
  readonly theme: Theme
  /** The shop file of last time; '' before the first run. */
  readonly lastFile: string
  /** The owner's shops that were open on this PC, the last one first; the sample is none. */
  readonly recent: readonly RecentShop[]
  readonly bounds: {
    readonly x?: number
    readonly y?: number
    readonly width: number
    readonly height: number
  }
  readonly maximized: boolean
  /** Tells this PC from others that keep the same shop. */
  readonly pcKey: string
  /** The folder that gets a copy of each backup; '' for none. */
  readonly backupPlace: string
  /** When that folder last had everything, epoch ms; 0 for never. */
  readonly backupPlaceAtMs: number
  /** Who works at this PC, in each shop where somebody was chosen; the last one first. */
  readonly staff: readonly StaffHere[]
}

/** Who works at this PC in the shop of a file, by their number there. */
export interface StaffHere {
  readonly path: string
  readonly staffId: number
}

export const defaults: PcSettings = {
  theme: 'system',
  lastFile: '',
  recent: [],
  bounds: { width: 1366, height: 768 },
  maximized: false,
  pcKey: '',
  backupPlace: '',
  backupPlaceAtMs: 0,
  staff: [],
}

/** How many shops are remembered. */
export const mostRecent = 8

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && isAbsolute(value) && !value.includes('\0')

const isPathOrNone = (value: unknown): value is string => value === '' || isPath(value)

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isRecent = (value: unknown): value is RecentShop =>
  isObject(value) &&
  isPath(value['path']) &&
  typeof value['name'] === 'string' &&
  value['name'] !== '' &&
  isTime(value['usedAtMs'])

/** The shops of a list that are good, each as it is; what else stands there is no reason to forget them. */
function goodShops(value: readonly unknown[]): readonly RecentShop[] {
  return value
    .map((one) => (isObject(one) && !isTime(one['usedAtMs']) ? { ...one, usedAtMs: 0 } : one))
    .filter(isRecent)
}

/** A screen is never as large as this, pixels. */
const farAway = 100_000

const isPlace = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < farAway

const isSize = (value: unknown): boolean => isPlace(value) && (value as number) > 0

const isBounds = (value: unknown): value is PcSettings['bounds'] =>
  isObject(value) &&
  isSize(value['width']) &&
  isSize(value['height']) &&
  ((value['x'] === undefined && value['y'] === undefined) || (isPlace(value['x']) && isPlace(value['y'])))

const isStaffHere = (value: unknown): value is StaffHere =>
  isObject(value) && isPath(value['path']) && isTime(value['staffId']) && value['staffId'] > 0

const checks: { readonly [K in keyof PcSettings]: (value: unknown) => value is PcSettings[K] } = {
  theme: (value): value is Theme => themes.some((theme) => theme === value),
  lastFile: isPathOrNone,
  recent: (value): value is readonly RecentShop[] => Array.isArray(value) && value.every(isRecent),
  bounds: isBounds,
  maximized: (value) => typeof value === 'boolean',
  pcKey: (value): value is string => typeof value === 'string' && value.length <= 100,
  backupPlace: isPathOrNone,
  backupPlaceAtMs: isTime,
  staff: (value): value is readonly StaffHere[] => Array.isArray(value) && value.every(isStaffHere),
}

const names = Object.keys(defaults) as readonly (keyof PcSettings)[]

/** The settings as they were read, each bad value replaced by its default; `replaced` names those. */
export function checkedSettings(read: unknown): {
  readonly settings: PcSettings
  readonly replaced: readonly (keyof PcSettings)[]
} {
  const found = isObject(read) ? mended(read) : {}
  const given = names.filter((name) => Object.hasOwn(found, name))
  const good = given.filter((name) => checks[name](found[name]))
  const values = good.map((name) => [name, found[name]] as const)
  return {
    settings: { ...defaults, ...(Object.fromEntries(values) as Partial<PcSettings>) },
    replaced: isObject(read)
      ? given.filter((name) => !good.includes(name) || found[name] !== read[name])
      : names,
  }
}

/** A list of which only some is good keeps that. */
function mended(read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { recent } = read
  return Array.isArray(recent) && !checks.recent(recent) ? { ...read, recent: goodShops(recent) } : read
}
