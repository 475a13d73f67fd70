import { fold } from '../fold.ts'

/** What tells one promise from another, from a file or as it was kept from one. */
export interface Told {
  /** The customer as the file names them; '' where it does not. */
  readonly customer: string
  /** '' where the file does not say. */
  readonly what: string
  /** Null where the file does not say. */
  readonly madeAtMs: number | null
  readonly toldAtMs: number
  readonly doneAtMs: number | null
}

/** What a line is: a known promise, a line of the same file once more, or a promise of its own. */
export type Place<K> =
  | { readonly is: 'known'; readonly known: K }
  | { readonly is: 'again'; readonly of: number }
  | { readonly is: 'new'; readonly beside: Told | null; readonly alike: number | null }

/**
 * Finds the promises that lines under one number are about; the answers stand in the order of the lines. A number is one
 * program's own, and other programs count as well: the same promise says the same of customer, thing and told time, or
 * the same customer and thing at another told time. Each known promise is that of one line; what is left is new.
 */
export function placesOfNumber<K extends Told>(lines: readonly Told[], known: readonly K[]): Place<K>[] {
  const places: (Place<K> | undefined)[] = []
  const before = new Map<number, number[]>()
  for (const [i, line] of lines.entries()) {
    const alike = listed(before, line.toldAtMs)
    const of = alike.find((other) => saysSame(lines[other]!, line))
    places[i] = of === undefined ? undefined : { is: 'again', of }
    if (of === undefined) alike.push(i)
  }
  const free = new Set(known)
  const pair = (keyOf: (one: Told) => string | number, same: (a: Told, b: Told) => boolean) => {
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
  pair((one) => one.toldAtMs, saysSame)
  pair((one) => fold(one.customer), wasMoved)
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

/** Customer, thing and told time agree. */
const saysSame = (a: Told, b: Told): boolean =>
  a.toldAtMs === b.toldAtMs && agrees(a.what, b.what) && fold(a.customer) === fold(b.customer)

/** Customer and thing agree, and nothing speaks against it but another told time. */
function wasMoved(a: Told, b: Told): boolean {
  if (a.customer === '' || fold(a.customer) !== fold(b.customer) || !agrees(a.what, b.what)) return false
  return a.madeAtMs === null || b.madeAtMs === null || a.madeAtMs === b.madeAtMs
}

const agrees = (a: string, b: string): boolean => a === '' || b === '' || fold(a) === fold(b)
