import { fold } from '../fold.ts'
import { isMadeOtherwise, wasMoved, type ReadOn } from './moved-line.ts'
import {
  byNameAlone,
  customerKeys,
  isUnnamed,
  numberIn,
  wordsOf,
  type SaidCustomer,
} from './said-customer.ts'
import {
  arePersonAndFirm,
  haveOneNumber,
  isCorrectedName,
  isNamedExactly,
  isTurnedName,
  sameCustomer,
} from './same-customer.ts'
import type { KnownTold, Told } from './told.ts'

/** What a line is: a known promise, a line of the same file once more, or a promise of its own. */
export type Place<K> =
  | { readonly is: 'known'; readonly known: K }
  | { readonly is: 'again'; readonly of: number }
  | { readonly is: 'new'; readonly beside: Told | null; readonly alike: number | null }

/**
 * Finds the promises that lines under one number are about; the answers stand in the order of the lines. A number is one
 * program's own, and other programs count as well: the same promise says the same of customer, thing and told time, or
 * the same customer and thing at another told time. What the owner corrects is no word of the file: the file's own decide,
 * and only where they do not, the owner's. Each known promise is that of one line; what is left is new.
 */
export function placesOfNumber<K extends KnownTold>(
  lines: readonly Told[],
  known: readonly K[],
  on: ReadOn,
): Place<K>[] {
  const places: (Place<K> | undefined)[] = []
  const before = new Map<number, number[]>()
  for (const [i, line] of lines.entries()) {
    const alike = listed(before, line.toldAtMs)
    const of = alike.find((other) => isAgain(lines[other]!, line))
    places[i] = of === undefined ? undefined : { is: 'again', of }
    if (of === undefined) alike.push(i)
  }
  const free = new Set(known)
  const pair = (keysOf: (one: Told | K) => readonly Key[], same: (known: K, line: Told) => boolean) => {
    const byKey = new Map<Key, K[]>()
    for (const one of free) for (const key of keysOf(one)) listed(byKey, key).push(one)
    for (const [i, line] of lines.entries()) {
      if (places[i]) continue
      const found = keysOf(line)
        .flatMap((key) => byKey.get(key) ?? [])
        .find((one) => free.has(one) && same(one, line))
      if (!found) continue
      free.delete(found)
      places[i] = { is: 'known', known: found }
    }
  }
  const pairTold = (same: (known: K, line: Told) => boolean) => {
    pair((one) => [one.told], same)
    pair((one) => [one.toldAtMs], same)
    pair((one) => ('alsoTold' in one ? one.alsoTold : [one.told]), same)
  }
  // Whoever says as much as the known one does comes before a line that only does not speak against it.
  for (const same of [saysExactly, saysAsMuch, saysSame]) pairTold(same)
  for (const same of [saysExactly, saysSame]) pair(keysOfCustomer, wasMoved(same, on))
  pairTold(saysCorrected)
  pair(keysOfCustomer, wasMoved(saysCorrected, on))
  pairTold(isAsCorrected)
  return places.map(
    (place, i) => place ?? { is: 'new', beside: known[0] ?? lines[i - 1] ?? null, alike: null },
  )
}

type Key = string | number

/** The list under a key, made where there is none. */
export function listed<Key, One>(map: Map<Key, One[]>, key: Key): One[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

/** A line that says the same as another of its file. */
const isAgain = (a: Told, b: Told): boolean =>
  agrees(a.what, b.what) && sameCustomer(a.customer, b.customer) && !arePersonAndFirm(a.customer, b.customer)

/** Customer and thing agree. */
const saysSame = (known: KnownTold, line: Told): boolean =>
  agrees(known.what, line.what) && agreesOnCustomer(known, line)

/** The thing agrees, and the customer but for a letter of the name or the order of its words. */
const saysCorrected = (known: KnownTold, line: Told): boolean =>
  agrees(known.what, line.what) &&
  (isCorrectedName(known.customer, line.customer) || isTurnedName(known.customer, line.customer)) &&
  !isMadeOtherwise(known, line)

/** Customer and thing are the same, the name in all its words. */
const saysExactly = (known: KnownTold, line: Told): boolean =>
  saysAsMuch(known, line) && isNamedExactly(known.customer, line.customer)

/** Customer and thing agree, and neither says less than the other. */
const saysAsMuch = (known: KnownTold, line: Told): boolean =>
  isUnnamed(known.customer) === isUnnamed(line.customer) &&
  fold(known.what) === fold(line.what) &&
  agreesOnCustomer(known, line)

/** Whether nothing speaks against it that a line and a known promise are the same customer's. */
export function agreesOnCustomer({ customer, alsoCalled, kept }: KnownTold, line: Told): boolean {
  const said = line.customer
  if (isUnnamed(said)) return isUnnamed(customer) || customer.nameless || leavesOut(line, 'customer')
  if (isUnnamed(customer)) return true
  const isOtherKind =
    arePersonAndFirm(customer, said) && !leavesOut(line, customer.name ? 'person' : 'company')
  if (sameCustomer(customer, said) && !isOtherKind) return true
  // One says the number and the other the name, or the name was changed on file: who has it there tells.
  const names = (also: readonly string[], of: SaidCustomer) =>
    also.some((name) => sameCustomer(byNameAlone(name), of))
  const isNamedOnFile = haveOneNumber(customer, said) || (customer.name === '' && said.number === '')
  return (
    (isNamedOnFile && names([kept.customer, ...alsoCalled], said)) ||
    (customer.number === '' && said.name === '' && names(line.alsoCalled, customer))
  )
}

const leavesOut = ({ unsaid = [] }: Told, part: NonNullable<Told['unsaid']>[number]): boolean =>
  unsaid.includes(part)

/** The line says what the owner made of the promise: the other program was corrected as well. */
function isAsCorrected(known: KnownTold, line: Told): boolean {
  const keys = keysOfCustomer(line)
  const names = [...keysOfCustomer(known), ...(known.kept.customer === '' ? [''] : [])]
  const shared = names.filter((key) => keys.includes(key))
  // Walk-ins share a number: under it alone, another order date is somebody else's.
  const numbers = customerKeys([numberIn(line.customer)])
  const isNamed = agreesOnCustomer(known, line) || shared.some((key) => !numbers.includes(key))
  return (
    shared.length > 0 &&
    (isNamed || !isMadeOtherwise(known, line)) &&
    (agrees(known.what, line.what) || fold(known.kept.what) === fold(line.what))
  )
}

/** Customers of a line or a known promise, by number and by name. */
export function keysOfCustomer(one: Told | KnownTold): readonly string[] {
  const kept = 'kept' in one && one.kept.customer !== '' ? [one.kept.customer] : []
  const own = customerKeys(wordsOf(one.customer))
  return [
    ...own,
    ...(kept.length + one.alsoCalled.length > 0 ? customerKeys([...kept, ...one.alsoCalled]) : []),
  ]
}

const agrees = (a: string, b: string): boolean => a === '' || b === '' || fold(a) === fold(b)

/** Whether both say the same told time: in the same words, or as the same moment. */
export const isToldAlike = (a: Told, b: Told): boolean => a.told === b.told || a.toldAtMs === b.toldAtMs
