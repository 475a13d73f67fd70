import type { Settings } from '../../src/main/settings-file.ts'
import { defaults, type PcSettings } from '../../src/main/settings-values.ts'

/** The settings of a PC that keeps them as long as the test. */
export function memorySettings(given: Partial<PcSettings> = {}): Settings {
  let kept: PcSettings = { ...defaults, ...given }
  return { lost: false, get: (key) => kept[key], set: (change) => void (kept = { ...kept, ...change }) }
}
