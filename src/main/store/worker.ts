import { parentPort, workerData } from 'node:worker_threads'
import { calls, type CallName } from '../../core/calls.ts'
import { fail, ok, type Problem, type Result } from '../../core/result.ts'
import type { Act } from './acts.ts'
import type { Progress } from './context.ts'
import { comparePeople } from './comparing.ts'
import { dispatch } from './dispatch.ts'
import { machineFailure, openElsewhere } from './failures.ts'
import { keepUp } from './upkeep.ts'
import { openReader, openShop } from './open.ts'
import type { OpenOptions, OpenShop } from './shop.ts'

/** The file of a thread; with `reads` it only reads, beside another thread that has the file open already. */
export type ThreadData =
  | { readonly path: string; readonly options: OpenOptions }
  | { readonly path: string; readonly madeAt: string; readonly reads: true }

/** What the host asks of the store's thread. */
export type Request =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly now: number
      readonly staffId: number | undefined
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'check'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number; readonly asItIs: boolean }

/** What a thread tells of the file it has opened. */
export interface Opened {
  /** The names of the calls that only read. */
  readonly reads: readonly CallName[]
  /** What the owner should know of the file and its folder. */
  readonly notices: readonly Problem[]
}

/** What the store's thread tells its host. */
export type Reply =
  | { readonly kind: 'opened'; readonly result: Result<Opened> }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly result: Result<unknown>
      readonly stale: readonly CallName[]
      readonly act?: Act
    }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'bug'; readonly id: number; readonly name: string; readonly stack: string }
  /** What the owner should know changed; `changed` where another program wrote to the file. */
  | { readonly kind: 'notices'; readonly notices: readonly Problem[]; readonly changed: boolean }
  | { readonly kind: 'closed'; readonly id: number }

const port = parentPort
if (!port) throw new Error('the store worker runs in a worker thread only')
const reply = (message: Reply) => port.postMessage(message)

const running = new Map<number, { aborted: boolean }>()
const data = workerData as ThreadData
const opening = 'reads' in data ? openReader(data.path, data.madeAt) : openShop(data.path, data.options)

let notices: readonly Problem[] = []

/** The clock of the last call, and whether the file is being closed. */
let lastNow: number | undefined
let isClosing = false
let upkeepUnderWay: Promise<unknown> = Promise.resolve()

/** From a start to the first upkeep, which must not slow it down; and from one to the next, ms. */
const restMs = 60_000
const upkeepMs = 3_600_000

/** Upkeep goes on beside the calls, now and then. A failure, such as a full disk, is no matter: there is a next time. */
async function upkeep(shop: OpenShop): Promise<void> {
  try {
    if (lastNow === undefined || isClosing) return
    await compareInPeace(shop)
    upkeepUnderWay = keepUp(shop, lastNow, () => !isClosing)
    await upkeepUnderWay
  } catch (error) {
    if (!machineFailure(error, shop.engine.saidBy(error), shop.path))
      reply({ kind: 'bug', id: 0, name: 'upkeep', stack: stackOf(error) })
  } finally {
    setTimeout(() => void upkeep(shop), upkeepMs).unref()
  }
}

let comparing: Promise<unknown> | undefined

/** Who came by an import is compared with everybody beside the calls, and the screens that show pairs read again. */
async function compareInPeace(shop: OpenShop): Promise<void> {
  if (comparing || isClosing) return
  try {
    const tell = () => reply({ kind: 'answer', id: 0, result: ok(null), stale: ['customers.pairs'] })
    comparing = comparePeople(shop, () => !isClosing, tell).then((any) => {
      if (any) tell()
    })
    await comparing
  } catch (error) {
    if (!machineFailure(error, shop.engine.saidBy(error), shop.path))
      reply({ kind: 'bug', id: 0, name: 'comparing', stack: stackOf(error) })
  } finally {
    comparing = undefined
  }
}

void opening.then(
  (result) => {
    if (!result.ok) return reply({ kind: 'opened', result })
    notices = result.value.notices
    if (!('reads' in data)) setTimeout(() => void upkeep(result.value), restMs).unref()
    reply({ kind: 'opened', result: { ok: true, value: { reads: reads(), notices } } })
  },
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
  if (request.kind === 'close') {
    void opening.then(
      (result) => end(result.ok ? result.value : undefined, request),
      () => end(undefined, request),
    )
    return
  }
  void opening.then((result) => {
    if (!result.ok) return
    return request.kind === 'call' ? call(result.value, request) : check(result.value, request.id)
  })
})

async function call(
  shop: OpenShop,
  { id, name, input, now, staffId }: Extract<Request, { kind: 'call' }>,
): Promise<void> {
  const signal = { aborted: false }
  running.set(id, signal)
  lastNow = now
  try {
    const onProgress = (progress: Progress) => reply({ kind: 'progress', id, progress })
    const answer = await dispatch(shop, name, input, { now, staffId, signal, onProgress })
    reply({ kind: 'answer', id, ...answer })
    lookAround(shop, answer.act !== undefined)
    if (answer.act) void compareInPeace(shop)
  } catch (error) {
    reply({ kind: 'bug', id, name, stack: stackOf(error) })
    const message =
      'Something went wrong inside Wellkept. Nothing was changed. Try again; if it happens again, tell us.'
    reply({ kind: 'answer', id, result: fail('bug', message), stale: [] })
  } finally {
    running.delete(id)
  }
}

/** Tells when another program wrote to the file, and when there is room on the disk again. */
function lookAround(shop: OpenShop, hasWritten: boolean): void {
  const changed = shop.isChangedElsewhere()
  const next = notices.filter(({ code }) => !(hasWritten && code === 'disk-full'))
  if (changed && !next.includes(openElsewhere)) next.push(openElsewhere)
  if (!changed && next.length === notices.length) return
  notices = next
  reply({ kind: 'notices', notices, changed })
}

function check(shop: OpenShop, id: number): void {
  try {
    reply({ kind: 'answer', id, result: shop.check(), stale: [] })
  } catch (error) {
    const known = machineFailure(error, shop.engine.saidBy(error), shop.path)
    reply({ kind: 'answer', id, result: known ?? ok(null), stale: [] })
  }
}

/** Nothing is left to do afterwards, and the thread ends. */
async function end(
  shop: OpenShop | undefined,
  { id, asItIs }: Extract<Request, { kind: 'close' }>,
): Promise<void> {
  try {
    if (shop) await close(shop, asItIs)
  } finally {
    reply({ kind: 'closed', id })
    port!.close()
  }
}

/** Stops what is under way at its next step, which rolls it back, and closes the file. */
async function close(shop: OpenShop, asItIs: boolean): Promise<void> {
  isClosing = true
  for (const signal of running.values()) signal.aborted = true
  await upkeepUnderWay.catch(() => {})
  await comparing?.catch(() => {})
  while (running.size > 0) await new Promise((resolve) => setImmediate(resolve))
  await shop.close(asItIs)
}

const reads = () => (Object.keys(calls) as CallName[]).filter((name) => calls[name].kind === 'read')

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
