import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import type { Theme } from '../core/machine/theme.ts'

/** What belongs to this PC; what belongs to the shop is in the shop's file. */
export interface PcSettings {
  readonly theme: Theme
  /** The shop file of last time; '' before the first run. */
  readonly lastFile: string
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
}

export interface Settings {
  /** The settings file could not be read: which shop was open is unknown, and has to be asked. */
  readonly lost: boolean
  get<K extends keyof PcSettings>(key: K): PcSettings[K]
  set(change: Partial<PcSettings>): void
}

const defaults: PcSettings = {
  theme: 'system',
  lastFile: '',
  bounds: { width: 1366, height: 768 },
  maximized: false,
  pcKey: '',
  backupPlace: '',
  backupPlaceAtMs: 0,
}

/** Reads the settings from `folder`; a file that cannot be read is kept as `settings.damaged-<time>.json`. */
export function openSettings(folder: string): Settings {
  const open = () => new Store<PcSettings>({ cwd: folder, name: 'settings', defaults })
  let store: Store<PcSettings>
  let lost = false
  try {
    store = open()
  } catch {
    lost = true
    const stamp = new Date().toISOString().replace(/[:.]/g, '-')
    renameSync(join(folder, 'settings.json'), join(folder, `settings.damaged-${stamp}.json`))
    store = open()
  }
  if (store.get('pcKey') === '') store.set('pcKey', randomUUID())
  return { lost, get: (key) => store.get(key), set: (change) => store.set(change) }
}
