import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { OwnShop } from '../core/machine/calls.ts'
import type { Result } from '../core/result.ts'
import type { ShopDetails } from '../core/shop/calls.ts'
import type { Clock } from './clock.ts'
import { mostRecent, type RecentShop } from './settings-values.ts'
import type { Settings } from './settings-file.ts'
import type { Store } from './store/host.ts'

/** The owner's shops that were open on this PC, the last one first, and which of them the next start opens. */
export interface RecentShops {
  all(): readonly RecentShop[]
  /** The last one whose file is there, besides the one at `but`. */
  last(but?: string): RecentShop | undefined
  /** Those whose file is there, besides the one at `but`, to be chosen from. */
  offered(but: string): readonly OwnShop[]
  /** The path of one that was offered. */
  pathOf(id: string): string | undefined
  /** What the shop in a file was called; '' where that is not known. */
  nameOf(path: string): string
  /** A shop is open, or called something else. The next start opens it: a nameless one only where there is no other. */
  opened(store: Store): Promise<void>
}

interface Parts {
  readonly settings: Settings
  readonly clock: Clock
  /** The sample is nobody's shop: the next start opens it where there is no other. */
  readonly isSample: (path: string) => boolean
  /** Hears of every change of the list. */
  readonly changed: () => void
}

/** Of one shop that stays open the time is noted once in a while, ms. */
const whileMs = 3_600_000

/** Keeps them in the settings. */
export function recentShops({ settings, clock, isSample, changed }: Parts): RecentShops {
  const all = () => settings.get('recent')
  const last = (but = '') => all().find(({ path }) => path !== but && existsSync(path))
  const startWith = (path: string) => {
    if (settings.get('lastFile') !== path) settings.set({ lastFile: path })
  }
  function note(path: string, name: string): void {
    const [first] = all()
    const isNoted = first?.path === path && first.name === name
    if (isNoted && Math.abs(clock() - first.usedAtMs) < whileMs) return
    const others = all().filter((one) => one.path !== path)
    settings.set({ recent: [{ path, name, usedAtMs: clock() }, ...others].slice(0, mostRecent) })
    changed()
  }
  return {
    all,
    last,
    offered: (but) =>
      all()
        .filter(({ path }) => path !== but && existsSync(path))
        .map(({ path, name }) => ({ id: idOf(path), name, file: basename(path), folder: dirname(path) })),
    pathOf: (id) => all().find(({ path }) => idOf(path) === id)?.path,
    nameOf: (path) => all().find((one) => one.path === path)?.name ?? '',
    async opened(store) {
      const { path } = store
      if (isSample(path)) return last() ? undefined : startWith(path)
      const name = await nameOf(store)
      if (name === '' && all().some((one) => one.path !== path)) return
      startWith(path)
      if (name) note(path, name)
    },
  }
}

/** Names a file to the window, which gets no path to use. */
const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16)

/** What a shop is called; '' while it is not set up, undefined where that cannot be read. */
export async function nameOf(store: Store): Promise<string | undefined> {
  const details = (await store.call('shop.details', {})) as Result<ShopDetails | null>
  return details.ok ? (details.value?.name ?? '') : undefined
}

/** A shop in a menu: name and folder; the file too, and when it was last opened, where two have one name. */
export function recentWords(shop: RecentShop, all: readonly RecentShop[], locale: string): string {
  const { path, name, usedAtMs } = shop
  const isAlone = all.every((one) => one.path === path || one.name !== name)
  if (isAlone) return `${name}  –  ${dirname(path)}`
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(usedAtMs)
  return `${name}  –  ${basename(path)}${usedAtMs === 0 ? '' : `, last opened ${day}`}  –  ${dirname(path)}`
}
