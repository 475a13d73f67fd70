import type { Kysely } from 'kysely'
import type { Topic } from '../../core/call.ts'
import { calls, callsAbout, type CallName, type StoreCallName } from '../../core/calls.ts'
import { formatsOf } from '../../core/formats.ts'
import type { ProblemCode } from '../../core/problem-code.ts'
import { pages } from '../../core/machine/menu-entries.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { sentInput } from '../../core/sent-input.ts'
import { handlers } from '../handlers.ts'
import { staffNamed } from '../staff/edge.ts'
import type { Context, FilingHandler, Progress } from './context.ts'
import { beginAct, endAct, type Act } from './acts.ts'
import { machineFailure } from './failures.ts'
import { joinToLast } from './join-acts.ts'
import { belongsTogether } from './parted.ts'
import type { Schema } from './schema.ts'
import type { Shop } from './shop.ts'
import { wipe } from './wipe.ts'
import { usableZone } from './zone.ts'

/** How and when a call is made. */
export interface CallOptions {
  readonly now: number
  readonly who?: string
  /** Who works at this PC, of those in the shop's list; their name goes with each act. */
  readonly staffId?: number | undefined
  /** Replaces the shop's zone; without a shop the zone of the machine. */
  readonly zone?: string
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: { readonly aborted: boolean }
}

export interface Answer {
  readonly result: Result<unknown>
  /** What the screens have to read again. */
  readonly stale: readonly CallName[]
  /** What undo would take back, when the call changed anything. */
  readonly act?: Act
}

const whoOf = ({ who }: CallOptions): string => who ?? 'owner'

/** By name, so that the act keeps it when they are gone. */
const whoActs = async (db: Kysely<Schema>, { staffId, ...options }: CallOptions): Promise<string> =>
  (staffId === undefined ? undefined : await staffNamed(db, staffId)) ?? whoOf(options)

class Refused extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('refused')
    this.result = result
  }
}

/** Longest time a slice of long work may hold the thread, ms. */
const sliceMs = 12

/** Name -> schema -> transaction -> handler -> result. Never throws for bad input; a bug rejects. */
export async function dispatch(
  shop: Shop,
  name: string,
  input: unknown,
  options: CallOptions,
): Promise<Answer> {
  const def = Object.hasOwn(calls, name) ? calls[name as CallName] : undefined
  if (!def || def.kind === 'machine')
    return refusal('unknown-call', 'Wellkept does not know this request. Nothing was changed.')
  const given = sentInput(def, input)
  if (!given.ok) return { result: given, stale: [] }
  const handler = handlers[name as StoreCallName] as AnyHandler
  if (typeof handler === 'object') return filingCall(shop, name, options, def.topics, handler, given.value)
  if (def.kind === 'write')
    return writeCall(shop, name, options, def.topics, (context) => handler(context, given.value))
  return { result: await reading(shop, options, (context) => handler(context, given.value)), stale: [] }
}

type AnyHandler =
  ((context: Context, input: unknown) => Promise<Result<unknown>>) | FilingHandler<StoreCallName>

/** Files first, without the write lock; then the short write; what it does not keep is discarded. */
async function filingCall(
  shop: Shop,
  name: string,
  options: CallOptions,
  topics: readonly Topic[],
  handler: FilingHandler<StoreCallName>,
  input: unknown,
): Promise<Answer> {
  const prepared = await reading(shop, options, (context) => handler.prepare(context, input as never))
  if (!prepared.ok) return { result: prepared, stale: [] }
  let kept = false
  try {
    const looked = handler.answer?.(prepared.value)
    if (looked !== undefined) return { result: ok(looked), stale: [] }
    const answer = await writeCall(shop, name, options, topics, (context) =>
      handler.write(context, input as never, prepared.value),
    )
    kept = answer.result.ok
    return answer
  } finally {
    if (!kept) await handler.discard(prepared.value)
  }
}

