import { localAt } from '../../../core/day.ts'
import { ok, type Result } from '../../../core/result.ts'
import { customersNumbered } from '../../customers/edge.ts'
import { breakPromise, closePromise, makePromise, readyPromise, warnOf } from '../../promises/edge.ts'
import type { Context } from '../../store/context.ts'
import type { ShopClock } from './clock.ts'
import { customerCount } from './people.ts'
import { isSold, tongueOf } from './words.ts'
import type { Written } from './written.ts'

/** A promise as it went; every moment epoch ms. */
interface Went {
  readonly what: string
  readonly kind: string
  readonly priceCap?: string
  readonly made: number
  readonly told: number
  readonly warned?: number
  readonly ready?: number
  readonly done?: number
  /** Broken at the told time, for this reason. */
  readonly broken?: string
  readonly missed?: 'inBudget' | 'leftClean'
}

/** Makes the promises of the month and keeps most of them, each at its own time. */
export async function makePromises(
  context: Context,
  written: Written,
  clock: ShopClock,
): Promise<Result<unknown>> {
  for (const [i, went] of [...openOnes(written, clock), ...pastOnes(written, clock)].entries()) {
    const made = await makeOne(context, went, String(1001 + ((i * 3 + 4) % customerCount)))
    if (!made.ok) return made
  }
  return ok(null)
}

/** Those still to be kept: two overdue by hours, two for the next hours, one ready, and some to come. */
function openOnes(written: Written, { at, openHours }: ShopClock): readonly Went[] {
  const times = [
    { made: at(-3, 0.3), told: openHours(-2) },
    { made: at(-5, 0.6), told: openHours(-6), warned: openHours(-9) },
    { made: at(-2, 0.5), told: openHours(1.5) },
    { made: at(-1, 0.1), told: openHours(4) },
    { made: at(-2, 0.9), told: at(1, 0.8), ready: openHours(-1) },
    { made: at(-2, 0.2), told: at(2, 0.5) },
    { made: at(-1, 0.7), told: at(2, 0.9) },
    { made: at(-1, 0.4), told: at(4, 0.9) },
    { made: at(-1, 0.8), told: at(8, 0.4) },
  ]
  return times.map((time, i) => ({ ...promised(written, i), ...time }))
}

/** Those that are done: a day each, the newest first. */
function pastOnes(written: Written, { at }: ShopClock): readonly Went[] {
  return Array.from({ length: 20 }, (_, i) => {
    const ago = i + 1
    const told = at(-ago, 0.8)
    const went = {
      ...(i % 2 === 0 ? ordered(written, i) : promised(written, i)),
      made: at(-ago - 3 - (i % 3), 0.3),
      told,
    }
    if (i === 4 || i === 11) return { ...went, warned: at(-ago, 0.2), done: at(1 - ago, 0.4) }
    if (i === 8) return { ...went, done: at(-ago, 1) }
    if (i === 14) return { ...went, broken: tongueOf(written).say(written.common.broken) }
    const done = i % 3 === 0 ? at(-ago - 1, 0.6) : at(-ago, 0.5)
    if (i === 6) return { ...went, done, missed: 'inBudget' }
    return i === 17 ? { ...went, done, missed: 'leftClean' } : { ...went, done }
  })
}

function promised({ trade, common, ...written }: Written, i: number) {
  const { say, cap: capOf } = tongueOf({ trade, common, ...written })
  const { what, kind, cap } = trade.promises[i % trade.promises.length]!
  return { what: say(what), kind: say(common.kinds[kind]!), ...(cap && { priceCap: capOf(cap) }) }
}

/** Some of a product, put aside. */
function ordered(written: Written, i: number) {
  const { say } = tongueOf(written)
  const sold = written.trade.products.filter(isSold)
  const product = sold[(i * 3) % sold.length]!
  return { what: `${2 + (i % 3)} × ${say(product.is)}`, kind: say(written.common.kinds['order']!) }
}

async function makeOne(context: Context, went: Went, number: string): Promise<Result<unknown>> {
  const at = (now: number) => ({ ...context, now })
  const { what, kind, priceCap = '', made, told, warned, ready, done, broken, missed } = went
  const [customer] = await customersNumbered(context.db, [number])
  const promise = await makePromise(at(made), {
    customerId: customer!.id,
    what,
    kind,
    told: localAt(told, context.zone),
    priceCap,
    note: '',
  })
  if (!promise.ok) return promise
  const promiseId = promise.value.id
  const met = { inBudget: missed !== 'inBudget', fullScope: true, leftClean: missed !== 'leftClean' }
  const steps = [
    warned !== undefined && (() => warnOf(at(warned), { promiseId })),
    ready !== undefined && (() => readyPromise(at(ready), { promiseId })),
    done !== undefined && (() => closePromise(at(done), { promiseId, ...met })),
    broken !== undefined && (() => breakPromise(at(told), { promiseId, reason: broken })),
  ]
  for (const step of steps) {
    const taken = step ? await step() : ok(null)
    if (!taken.ok) return taken
  }
  return ok(null)
}
