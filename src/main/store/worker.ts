import { parentPort, workerData } from 'node:worker_threads'
import { calls, type CallName } from '../../core/calls.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Act } from './changes.ts'
import type { Progress } from './context.ts'
import { dispatch } from './dispatch.ts'
import { openReader, openShop, type OpenOptions, type Shop } from './open.ts'

/** The file of a thread; with `reads` it only reads, beside another thread that has the file open already. */
export type ThreadData =
  { readonly path: string; readonly options: OpenOptions } | { readonly path: string; readonly reads: true }

/** What the host asks of the store's thread. */
export type Request =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly now: number
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number }

/** What the store's thread tells its host. */
export type Reply =
  | { readonly kind: 'opened'; readonly result: Result<readonly CallName[]> }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly result: Result<unknown>
      readonly stale: readonly CallName[]
      readonly act?: Act
    }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'bug'; readonly id: number; readonly name: string; readonly stack: string }
  | { readonly kind: 'closed'; readonly id: number }

const port = parentPort
if (!port) throw new Error('the store worker runs in a worker thread only')
const reply = (message: Reply) => port.postMessage(message)

const running = new Map<number, { aborted: boolean }>()
const data = workerData as ThreadData
const opening = 'reads' in data ? openReader(data.path) : openShop(data.path, data.options)

void opening.then(
  (result) => reply({ kind: 'opened', result: result.ok ? { ok: true, value: reads() } : result }),
  (error: unknown) => {
    reply({ kind: 'bug', id: 0, name: 'open', stack: stackOf(error) })
    reply({
      kind: 'opened',
      result: fail('bug', 'Wellkept could not open the shop file. It was not changed.'),
    })
  },
)

port.on('message', (request: Request) => {
  if (request.kind === 'cancel') {
    const signal = running.get(request.id)
    if (signal) signal.aborted = true
    return
  }
  void opening.then((result) => {
    if (!result.ok) return
    if (request.kind === 'call') return call(result.value, request)
    return close(result.value).then(() => reply({ kind: 'closed', id: request.id }))
  })
})

async function call(shop: Shop, { id, name, input, now }: Extract<Request, { kind: 'call' }>): Promise<void> {
  const signal = { aborted: false }
  running.set(id, signal)
  try {
    const onProgress = (progress: Progress) => reply({ kind: 'progress', id, progress })
    reply({ kind: 'answer', id, ...(await dispatch(shop, name, input, { now, signal, onProgress })) })
  } catch (error) {
    reply({ kind: 'bug', id, name, stack: stackOf(error) })
    const message =
      'Something went wrong inside Wellkept. Nothing was changed. Try again; if it happens again, tell us.'
    reply({ kind: 'answer', id, result: fail('bug', message), stale: [] })
  } finally {
    running.delete(id)
  }
}

/** Stops what is under way at its next step, which rolls it back, and closes the file. */
async function close(shop: Shop): Promise<void> {
  for (const signal of running.values()) signal.aborted = true
  while (running.size > 0) await new Promise((resolve) => setImmediate(resolve))
  await shop.close()
}

const reads = () => (Object.keys(calls) as CallName[]).filter((name) => calls[name].kind === 'read')

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
