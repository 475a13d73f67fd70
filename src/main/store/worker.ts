import { parentPort, workerData } from 'node:worker_threads'
import type { Topic } from '../../core/call.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Act } from './changes.ts'
import type { Progress } from './context.ts'
import { dispatch } from './dispatch.ts'
import { openShop, type OpenOptions, type Shop } from './open.ts'

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
  | { readonly kind: 'opened'; readonly result: Result<null> }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly result: Result<unknown>
      readonly topics: readonly Topic[]
      readonly act?: Act
    }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'bug'; readonly id: number; readonly name: string; readonly stack: string }
  | { readonly kind: 'closed'; readonly id: number }

const port = parentPort
if (!port) throw new Error('the store worker runs in a worker thread only')
const reply = (message: Reply) => port.postMessage(message)

const running = new Map<number, { aborted: boolean }>()
const { path, options } = workerData as { path: string; options: OpenOptions }
const opening = openShop(path, options)

void opening.then(
  (result) => reply({ kind: 'opened', result: result.ok ? { ok: true, value: null } : result }),
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
    reply({ kind: 'answer', id, result: fail('bug', message), topics: [] })
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

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
