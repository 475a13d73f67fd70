import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ok, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import type { LastWords } from './last-words.ts'
import { openStore, type Store, type StoreEvents } from './store/host.ts'

/** An open file, and the random name of this opening: it is another one each time a file takes another's place. */
export interface Opening extends Store {
  readonly shop: string
}

/** The one file that is open, or why none is. */
export interface OpenFile {
  /** What is open now; waits while one file takes another's place. */
  now(): Promise<Result<Opening>>
  /** The path of the open file, or of the one that is asked for. */
  path(): string
  /** Opens a file beside the open one; whoever asks closes it. */
  beside(path: string, create: boolean): Promise<Result<Opening>>
  /** Puts another file in its place; the open one stays when that fails. */
  change(path: string, create: boolean): Promise<Result<unknown>>
  /** The file is closed, worked on and opened again, to go on in it here with `goOn`; calls made meanwhile wait. */
  again(work: () => Promise<Result<unknown>>, goOn?: boolean): Promise<Result<unknown>>
  /** One change at a time: two dialogs or a double click must not leave two files open. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

interface Options {
  readonly workerPath: string
  readonly clock: Clock
  readonly events: StoreEvents
  /** The key of this PC. */
  madeAt(): string
  /** What was typed in the window is kept in the open file, and let go of before another takes its place. */
  readonly lastWords: LastWords['ask']
  /** A file was opened, or the shop's details were changed in the open one. */
  opened(): Promise<void>
  /** The file at `path` was closed, and another one is open in its place. */
  left(path: string): void
}

/** Begins to open the file at `path`, unless there is a reason `not` to. */
export function keepOpen(
  options: Options,
  begin: { readonly path: string; readonly create: boolean; readonly not?: Result<never> | undefined },
): OpenFile {
  let file = begin.path
  let openNow = ''
  let current = take(begin.not ? Promise.resolve(begin.not) : open(file, begin.create))

  async function open(path: string, create: boolean, goOn = false): Promise<Result<Opening>> {
    if (create) mkdirSync(dirname(path), { recursive: true })
    const shop = randomUUID()
    const events: StoreEvents = {
      ...options.events,
      // What happens in another file than the open one is no news, and cannot be undone in the open one.
      changed(stale, act) {
        if (shop !== openNow) return
        if (stale === 'all' || stale.includes('shop.details')) void options.opened()
        options.events.changed(stale, act)
      },
      noticed: () => shop === openNow && options.events.changed(['shop.state'], undefined),
      damaged: (problem) => void inTurn(() => giveUp(shop, { ok: false, problem })),
    }
    const how = { create, goOn, madeAt: options.madeAt() }
    const opened = await openStore(options.workerPath, path, how, options.clock, events)
    return opened.ok ? ok({ ...opened.value, shop }) : opened
  }

  function take(opening: Promise<Result<Opening>>): Promise<Result<Opening>> {
    void opening.then((opened) => {
      openNow = opened.ok ? opened.value.shop : ''
    })
    return opening
  }

  async function change(path: string, create: boolean): Promise<Result<unknown>> {
    const before = await current
    if (before.ok && before.value.path === path) return before
    const opened = await open(path, create)
    if (!opened.ok) return opened
    await options.lastWords({ leave: true })
    file = path
    current = take(Promise.resolve(opened))
    await options.opened()
    if (before.ok) await before.value.close()
    options.events.changed('all', undefined)
    if (before.ok) options.left(before.value.path)
    return opened
  }

  /** Nothing more is written to a damaged file: it becomes a question. */
  async function giveUp(shop: string, why: Result<never>): Promise<void> {
    const before = await current
    if (!before.ok || before.value.shop !== shop) return
    current = take(Promise.resolve(why))
    await before.value.close(true)
    options.events.changed('all', undefined)
  }

  async function again(work: () => Promise<Result<unknown>>, goOn = false): Promise<Result<unknown>> {
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
      return done.ok ? opened : done
    } catch (error) {
      reopen(open(file, false, goOn))
      throw error
    }
  }

  let queue: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  return { now: () => current, path: () => file, beside: open, change, again, inTurn }
}
