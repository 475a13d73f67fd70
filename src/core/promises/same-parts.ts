import { fold } from '../fold.ts'
import { byNameAlone, isUnnamed } from './said-customer.ts'
import { isCorrectedName, sameCustomer } from './same-customer.ts'
import { doneFirst, mostCompared } from './equal-lines.ts'
import { agreesOnCustomer, keysOfCustomer } from './same-promise.ts'
import type { KnownTold, Told } from './told.ts'

/**
 * Finds the promises that lines without a number are about though their files have other columns: both say the same of what both
 * say. A file that leaves out a column says nothing about it. One known promise is that of one line; those that share most come first.
 */
export function placesOfParts<L extends Told, K extends KnownTold>(
  lines: readonly L[],
  known: readonly K[],
): Map<L, K> {
  const byKey = new Map<string, Alike<K>>()
  for (const one of known.toSorted(doneFirst))
    for (const [key, alike] of standsUnder(one)) {
      const all = byKey.get(key) ?? new Map<string, Set<K>>()
      byKey.set(key, all.set(alike, (all.get(alike) ?? new Set<K>()).add(one)))
    }
  const places = new Map<L, K>()
  let compared = 0
  const inOrder = lines.toSorted(doneFirst).map((line) => ({
    line,
    alike: [...new Set(mayBeUnder(line))].flatMap((key) => {
      const all = [...(byKey.get(key)?.values() ?? [])]
      if (all.length > few) compared += all.length
      return compared > mostCompared ? [] : all.flatMap((some) => heldAgainst(some, line))
    }),
  }))
  for (const way of ways)
    for (const least of [3, 2, 1])
      for (const { line, alike } of inOrder) {
        if (places.has(line)) continue
        const [found] = alike
          .filter((one) => one.agree === way && one.shared >= least)
          .flatMap(({ some }) => firstOf(some))
          .toSorted(doneFirst)
        if (!found) continue
        places.set(line, found)
        for (const [key, same] of standsUnder(found)) byKey.get(key)?.get(same)?.delete(found)
      }
  return places

  function heldAgainst(some: ReadonlySet<K>, line: L) {
    const [one] = firstOf(some)
    const agree = one && ways.find((way) => way(one, line))
    const much = agree ? shared(one, line) : 0
    return agree && much > 0 ? [{ some, agree, shared: much }] : []
  }
}

/** So few are always looked at. */
const few = 100

/** Whether the customer of a line is that of a known promise, but for a letter of the name. */
const isCorrected = (known: KnownTold, line: Told): boolean => isCorrectedName(known.customer, line.customer)

const ways = [agreesOnCustomer, isCorrected]

/** Promises under one key, those together that every line shares as much with: only the first of them is looked at. */
type Alike<K> = Map<string, Set<K>>

function firstOf<K>(some: ReadonlySet<K>): readonly K[] {
  for (const one of some) return [one]
  return []
}

function standsUnder(one: KnownTold): readonly (readonly [string, string])[] {
  const { customer, what, made, kept, alsoCalled } = one
  const thing = [fold(what), made, isUnnamed(customer), customer.nameless]
  const all = JSON.stringify([...thing, customer, kept.customer, alsoCalled])
  const keys = customerKeys(one).map((key) => [key, all] as const)
  return [[keyOf(one, 'what', fold(what)), JSON.stringify(thing)], ...keys]
}

const keyOf = ({ told }: Told, part: 'what' | 'customer', key: string): string => `${told} ${part} ${key}`

/** Nobody's promise may be anybody's. */
const customerKeys = (one: Told | KnownTold): readonly string[] => [
  ...keysOfCustomer(one).map((key) => keyOf(one, 'customer', key)),
  ...(isUnnamed(one.customer) ? [keyOf(one, 'customer', '')] : []),
]

/** Under what the promise of a line is found: by its customer, or by the thing where it names none. */
const mayBeUnder = (line: Told): readonly string[] =>
  isUnnamed(line.customer)
    ? ['', fold(line.what)].map((what) => keyOf(line, 'what', what))
    : [...customerKeys(line), keyOf(line, 'customer', '')]

/** How much both say alike; 0 where something speaks against it, or neither customer nor thing speaks for it. */
function shared(known: KnownTold, line: Told): number {
  const saysNot = (part: 'what' | 'made') => line.unsaid?.includes(part) ?? false
  const bothSay = (part: 'what' | 'made') => !saysNot(part) && known[part] !== ''
  if (bothSay('what') && fold(known.what) !== fold(line.what)) return 0
  if (bothSay('made') && known.made !== line.made) return 0
  // A name that the owner gave is no word of the file: to it both are nobody's.
  const isOwnersName = () => sameCustomer(byNameAlone(known.kept.customer), line.customer)
  const isCustomers =
    isUnnamed(known.customer) === isUnnamed(line.customer) || (isUnnamed(known.customer) && isOwnersName())
  if (!bothSay('what') && !isCustomers) return 0
  return Number(bothSay('what')) + Number(isCustomers) + Number(bothSay('made'))
}
