import { fold } from '../fold.ts'

/** What tells one promise from another: what a line of a file says, or what the file said that a kept one came from. */
export interface Told {
  /** The customer as the file names them; '' where it does not. */
  readonly customer: string
  /** Their name, where the file has a number as well. */
  readonly customerName?: string
  /** '' where the file does not say. */
  readonly what: string
  /** When it was made, as the file says it, whatever the shop's zone is; '' where it does not. */
  readonly made: string
  /** The told time as the file says it; '' where that is not known any more. */
  readonly told: string
  /** Null where the file does not say. */
  readonly madeAtMs: number | null
  readonly toldAtMs: number
  readonly doneAtMs: number | null
}

/** A promise that is known: what its file said of it, and what is kept by now. */
export interface KnownTold extends Told {
  readonly kept: Pick<Told, 'customer' | 'what'>
}

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
export function placesOfNumber<K extends KnownTold>(lines: readonly Told[], known: readonly K[]): Place<K>[] {
  const places: (Place<K> | undefined)[] = []
  const before = new Map<number, number[]>()
  for (const [i, line] of lines.entries()) {
    const alike = listed(before, line.toldAtMs)
    const of = alike.find((other) => saysSame(lines[other]!, line))
    places[i] = of === undefined ? undefined : { is: 'again', of }
    if (of === undefined) alike.push(i)
  }
  const free = new Set(known)
  const pair = (keyOf: (one: Told) => string | number, same: (known: K, line: Told) => boolean) => {
    const byKey = new Map<string | number, K[]>()
    for (const one of free) listed(byKey, keyOf(one)).push(one)
    for (const [i, line] of lines.entries()) {
      if (places[i]) continue
      const found = listed(byKey, keyOf(line)).find((one) => free.has(one) && same(one, line))
      if (!found) continue
      free.delete(found)
      places[i] = { is: 'known', known: found }
    }
  }
  pair((one) => one.told, saysSame)
  pair((one) => one.toldAtMs, saysSame)
  pair((one) => fold(one.customer), wasMoved)
  pair((one) => one.told, isAsCorrected)
  pair((one) => one.toldAtMs, isAsCorrected)
  return places.map(
    (place, i) => place ?? { is: 'new', beside: known[0] ?? lines[i - 1] ?? null, alike: null },
  )
}

function listed<Key, One>(map: Map<Key, One[]>, key: Key): One[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

/**
 * The same for lines without a number that are equal in all they say: the nth such line is the nth such promise, those that are
 * done first, so that a file in another order closes nothing but what was done.
 */
export function placesOfEqual<K extends Told>(lines: readonly Told[], known: readonly K[]): Place<K>[] {
  const inOrder = known.toSorted(doneFirst)
  const places: Place<K>[] = []
  const order = lines.map((line, i) => ({ line, i })).toSorted((a, b) => doneFirst(a.line, b.line))
  for (const [n, { i }] of order.entries()) {
    const one = inOrder[n]
    places[i] = one ? { is: 'known', known: one } : { is: 'new', beside: null, alike: i > 0 ? 0 : null }
  }
  return places
}

const doneFirst = (a: Told, b: Told): number => (a.doneAtMs ?? Infinity) - (b.doneAtMs ?? Infinity) || 0

/** Customer and thing agree. */
const saysSame = (a: Told, b: Told): boolean =>
  agrees(a.what, b.what) && fold(a.customer) === fold(b.customer)

/** Customer and thing agree, and nothing speaks against it but another told time. */
const wasMoved = (a: Told, b: Told): boolean =>
  a.customer !== '' && saysSame(a, b) && (isUnsaid(a) || isUnsaid(b) || isMadeAlike(a, b))

const isUnsaid = ({ made, madeAtMs }: Told): boolean => made === '' && madeAtMs === null

const isMadeAlike = (a: Told, b: Told): boolean =>
  (a.made !== '' && a.made === b.made) || (a.madeAtMs !== null && a.madeAtMs === b.madeAtMs)

/** The line says what the owner made of the promise: the other program was corrected as well. */
const isAsCorrected = ({ kept, ...known }: KnownTold, line: Told): boolean =>
  [known.customer, kept.customer].some((name) => namesOf(line).includes(fold(name))) &&
  (agrees(known.what, line.what) || fold(kept.what) === fold(line.what))

/** Customers of a line, by number and by name. */
const namesOf = ({ customer, customerName = '' }: Told): readonly string[] =>
  customerName === '' ? [fold(customer)] : [fold(customer), fold(customerName)]

const agrees = (a: string, b: string): boolean => a === '' || b === '' || fold(a) === fold(b)

/** Whether both say the same told time: in the same words, or as the same moment. */
export const isToldAlike = (a: Told, b: Told): boolean => a.told === b.told || a.toldAtMs === b.toldAtMs
