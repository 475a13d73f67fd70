import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ShopState } from '../core/machine/calls.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { ShopDetails } from '../core/shop/calls.ts'
import type { Clock } from './clock.ts'
import { recentShops } from './recent-shops.ts'
import { fillNew, isEntered, putInPlace, type SampleAnswer } from './sample-file.ts'
import type { RecentShop } from './settings-values.ts'
import type { Settings } from './settings-file.ts'
import { openStore, type Store, type StoreEvents } from './store/host.ts'
import type { Asked, Watch } from './store/thread.ts'

/** Which shop file is open, and how it becomes another. */
export interface ShopFile {
  state(): Promise<ShopState>
  /** A store call on the open shop. Problems besides the call's own: why none is open, other-shop. */
  call(name: string, input: unknown, asked?: Asked): Promise<Result<unknown>>
  /** Changes to another file; the open one stays when that fails. */
  change(path: string): Promise<Result<ShopState>>
  /** A new shop: the first file as long as no shop was set up in it, else the path that `ask` answers. */
  startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>>
  /** Changes to the sample shop, made afresh; `ask` is asked where something was entered in the one there is. */
  openSample(ask: () => Promise<SampleAnswer>, watch?: Watch): Promise<Result<ShopState>>
  /** From the sample to the owner's last shop. Problems: no-own-shop, and those of opening it. */
  backToOwn(): Promise<Result<ShopState>>
  /** Opens the same file once more. */
  tryAgain(): Promise<Result<ShopState>>
  /** The owner's shops of this PC, the last one first. */
  recent(): readonly RecentShop[]
  /** Where the owner keeps the shop. */
  folder(): string
  /** The path of the open file, or of the one that is asked for. */
  path(): string
  /** Closes the file for as long as the work takes, which may put another in its place; calls wait meanwhile. */
  whileClosed(work: () => Promise<Result<unknown>>): Promise<Result<ShopState>>
  /** Opens a file that was packed for another PC, to go on in it here. */
  goOnHere(): Promise<Result<ShopState>>
  close(): Promise<void>
}

interface Options {
  readonly workerPath: string
  /** Where shops live unless the owner puts them elsewhere. */
  readonly folder: string
  readonly resources: string
  readonly settings: Settings
  /** A file named on the command line, made if missing; it is not remembered. */
  readonly named: string
  readonly clock: Clock
  readonly events: StoreEvents
  /** Before another file takes the place of the open one: the window keeps what was typed in it and lets go of it. */
  leave(): Promise<void>
  /** The list of the owner's shops changed. */
  recentChanged?(): void
}

/** An open file, and the random name of this opening: it is another one each time a file takes another's place. */
interface Opening extends Store {
  readonly shop: string
}

