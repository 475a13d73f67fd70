import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './log.ts'
import { checkedSettings, type PcSettings } from './settings-values.ts'

/** What writes the settings file, whole or not at all. */
export interface SettingsWriter {
  set(change: Partial<PcSettings>): void
}

export interface Settings {
  /** Which shop was open could not be read: it is unknown, and has to be asked. */
  readonly lost: boolean
  get<K extends keyof PcSettings>(key: K): PcSettings[K]
  /** What cannot be written holds until Wellkept ends. */
  set(change: Partial<PcSettings>): void
}

/**
 * Reads `settings.json` in `folder`, each value checked. A file that cannot be read is kept as `settings.damaged-<time>.json`; where
 * nothing can be written the app starts all the same.
 */
export function keepSettings(folder: string, openWriter: () => SettingsWriter, log: Log): Settings {
  const { settings, replaced } = checkedSettings(readOrPutAside(join(folder, 'settings.json'), log))
  const writer = attempt(openWriter, log)
  let values = settings
  const set = (change: Partial<PcSettings>): void => {
    values = { ...values, ...change }
    attempt(() => writer?.set(change), log)
  }
  if (replaced.length > 0) set(Object.fromEntries(replaced.map((name) => [name, settings[name]])))
  if (values.pcKey === '') set({ pcKey: randomUUID() })
  return { lost: replaced.includes('lastFile'), get: (key) => values[key], set }
}

/** What stands in the file: an empty object where there is none, undefined where it cannot be read. */
function readOrPutAside(path: string, log: Log): unknown {
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : {}
  } catch (error) {
    log('settings', error)
    const stamp = new Date().toISOString().replace(/[:.]/g, '-')
    attempt(() => renameSync(path, path.replace(/\.json$/, `.damaged-${stamp}.json`)), log)
    return undefined
  }
}

function attempt<T>(work: () => T, log: Log): T | undefined {
  try {
    return work()
  } catch (error) {
    log('settings', error)
    return undefined
  }
}
