import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ShopState } from '../core/machine/calls.ts'
import { fail, ok, type Answered, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import type { LastWords } from './last-words.ts'
import { keepOpen } from './opening.ts'
import { nameOf, recentShops } from './recent-shops.ts'
import { sampleFileAt, type SampleAnswer, type SampleAsked } from './sample-file.ts'
import type { RecentShop } from './settings-values.ts'
import type { Settings } from './settings-file.ts'
import { staffAt } from './staff-here.ts'
import type { StoreEvents } from './store/host.ts'
import type { Asked } from './store/thread.ts'

/** Which shop file is open, and how it becomes another. */
export interface ShopFile {
  state(): Promise<ShopState>
  /** A store call on the open shop. Problems besides the call's own: why none is open, other-shop. */
  call(name: string, input: unknown, asked?: Asked): Promise<Answered<unknown>>
  /** Changes to another file; the open one stays when that fails. */
  change(path: string): Promise<Result<ShopState>>
  /** A new shop: the first file as long as no shop was set up in it, else the path that `ask` answers. */
  startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>>
  /** Changes to the sample shop, made afresh; `ask` is asked where something was entered in the one there is. */
  openSample(ask: () => Promise<SampleAnswer>, sample?: SampleAsked): Promise<Result<ShopState>>
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

/** Starts opening the shop of last time; the very first run makes an empty one. */
export function keepShopFile(options: Options): ShopFile {
  const { settings } = options
  const firstFile = join(options.folder, 'shop.wellkept')
  const sampleFile = join(options.folder, 'sample.wellkept')
  const isSample = (path: string) => path === sampleFile
  const changed = () => options.recentChanged?.()
  const recent = recentShops({ settings, clock: options.clock, isSample, changed })

  const isNamed = options.named !== ''
  const last = settings.get('lastFile')
  const openFile = keepOpen(
    {
      ...options,
      madeAt: () => settings.get('pcKey'),
      opened: remember,
      left: (path) => options.left?.(path),
    },
    isNamed
      ? { path: resolve(options.named), create: true }
      : { path: last || firstFile, create: last === '', not: settings.lost ? settingsLost : undefined },
  )
  const { inTurn } = openFile
  const sample = sampleFileAt(sampleFile, openFile.beside, options.resources)
  void remember().then(findFirst)

  async function remember(): Promise<void> {
    const opened = await openFile.now()
    if (opened.ok && !isNamed) await recent.opened(opened.value)
  }

  /** A shop set up before shops were remembered. */
  async function findFirst(): Promise<void> {
    if (!isSample(openFile.path()) || recent.last() || !existsSync(firstFile)) return
    const first = await openFile.beside(firstFile, false)
    if (!first.ok) return
    await recent.opened(first.value)
    await first.value.close()
    if (recent.last()) options.events.changed(['shop.state'], undefined)
  }

  async function state(): Promise<ShopState> {
    const opened = await openFile.now()
    return opened.ok
      ? {
          state: 'open',
          file: basename(openFile.path()),
          sample: isSample(openFile.path()),
          own: recent.last(openFile.path())?.name ?? '',
          shop: opened.value.shop,
          notices: opened.value.notices(),
        }
      : {
          state: 'question',
          file: basename(openFile.path()),
          folder: dirname(openFile.path()),
          name: opened === settingsLost ? '' : recent.nameOf(openFile.path()),
          // Which one was open is not known then, so it is among them.
          others: recent.offered(opened === settingsLost ? '' : openFile.path()),
          problem: opened.problem,
        }
  }

  const told = async (done: Result<unknown>): Promise<Result<ShopState>> =>
    done.ok ? ok(await state()) : done
  const changeTo = async (path: string, create: boolean) => told(await openFile.change(path, create))
  const openAgain = async (work: () => Promise<Result<unknown>>, goOn = false) =>
    told(await openFile.again(work, goOn))

  async function startNew(ask: () => Promise<string | undefined>): Promise<Result<ShopState>> {
    const before = await openFile.now()
    if (before.ok && (await nameOf(before.value)) === '') return ok(await state())
    if (before.ok && openFile.path() !== firstFile && (await isNameless(firstFile)))
      return changeTo(firstFile, false)
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
    const opened = await openFile.beside(path, false)
    if (!opened.ok) return false
    const name = await nameOf(opened.value)
    await opened.value.close()
    return name === ''
  }

  async function openSample(
    ask: () => Promise<SampleAnswer>,
    asked?: SampleAsked,
  ): Promise<Result<ShopState>> {
    const isOpen = isSample(openFile.path())
    // Half-typed words are entered too.
    if (isOpen) await options.lastWords({ leave: false })
    const found = await sample.look(isOpen ? await openFile.now() : undefined)
    if (found === 'entered') {
      const answer = await ask()
      if (answer === 'cancel') return ok(await state())
      if (answer === 'keep') return changeTo(sampleFile, false)
    }
    const filled = await sample.fill(found, asked)
    if (!filled.ok) return filled
    if (isOpen) return openAgain(async () => ok(await filled.value()))
    await filled.value()
    return changeTo(sampleFile, false)
  }

  const openOwn = async (path: string | undefined): Promise<Result<ShopState>> =>
    path === undefined ? noOwnShop : changeTo(path, false)

  return {
    state,
    async call(name, input, asked = {}) {
      const opened = await openFile.now()
      if (!opened.ok) return opened
      if (asked.shop !== undefined && asked.shop !== opened.value.shop) return otherShop
      return opened.value.call(name, input, { ...asked, staffId: staffAt(settings, openFile.path()) })
    },
    change: (path) => inTurn(() => changeTo(resolve(path), false)),
    startNew: (ask) => inTurn(() => startNew(ask)),
    openSample: (ask, asked) => inTurn(() => openSample(ask, asked)),
    backToOwn: () => inTurn(() => openOwn(recent.last(openFile.path())?.path)),
    openRecent: (id) => inTurn(() => openOwn(recent.pathOf(id))),
    tryAgain: () => inTurn(() => openAgain(async () => ok(null))),
    recent: recent.all,
    folder: () => dirname(isSample(openFile.path()) ? (recent.last()?.path ?? firstFile) : openFile.path()),
    path: openFile.path,
    isSample,
    whileClosed: (work) => inTurn(() => openAgain(work)),
    goOnHere: () => inTurn(() => openAgain(async () => ok(null), true)),
    async close() {
      const opened = await openFile.now()
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
