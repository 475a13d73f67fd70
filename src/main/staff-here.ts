import type { Settings } from './settings-file.ts'
import { mostRecent } from './settings-values.ts'

/** Who works at this PC in the shop of a file, as it was chosen last. */
export const staffAt = (settings: Settings, path: string): number | undefined =>
  settings.get('staff').find((one) => one.path === path)?.staffId

/** Chooses who works at this PC in the shop of a file; null for nobody. */
export function chooseStaff(settings: Settings, path: string, staffId: number | null): void {
  const others = settings.get('staff').filter((one) => one.path !== path)
  settings.set({ staff: [...(staffId === null ? [] : [{ path, staffId }]), ...others].slice(0, mostRecent) })
}