async function writeCall(
  shop: Shop,
  name: string,
  options: CallOptions,
  topics: readonly Topic[],
  run: (context: Context) => Promise<Result<unknown>>,
): Promise<Answer> {
  let act: Act | undefined
  let changed = false
  let wipes = false
  let whyParted: Parameters<Context['ifParted']>[0] | undefined
  try {
    const result = await shop.writer.transaction().execute(async (trx) => {
      let says = name
      let page = pageOf(name)
      let goesOn = false
      const who = await whoActs(trx, options)
      const made = { atMs: options.now, who, madeAt: shop.madeAt }
      const id = await beginAct(trx, shop.engine.log, { ...made, call: name })
      const context = {
        ...(await contextOf(shop, trx, options, (words, shows) => {
          says = words
          page = shows ?? page
        })),
        actId: id,
        who,
        goOn: () => void (goesOn = true),
        wipeAfter: () => void (wipes = true),
        ifParted: (why: typeof whyParted) => void (whyParted = why),
      }
      const answer = await run(context)
      if (!answer.ok) throw new Refused(answer)
      const ended = await endAct(trx, shop.engine.log, id, says)
      act = ended && { ...ended, ...(page !== undefined && { page }) }
      changed = act !== undefined
      if (act && goesOn && (await joinToLast(trx, act))) act = undefined
      return answer
    })
    if (wipes) await wipe(shop)
    return { result, stale: changed ? callsAbout(topics) : [], ...(act && { act }) }
  } catch (error) {
    if (error instanceof Refused) return { result: error.result, stale: [] }
    const refused = expected(error, shop)
    const why = refused === belongsTogether ? await whyParted?.(shop.writer) : undefined
    return { result: why ?? refused, stale: [] }
  }
}

/** The page of a call's feature, where it has one. */
const pageOf = (name: string): string | undefined =>
  pages.find(({ path }) => path === `/${name.split('.')[0]!}`)?.path

const cancelled = fail('cancelled', 'Stopped as you asked. Nothing was changed.')

/** Runs on the connection that only reads. */
async function reading(
  shop: Shop,
  options: CallOptions,
  run: (context: Context) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  try {
    return await run(await contextOf(shop, shop.reader, options, () => {}))
  } catch (error) {
    if (error instanceof Refused) return error.result
    return expected(error, shop)
  }
}

/** Failures that the owner can do something about; anything else is a bug and is thrown on. */
function expected(error: unknown, shop: Shop): Result<never> {
  const said = shop.engine.saidBy(error)
  const known = machineFailure(error, said, shop.path)
  if (known) return known
  if (said === 'needed') return belongsTogether
  throw error
}

async function contextOf(
  shop: Shop,
  db: Kysely<Schema>,
  options: CallOptions,
  say: Context['say'],
): Promise<Context> {
  const row = await db.selectFrom('shop').selectAll().where('id', '=', 1).executeTakeFirst()
  let sliceBegan = performance.now()
  return {
    db,
    now: options.now,
    shop: row ? { ...row, zone: usableZone(row.zone) } : null,
    zone: options.zone ?? usableZone(row?.zone),
    formats: formatsOf(row?.country ?? '', row?.currency),
    who: whoOf(options),
    actId: null,
    madeAt: shop.madeAt,
    say,
    goOn() {},
    wipeAfter() {},
    ifParted() {},
    engine: shop.engine,
    insertMany: (table, rows) => shop.engine.insertMany(db, table, rows),
    updateMany: (table, rows) => shop.engine.updateMany(db, table, rows),
    async step(done, total, words) {
      if (options.signal?.aborted) throw new Refused(cancelled)
      if (performance.now() - sliceBegan < sliceMs && done < total) return
      options.onProgress?.({ done, total, words })
      await new Promise((resolve) => setImmediate(resolve))
      if (options.signal?.aborted) throw new Refused(cancelled)
      sliceBegan = performance.now()
    },
  }
}

const refusal = (code: ProblemCode, message: string, field?: string): Answer => ({
  result: fail(code, message, field),
  stale: [],
})
