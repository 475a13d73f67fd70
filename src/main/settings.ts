import Store from 'electron-store'
import type { Log } from './log.ts'
import { keepSettings, type Settings } from './settings-file.ts'

/** The settings of this PC, in `folder`. */
export const openSettings = (folder: string, log: Log): Settings =>
  keepSettings(folder, () => new Store({ cwd: folder, name: 'settings' }), log)
