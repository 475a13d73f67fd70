import { Worker } from 'node:worker_threads'
import type { Topic } from '../../core/call.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Act } from './changes.ts'
import type { Progress } from './context.ts'
import type { OpenOptions } from './open.ts'
import type { Reply, Request } from './worker.ts'

/** What the host tells those who listen. */
export interface StoreEvents {
  changed(topics: readonly Topic[], act: Act | undefined): void
  bug(name: string, stack: string): void
}

/** The store, seen from the main process: its thread's other end. */
export interface Store {
  readonly path: string
  call(name: string, input: unknown, watch?: Watch): Promise<Result<unknown>>
  close(): Promise<void>
}

export interface Watch {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

interface Waiting {
  resolve(result: Result<unknown>): void
  readonly onProgress?: (progress: Progress) => void
}

const storeLost = fail(
  'store-lost',
  'Wellkept lost its shop file. What was confirmed is kept. Start Wellkept again.',
)

/** Opens a shop file in a worker thread. `workerPath` is the built store/worker. Problems as of `openShop`. */
export async function openStore(
  workerPath: string,
  path: string,
  options: OpenOptions,
  now: () => number,
  events: StoreEvents,
): Promise<Result<Store>> {
  const worker = new Worker(workerPath, { workerData: { path, options } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let ended = false
  let opened: (result: Result<null>) => void = () => {}
  const opening = new Promise<Result<null>>((resolve) => (opened = resolve))
  const send = (request: Request) => worker.postMessage(request)

  worker.on('message', (message: Reply) => {
    if (message.kind === 'opened') opened(message.result)
    else if (message.kind === 'bug') events.bug(message.name, message.stack)
    else if (message.kind === 'progress') waiting.get(message.id)?.onProgress?.(message.progress)
    else if (message.kind === 'answer') {
      if (message.topics.length > 0) events.changed(message.topics, message.act)
      settle(message.id, message.result)
    } else settle(message.id, { ok: true, value: null })
  })
  worker.on('error', (error) => lost(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  worker.on('exit', () => lost('the store thread ended'))

  function settle(id: number, result: Result<unknown>): void {
    waiting.get(id)?.resolve(result)
    waiting.delete(id)
  }
  function lost(stack: string): void {
    ended = true
    opened(storeLost)
    if (waiting.size > 0) events.bug('store', stack)
    for (const id of waiting.keys()) settle(id, storeLost)
  }
  function ask(make: (id: number) => Request, watch: Watch = {}): Promise<Result<unknown>> {
    if (ended) return Promise.resolve(storeLost)
    const id = ++lastId
    return new Promise((resolve) => {
      waiting.set(id, { resolve, onProgress: watch.onProgress })
      watch.signal?.addEventListener('abort', () => send({ kind: 'cancel', id }), { once: true })
      send(make(id))
    })
  }

  const result = await opening
  if (!result.ok) {
    await worker.terminate()
    return result
  }
  return {
    ok: true,
    value: {
      path,
      call: (name, input, watch) => ask((id) => ({ kind: 'call', id, name, input, now: now() }), watch),
      async close() {
        await ask((id) => ({ kind: 'close', id }))
        await worker.terminate()
      },
    },
  }
}
