import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { ShopState } from '../core/machine/calls.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './settings.ts'
import { openStore, type Store, type StoreEvents } from './store/host.ts'
import type { Watch } from './store/thread.ts'

/** Which shop file is open, and how it becomes another. */
export interface ShopFile {
  state(): Promise<ShopState>
  /** A store call on the open shop. */
  call(name: string, input: unknown, watch?: Watch): Promise<Result<unknown>>
  /** Changes to another file; the open one stays when that fails. */
  change(path: string): Promise<Result<ShopState>>
  /** A new shop: the first file as long as no shop was set up in it, else the path that `ask` answers. */
  startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>>
  /** Makes the sample shop afresh and changes to it. */
  openSample(watch?: Watch): Promise<Result<ShopState>>
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
}

/** Starts opening the shop of last time; the very first run makes an empty one. */
export function keepShopFile(options: Options): ShopFile {
  const { settings } = options
  const firstFile = join(options.folder, 'shop.wellkept')
  const sampleFile = join(options.folder, 'sample.wellkept')

  const open = (path: string, create: boolean, events = options.events): Promise<Result<Store>> => {
    if (create) mkdirSync(dirname(path), { recursive: true })
    return openStore(options.workerPath, path, { create }, options.clock, events)
  }

  const openAtStart = (): Promise<Result<Store>> => {
    if (options.named !== '') return open(file, true)
    if (settings.lost) return Promise.resolve(settingsLost)
    return open(file, settings.get('lastFile') === '')
  }

  let file = options.named === '' ? settings.get('lastFile') || firstFile : resolve(options.named)
  let current = openAtStart()
  void current.then((opened) => opened.ok && remember(file))

  function remember(path: string): void {
    if (options.named === '' && settings.get('lastFile') !== path) settings.set({ lastFile: path })
  }

  async function state(): Promise<ShopState> {
    const opened = await current
    return opened.ok
      ? { state: 'open', file: basename(file), sample: file === sampleFile }
      : { state: 'question', file: basename(file), problem: opened.problem }
  }

  async function changeTo(path: string, create: boolean): Promise<Result<ShopState>> {
    const before = await current
    if (before.ok && before.value.path === path) return ok(await state())
    const opened = await open(path, create)
    if (!opened.ok) return opened
    file = path
    current = Promise.resolve(opened)
    remember(path)
    if (before.ok) await before.value.close()
    options.events.changed('all', undefined)
    return ok(await state())
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
    // The window shows another shop still, and must not offer to undo this.
    const made = await open(partial, true, { ...options.events, changed: () => {} })
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
    // Calls made meanwhile wait for the new one.
    const before = current
    current = before.then(async (opened) => {
      if (opened.ok) await opened.value.close()
      await putInPlace(partial)
      return open(sampleFile, false)
    })
    const opened = await current
    options.events.changed('all', undefined)
    return opened.ok ? ok(await state()) : opened
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
    async call(name, input, watch) {
      const opened = await current
      return opened.ok ? opened.value.call(name, input, watch) : opened
    },
    change: (path) => inTurn(() => changeTo(resolve(path), false)),
    startNew: (ask) => inTurn(() => startNew(ask)),
    openSample: (watch) => inTurn(() => openSample(watch)),
    async close() {
      const opened = await current
      if (opened.ok) await opened.value.close()
    },
  }
}

const settingsLost = fail(
  'settings-lost',
  "Wellkept's own settings could not be read, so it does not know which shop was open. No shop was changed. Show where it is.",
)

/** A file with what SQLite keeps beside it. */
function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}
