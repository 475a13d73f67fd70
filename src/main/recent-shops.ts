import { existsSync } from 'node:fs'
import { mostRecent, type RecentShop } from './settings-values.ts'
import type { Settings } from './settings-file.ts'

/** The owner's shops that were open on this PC, the last one first. */
export interface RecentShops {
  all(): readonly RecentShop[]
  /** The last one whose file is there. */
  last(): RecentShop | undefined
  /** What the shop in a file was called; '' where that is not known. */
  nameOf(path: string): string
  /** A shop is open, and called so. */
  note(shop: RecentShop): void
}

/** Keeps them in the settings; `changed` hears of every change. */
export function recentShops(settings: Settings, changed: () => void): RecentShops {
  const all = () => settings.get('recent')
  return {
    all,
    last: () => all().find(({ path }) => existsSync(path)),
    nameOf: (path) => all().find((one) => one.path === path)?.name ?? '',
    note(shop) {
      const [first] = all()
      if (first?.path === shop.path && first.name === shop.name) return
      const others = all().filter(({ path }) => path !== shop.path)
      settings.set({ recent: [shop, ...others].slice(0, mostRecent) })
      changed()
    },
  }
}
