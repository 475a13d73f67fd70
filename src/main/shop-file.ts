import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { ShopState } from '../core/machine/calls.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './settings.ts'
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
  /** Makes the sample shop afresh and changes to it. */
  openSample(watch?: Watch): Promise<Result<ShopState>>
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

  const open = async (path: string, create: boolean, goOn = false): Promise<Result<Opening>> => {
    if (create) mkdirSync(dirname(path), { recursive: true })
    const shop = randomUUID()
    const events: StoreEvents = {
      ...options.events,
      // What happens in another file than the open one is no news, and cannot be undone in the open one.
      changed: (stale, act) => shop === openNow && options.events.changed(stale, act),
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

  function take(opening: Promise<Result<Opening>>): Promise<Result<Opening>> {
    void opening.then((opened) => {
      openNow = opened.ok ? opened.value.shop : ''
    })
    return opening
  }

  function remember(path: string): void {
    if (options.named === '' && settings.get('lastFile') !== path) settings.set({ lastFile: path })
  }

  async function state(): Promise<ShopState> {
    const opened = await current
    return opened.ok
      ? { state: 'open', file: basename(file), sample: file === sampleFile, shop: opened.value.shop }
      : { state: 'question', file: basename(file), problem: opened.problem }
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

  async function isUnused(store: Store): Promise<boolean> {
    const details = await store.call('shop.details', {})
    return details.ok && details.value === null
  }

  async function startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>> {
    const before = await current
    if (before.ok && (await isUnused(before.value))) return ok(await state())
    if (before.ok && file !== firstFile && existsSync(firstFile)) {
      const first = await open(firstFile, false)
      const unused = first.ok && (await isUnused(first.value))
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

  async function openSample(watch?: Watch): Promise<Result<ShopState>> {
    const partial = `${sampleFile}.partial`
    remove(partial)
    const made = await open(partial, true)
    if (!made.ok) return made
    const filled = await made.value.call('shop.fillSample', { folder: options.resources }, watch)
    await made.value.close()
    if (!filled.ok) {
      remove(partial)
      return filled
    }
    if (file !== sampleFile) {
      await putInPlace(partial)
      return changeTo(sampleFile, false)
    }
    await options.leave()
    // Calls made meanwhile wait for the new one.
    const before = current
    current = take(
      before.then(async (opened) => {
        if (opened.ok) await opened.value.close()
        await putInPlace(partial)
        return open(sampleFile, false)
      }),
    )
    const opened = await current
    options.events.changed('all', undefined)
    return opened.ok ? ok(await state()) : opened
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

  async function putInPlace(partial: string): Promise<void> {
    remove(sampleFile)
    await rename(partial, sampleFile)
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
    openSample: (watch) => inTurn(() => openSample(watch)),
    path: () => file,
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

const settingsLost = fail(
  'settings-lost',
  "Wellkept's own settings could not be read, so it does not know which shop was open. No shop was changed. Show where it is.",
)

/** A file with what SQLite keeps beside it. */
function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}
