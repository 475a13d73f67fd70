import { calledIn, byNameAlone, isUnnamed, signOfWords } from './said-customer.ts'
import { haveOneNumber, isCorrectedName } from './same-customer.ts'
import { agreesOnCustomer, listed, type Place } from './same-promise.ts'
import type { KnownTold, Told } from './told.ts'

/** Promises of other words that lines are compared with: a list of nothing but walk-ins must not take for ever. */
export const mostCompared = 1_000_000

/**
 * Finds the promises of lines without a number of their own that say the same of the customer's number, thing and days: the nth
 * such line of a customer is their nth such promise, those that are done first, so that a file in another order closes nothing but
 * what was done.
 */
export function placesOfEqual<K extends KnownTold>(lines: readonly Told[], known: readonly K[]): Place<K>[] {
  const free = new Set(known.toSorted(doneFirst))
  const bySign = new Map<string, K[]>()
  for (const one of free) listed(bySign, signOfWords(one.customer)).push(one)
  const order = lines
    .map((line, i) => ({ line, i, sign: signOfWords(line.customer) }))
    .toSorted((a, b) => doneFirst(a.line, b.line))
  const places: (Place<K> | undefined)[] = lines.map(() => undefined)
  const take = (i: number, one: K | undefined) => {
    if (!one) return
    free.delete(one)
    places[i] = { is: 'known', known: one }
  }
  for (const { i, sign } of order) take(i, bySign.get(sign)?.shift())
  let compared = 0
  for (const same of [mayBeTheirs, isCorrectedHere])
    for (const { line, i } of order) {
      if (places[i] || compared > mostCompared) continue
      for (const one of free) {
        compared++
        if (!same(one, line)) continue
        take(i, one)
        break
      }
    }
  const [left] = free
  const firstOf = new Map<string, number>()
  const calls = lines.map(({ customer }) => signOfWords(byNameAlone(calledIn(customer))))
  for (const [i, called] of calls.entries()) if (!firstOf.has(called)) firstOf.set(called, i)
  for (const [i, line] of lines.entries()) {
    const beside = left && haveOneNumber(left.customer, line.customer) ? left : null
    const first = firstOf.get(calls[i]!)!
    places[i] ??= { is: 'new', beside, alike: i > first ? first : null }
  }
  return places.map((place) => place!)
}

/** What a line of the same words says of its customer is nobody else's where it or an older file named nobody. */
const mayBeTheirs = (known: KnownTold, line: Told): boolean =>
  isUnnamed(known.customer) || isUnnamed(line.customer) || agreesOnCustomer(known, line)

const isCorrectedHere = (known: KnownTold, line: Told): boolean =>
  isCorrectedName(known.customer, line.customer)

/**
 * Gives lines that are equal in all they say but when they were done as many known promises: each its own of before, by when that
 * was done; the others in order, those that are done first.
 */
export function sharedByDone<L extends Told, K extends Told>(
  lines: readonly L[],
  known: readonly K[],
): Map<L, K> {
  const byDone = new Map<number | null, K[]>()
  for (const one of known) listed(byDone, one.doneAtMs).push(one)
  const shared = new Map<L, K>()
  for (const line of lines) {
    const own = byDone.get(line.doneAtMs)?.shift()
    if (own) shared.set(line, own)
  }
  const left = [...byDone.values()].flat().toSorted(doneFirst)
  const others = lines.filter((line) => !shared.has(line)).toSorted(doneFirst)
  for (const [i, line] of others.entries()) shared.set(line, left[i]!)
  return shared
}

/** Those that are done before those that are not. */
export const doneFirst = (a: Told, b: Told): number =>
  (a.doneAtMs ?? Infinity) - (b.doneAtMs ?? Infinity) || 0
