import type { SameShop } from '../../core/backups/same-shop.ts'
import { themes, type Theme } from '../../core/machine/theme.ts'
import { ok, type Result } from '../../core/result.ts'
import type { ShopState } from '../../core/machine/calls.ts'
import type { MachineHandlers } from '../machine-handlers.ts'
import type { ShopFile } from '../shop-file.ts'
import type { Keeper } from './keeper.ts'
import type { TakenIn } from './move.ts'

interface Parts {
  /** The path the owner chose in a dialog, or undefined. */
  readonly ask: (what: 'backups' | 'move' | 'moved') => Promise<string | undefined>
  /** Which of two files of one shop it is to be. */
  readonly askAboutSame: (same: SameShop) => Promise<'here' | 'file' | 'cancel'>
  readonly shopFile: ShopFile
  readonly keeper: Keeper
  /** Where shops live unless the owner puts them elsewhere. */
  readonly shops: string
}

type BackupHandlers = Pick<
  MachineHandlers,
  Extract<keyof MachineHandlers, `backups.${string}`> | 'shop.moveOut' | 'shop.moveIn' | 'shop.goOnHere'
>

/** Backups, and the way of a shop from one PC to another. */
export function backupHandlers(
  { ask, askAboutSame, shopFile, keeper, shops }: Parts,
  setTheme: (theme: Theme) => void,
): BackupHandlers {
  /** Takes over the file and opens it. A shop that is here already is never here twice unasked. */
  async function moveIn(path: string): Promise<Result<ShopState>> {
    const known = [shopFile.path(), ...shopFile.recent().map((one) => one.path)]
    const found = await keeper.findSame(path, known, shops)
    if (!found.ok) return found
    const same = found.value
    if (!same) return open(await keeper.takeIn(path, shops))
    if (same.isIt) return shopFile.change(same.path)
    const answer = await askAboutSame(same)
    if (answer === 'cancel') return ok(await shopFile.state())
    if (answer === 'file') return open(await keeper.replace(same.path, path))
    const stayed = await keeper.stay(same.path, path)
    return stayed.ok ? shopFile.change(same.path) : stayed
  }

  /** Opens what was taken over, with what came along of the other PC's settings. */
  async function open(taken: Result<TakenIn>): Promise<Result<ShopState>> {
    if (!taken.ok) return taken
    const opened = await shopFile.change(taken.value.path)
    const { settings } = taken.value
    const theme = themes.find((one) => one === (settings as { theme?: unknown } | undefined)?.theme)
    if (opened.ok && theme) setTheme(theme)
    return opened
  }
  /** Whether the shop that the window showed is still the open one; where none was shown, none has to be. */
  const sameShop = async (shop: string | undefined): Promise<Result<unknown>> =>
    shop === undefined ? ok(null) : shopFile.call('backups.notes', {}, { shop })

  return {
    'backups.state': async () => ok(await keeper.state()),
    'backups.list': async () => ok(await keeper.list()),
    'backups.now': () => keeper.now(),
    'backups.preview': ({ id }) => keeper.preview(id),
    async 'backups.restore'({ id }, { shop }) {
      const isShown = await sameShop(shop)
      return isShown.ok ? keeper.restore(id) : isShown
    },
    async 'backups.choosePlace'() {
      const place = await ask('backups')
      if (place === undefined) return ok(await keeper.list())
      const { preparePlace } = await import('./second-place.ts')
      const prepared = await preparePlace(place)
      return prepared.ok ? keeper.choosePlace(place) : prepared
    },
    'backups.forgetPlace': () => keeper.choosePlace(''),
    async 'shop.moveOut'(_input, { shop }) {
      const folder = await ask('move')
      if (folder === undefined) return ok(null)
      const isShown = await sameShop(shop)
      return isShown.ok ? keeper.pack(folder) : isShown
    },
    async 'shop.moveIn'() {
      const path = await ask('moved')
      return path === undefined ? ok(await shopFile.state()) : moveIn(path)
    },
    'shop.goOnHere': () => shopFile.goOnHere(),
  }
}
