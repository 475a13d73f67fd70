import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CallName } from '../../core/calls.ts'
import { fail, type Answered, type Problem, type Result } from '../../core/result.ts'
import type { Act } from './acts.ts'
import type { Progress } from './context.ts'
import type { Opened, Reply, Request, ThreadData } from './worker.ts'

export interface Watch {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Who works at this PC. */
  readonly staffId?: number | undefined
}

/** A call as the window makes it: followed, and meant for one opening of a shop file. */
export interface Asked extends Watch {
  /** The opening that was read; left out, the call is Wellkept's own. */
  readonly shop?: string
}

/** What a thread tells without being asked. */
export interface ThreadEvents {
  changed(stale: readonly CallName[], act: Act | undefined): void
  bug(name: string, stack: string): void
  /** What the owner should know changed; `changed` where another program wrote to the file. */
  noticed?(notices: readonly Problem[], changed: boolean): void
}

/** A thread with a shop file of its own opening, seen from the main process. */
export interface Thread {
  /** Once the file is open; else why it could not be opened. */
  readonly opening: Promise<Result<Opened>>
  call(name: string, input: unknown, now: number, watch?: Watch): Promise<Answered<unknown>>
  /** Reads every page of the file. Problem: damaged. */
  check(): Promise<Result<unknown>>
  /** Stops what is under way and closes the file; `asItIs` writes nothing more to it. */
  close(asItIs?: boolean): Promise<void>
}

const storeLost = fail(
  'store-lost',
  'Wellkept lost its shop file. What was confirmed is kept. Start Wellkept again.',
)

/** A thread that has closed its file ends at once; one that does not is cut off, ms. */
const patience = 2000

interface Waiting {
  resolve(answer: Answered<unknown>): void
  readonly onProgress?: (progress: Progress) => void
}

/** Starts a thread of the store. `path` is the built store/worker. */
export function startThread(path: string, workerData: ThreadData, events: ThreadEvents): Thread {
  const worker = new Worker(path, { workerData })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let ended = false
  let opened: (result: Result<Opened>) => void = () => {}
  const opening = new Promise<Result<Opened>>((resolve) => (opened = resolve))
  const send = (request: Request) => worker.postMessage(request)

  worker.on('message', (message: Reply) => {
    if (message.kind === 'opened') opened(message.result)
    else if (message.kind === 'bug') events.bug(message.name, message.stack)
    else if (message.kind === 'progress') waiting.get(message.id)?.onProgress?.(message.progress)
    else if (message.kind === 'notices') events.noticed?.(message.notices, message.changed)
    else if (message.kind === 'answer') {
      if (message.stale.length > 0) events.changed(message.stale, message.act)
      const { id, result, act } = message
      settle(id, result.ok && act ? { ...result, actId: act.id } : result)
    } else settle(message.id, { ok: true, value: null })
  })
  worker.on('error', (error) => lost(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  void exited.then(() => lost('the store thread ended'))

  function settle(id: number, answer: Answered<unknown>): void {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
  }
  function lost(stack: string): void {
    ended = true
    opened(storeLost)
    if (waiting.size > 0) events.bug('store', stack)
    for (const id of waiting.keys()) settle(id, storeLost)
  }
  function ask(make: (id: number) => Request, watch: Watch = {}): Promise<Answered<unknown>> {
    if (ended) return Promise.resolve(storeLost)
    const id = ++lastId
    return new Promise((resolve) => {
      waiting.set(id, { resolve, onProgress: watch.onProgress })
      watch.signal?.addEventListener('abort', () => send({ kind: 'cancel', id }), { once: true })
      send(make(id))
    })
  }

  return {
    opening,
    call: (name, input, now, watch) =>
      ask((id) => ({ kind: 'call', id, name, input, now, staffId: watch?.staffId }), watch),
    check: () => ask((id) => ({ kind: 'check', id })),
    async close(asItIs = false) {
      await ask((id) => ({ kind: 'close', id, asItIs }))
      // A thread that is cut off may take the whole program with it (better-sqlite3 issue 1507), so it ends by itself.
      await Promise.race([exited, setTimeout(patience, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}