/** Starts opening the shop of last time; the very first run makes an empty one. */
export function keepShopFile(options: Options): ShopFile {
  const { settings } = options
  const firstFile = join(options.folder, 'shop.wellkept')
  const sampleFile = join(options.folder, 'sample.wellkept')
  const recent = recentShops(settings, () => options.recentChanged?.())

  const open = async (path: string, create: boolean, goOn = false): Promise<Result<Opening>> => {
    if (create) mkdirSync(dirname(path), { recursive: true })
    const shop = randomUUID()
    const events: StoreEvents = {
      ...options.events,
      // What happens in another file than the open one is no news, and cannot be undone in the open one.
      changed(stale, act) {
        if (shop !== openNow) return
        if (stale === 'all' || stale.includes('shop.details')) void noteName()
        options.events.changed(stale, act)
      },
      noticed: () => shop === openNow && options.events.changed(['shop.state'], undefined),
      damaged: (problem) => void inTurn(() => giveUp(shop, { ok: false, problem })),
    }
    const how = { create, goOn, madeAt: settings.get('pcKey') }
    const opened = await openStore(options.workerPath, path, how, options.clock, events)
    return opened.ok ? ok({ ...opened.value, shop }) : opened
  }

  const openAtStart = (): Promise<Result<Opening>> => {
    if (options.named !== '') return open(file, true)
    if (settings.lost) return Promise.resolve(settingsLost)
    return open(file, settings.get('lastFile') === '')
  }

  let file = options.named === '' ? settings.get('lastFile') || firstFile : resolve(options.named)
  let openNow = ''
  let current = take(openAtStart())
  void current.then((opened) => opened.ok && remember(file))
  void findFirst()

  function take(opening: Promise<Result<Opening>>): Promise<Result<Opening>> {
    void opening.then((opened) => {
      openNow = opened.ok ? opened.value.shop : ''
    })
    return opening
  }

  /** The next start opens it; the sample only where there is no shop of the owner's. */
  function remember(path: string): void {
    if (options.named !== '' || (path === sampleFile && recent.last())) return
    if (settings.get('lastFile') !== path) settings.set({ lastFile: path })
    void noteName()
  }

  /** Keeps what the open shop is called, once it is called something. */
  async function noteName(): Promise<void> {
    const opened = await current
    if (!opened.ok || options.named !== '' || opened.value.path === sampleFile) return
    const name = await nameOf(opened.value)
    if (name) recent.note({ path: opened.value.path, name })
  }

  /** A shop set up before shops were remembered. */
  async function findFirst(): Promise<void> {
    const opened = await current
    if (!opened.ok || opened.value.path !== sampleFile || recent.last() || !existsSync(firstFile)) return
    const first = await open(firstFile, false)
    if (!first.ok) return
    const name = await nameOf(first.value)
    await first.value.close()
    if (!name) return
    recent.note({ path: firstFile, name })
    options.events.changed(['shop.state'], undefined)
  }

  async function state(): Promise<ShopState> {
    const opened = await current
    return opened.ok
      ? {
          state: 'open',
          file: basename(file),
          sample: file === sampleFile,
          own: file === sampleFile ? (recent.last()?.name ?? '') : '',
          shop: opened.value.shop,
          notices: opened.value.notices(),
        }
      : {
          state: 'question',
          file: basename(file),
          folder: dirname(file),
          name: recent.nameOf(file),
          problem: opened.problem,
        }
  }

  async function changeTo(path: string, create: boolean): Promise<Result<ShopState>> {
    const before = await current
    if (before.ok && before.value.path === path) return ok(await state())
    const opened = await open(path, create)
    if (!opened.ok) return opened
    await options.leave()
    file = path
    current = take(Promise.resolve(opened))
    remember(path)
    if (before.ok) await before.value.close()
    options.events.changed('all', undefined)
    return ok(await state())
  }

  /** Nothing more is written to a damaged file: it becomes a question. */
  async function giveUp(shop: string, why: Result<never>): Promise<void> {
    const before = await current
    if (!before.ok || before.value.shop !== shop) return
    current = take(Promise.resolve(why))
    await before.value.close(true)
    options.events.changed('all', undefined)
  }

  async function startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>> {
    const before = await current
    if (before.ok && (await nameOf(before.value)) === '') return ok(await state())
    if (before.ok && file !== firstFile && existsSync(firstFile)) {
      const first = await open(firstFile, false)
      const unused = first.ok && (await nameOf(first.value)) === ''
      if (first.ok) await first.value.close()
      if (unused) return changeTo(firstFile, false)
    }
    const path = await ask()
    if (path === undefined) return ok(await state())
    if (existsSync(path))
      return fail(
        'exists',
        'There is a file of that name already. It was not changed. Choose another name, or open it.',
      )
    return changeTo(path, true)
  }

  async function openSample(ask: () => Promise<SampleAnswer>, watch?: Watch): Promise<Result<ShopState>> {
    const standing = await lookAtSample()
    if (standing === 'entered') {
      const answer = await ask()
      if (answer === 'cancel') return ok(await state())
      if (answer === 'keep') return changeTo(sampleFile, false)
    }
    const partial = `${sampleFile}.partial`
    const filled = await fillNew(partial, (path) => open(path, true), options.resources, watch)
    if (!filled.ok) return filled
    const place = () => putInPlace(partial, sampleFile, standing === 'unreadable')
    if (file === sampleFile)
      return openAgain(async () => {
        await place()
        return ok(null)
      })
    await place()
    return changeTo(sampleFile, false)
  }

  async function lookAtSample(): Promise<'none' | 'untouched' | 'entered' | 'unreadable'> {
    if (!existsSync(sampleFile)) return 'none'
    const isOpen = file === sampleFile
    const opened = isOpen ? await current : await open(sampleFile, false)
    if (!opened.ok) return 'unreadable'
    const entered = await isEntered(opened.value)
    if (!isOpen) await opened.value.close()
    return entered ? 'entered' : 'untouched'
  }

  async function backToOwn(): Promise<Result<ShopState>> {
    const own = recent.last()
    return own ? changeTo(own.path, false) : noOwnShop
  }

  /** The file is closed, worked on and opened again; calls made meanwhile wait. */
  async function openAgain(work: () => Promise<Result<unknown>>, goOn = false): Promise<Result<ShopState>> {
    await options.leave()
    const before = await current
    let reopen: (opened: Promise<Result<Opening>>) => void = () => {}
    current = take(new Promise((resolve) => (reopen = resolve)))
    if (before.ok) await before.value.close()
    try {
      const done = await work()
      reopen(done.ok || before.ok ? open(file, false, goOn) : Promise.resolve(before))
      const opened = await current
      options.events.changed('all', undefined)
      if (!done.ok) return done
      return opened.ok ? ok(await state()) : opened
    } catch (error) {
      reopen(open(file, false, goOn))
      throw error
    }
  }

  // One change at a time: two dialogs or a double click must not leave two files open.
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  return {
    state,
    async call(name, input, asked = {}) {
      const opened = await current
      if (!opened.ok) return opened
      if (asked.shop !== undefined && asked.shop !== opened.value.shop) return otherShop
      return opened.value.call(name, input, asked)
    },
    change: (path) => inTurn(() => changeTo(resolve(path), false)),
    startNew: (ask) => inTurn(() => startNew(ask)),
    openSample: (ask, watch) => inTurn(() => openSample(ask, watch)),
    backToOwn: () => inTurn(backToOwn),
    tryAgain: () => inTurn(() => openAgain(async () => ok(null))),
    recent: recent.all,
    folder: () => dirname(file === sampleFile ? (recent.last()?.path ?? firstFile) : file),
    path: () => file,
    whileClosed: (work) => inTurn(() => openAgain(work)),
    goOnHere: () => inTurn(() => openAgain(async () => ok(null), true)),
    async close() {
      const opened = await current
      if (opened.ok) await opened.value.close()
    },
  }
}

/** What a shop is called; '' while it is not set up, undefined where that cannot be read. */
async function nameOf(store: Store): Promise<string | undefined> {
  const details = (await store.call('shop.details', {})) as Result<ShopDetails | null>
  return details.ok ? (details.value?.name ?? '') : undefined
}

const otherShop = fail(
  'other-shop',
  'Another shop has been opened since. Nothing was changed. Open the shop this belongs to, and try again.',
)

const noOwnShop = fail(
  'no-own-shop',
  'There is no shop of your own on this PC yet, or its file is not where it was. Nothing was changed. Show where it is, or start a new one.',
)

const settingsLost = fail(
  'settings-lost',
  "Wellkept's own settings could not be read, so it does not know which shop was open. No shop was changed. Show where it is.",
)
