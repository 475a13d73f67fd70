import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ShopState } from '../core/machine/calls.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import type { LastWords } from './last-words.ts'
import { nameOf, recentShops } from './recent-shops.ts'
import { sampleFileAt, type SampleAnswer } from './sample-file.ts'
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
  /** From the sample, or a shop just begun, to the owner's last one. Problems: no-own-shop, and those of opening it. */
  backToOwn(): Promise<Result<ShopState>>
  /** Opens one of the owner's shops that were offered. Problems as of `backToOwn`. */
  openRecent(id: string): Promise<Result<ShopState>>
  /** Opens the same file once more. */
  tryAgain(): Promise<Result<ShopState>>
  /** The owner's shops of this PC, the last one first. */
  recent(): readonly RecentShop[]
  /** Where the owner keeps the shop. */
  folder(): string
  /** The path of the open file, or of the one that is asked for. */
  path(): string
  /** Whether it is the sample's file. */
  isSample(path: string): boolean
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
  /** What was typed in the window is kept in the open file, and let go of before another takes its place. */
  readonly lastWords: LastWords['ask']
  /** The file at `path` was closed, and another one is open in its place. */
  left?(path: string): void
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
  const isSample = (path: string) => path === sampleFile
  const changed = () => options.recentChanged?.()
  const recent = recentShops({ settings, clock: options.clock, isSample, changed })

  const open = async (path: string, create: boolean, goOn = false): Promise<Result<Opening>> => {
    if (create) mkdirSync(dirname(path), { recursive: true })
    const shop = randomUUID()
    const events: StoreEvents = {
      ...options.events,
      // What happens in another file than the open one is no news, and cannot be undone in the open one.
      changed(stale, act) {
        if (shop !== openNow) return
        if (stale === 'all' || stale.includes('shop.details')) void remember()
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
  const sample = sampleFileAt(sampleFile, open, options.resources)
  void remember().then(findFirst)

  function take(opening: Promise<Result<Opening>>): Promise<Result<Opening>> {
    void opening.then((opened) => {
      openNow = opened.ok ? opened.value.shop : ''
    })
    return opening
  }

  async function remember(): Promise<void> {
    const opened = await current
    if (opened.ok && options.named === '') await recent.opened(opened.value)
  }

  /** A shop set up before shops were remembered. */
  async function findFirst(): Promise<void> {
    if (!isSample(file) || recent.last() || !existsSync(firstFile)) return
    const first = await open(firstFile, false)
    if (!first.ok) return
    await recent.opened(first.value)
    await first.value.close()
    if (recent.last()) options.events.changed(['shop.state'], undefined)
  }

  async function state(): Promise<ShopState> {
    const opened = await current
    return opened.ok
      ? {
          state: 'open',
          file: basename(file),
          sample: isSample(file),
          own: recent.last(file)?.name ?? '',
          shop: opened.value.shop,
          notices: opened.value.notices(),
        }
      : {
          state: 'question',
          file: basename(file),
          folder: dirname(file),
          name: opened === settingsLost ? '' : recent.nameOf(file),
          // Which one was open is not known then, so it is among them.
          others: recent.offered(opened === settingsLost ? '' : file),
          problem: opened.problem,
        }
  }

  async function changeTo(path: string, create: boolean): Promise<Result<ShopState>> {
    const before = await current
    if (before.ok && before.value.path === path) return ok(await state())
    const opened = await open(path, create)
    if (!opened.ok) return opened
    await options.lastWords({ leave: true })
    file = path
    current = take(Promise.resolve(opened))
    await remember()
    if (before.ok) await before.value.close()
    options.events.changed('all', undefined)
    if (before.ok) options.left?.(before.value.path)
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
    if (before.ok && file !== firstFile && (await isNameless(firstFile))) return changeTo(firstFile, false)
    const path = await ask()
    if (path === undefined) return ok(await state())
    // One that was begun and left is gone on with.
    if (await isNameless(path)) return changeTo(path, false)
    if (existsSync(path))
      return fail(
        'exists',
        'There is a file of that name already. It was not changed. Choose another name, or open it.',
      )
    return changeTo(path, true)
  }

  async function isNameless(path: string): Promise<boolean> {
    if (!existsSync(path)) return false
    const opened = await open(path, false)
    if (!opened.ok) return false
    const name = await nameOf(opened.value)
    await opened.value.close()
    return name === ''
  }

  async function openSample(ask: () => Promise<SampleAnswer>, watch?: Watch): Promise<Result<ShopState>> {
    const isOpen = isSample(file)
    // Half-typed words are entered too.
    if (isOpen) await options.lastWords({ leave: false })
    const found = await sample.look(isOpen ? await current : undefined)
    if (found === 'entered') {
      const answer = await ask()
      if (answer === 'cancel') return ok(await state())
      if (answer === 'keep') return changeTo(sampleFile, false)
    }
    const filled = await sample.fill(found, watch)
    if (!filled.ok) return filled
    if (isOpen) return openAgain(async () => ok(await filled.value()))
    await filled.value()
    return changeTo(sampleFile, false)
  }

  const openOwn = async (path: string | undefined): Promise<Result<ShopState>> =>
    path === undefined ? noOwnShop : changeTo(path, false)

  /** The file is closed, worked on and opened again; calls made meanwhile wait. */
  async function openAgain(work: () => Promise<Result<unknown>>, goOn = false): Promise<Result<ShopState>> {
    await options.lastWords({ leave: true })
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
    backToOwn: () => inTurn(() => openOwn(recent.last(file)?.path)),
    openRecent: (id) => inTurn(() => openOwn(recent.pathOf(id))),
    tryAgain: () => inTurn(() => openAgain(async () => ok(null))),
    recent: recent.all,
    folder: () => dirname(isSample(file) ? (recent.last()?.path ?? firstFile) : file),
    path: () => file,
    isSample,
    whileClosed: (work) => inTurn(() => openAgain(work)),
    goOnHere: () => inTurn(() => openAgain(async () => ok(null), true)),
    async close() {
      const opened = await current
      if (opened.ok) await opened.value.close()
    },
  }
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
