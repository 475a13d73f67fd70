import { groupsOf } from './groups.ts'
import type { Spoken } from './spoken-products.ts'

interface Priced {
  readonly priceMills: number | null
  readonly inStock?: number | null
}

type Pair<P> = readonly [one: Spoken, product: P]

/**
 * Which line is which of some products that nothing but the price and what is in stock tells apart. Who is on file as the line
 * says goes first; then each pair that the same price, the same stock or the order of prices speaks for, and none of them against.
 * Last, where a file has as many as there are, the one line that is left is the one product that is left.
 */
export function toldApart<P extends Priced>(
  ones: readonly Spoken[],
  products: readonly P[],
): ReadonlyMap<Spoken, P> {
  const told = new Map<Spoken, P>()
  const left = (): Sides<P> => {
    const taken = new Set(told.values())
    return {
      ones: ones.filter((one) => !told.has(one)),
      products: products.filter((product) => !taken.has(product)),
    }
  }
  const take = (pairs: readonly Pair<P>[]): boolean => {
    for (const [one, product] of pairs) told.set(one, product)
    return pairs.length > 0
  }
  take(onlyAlike(left(), asOnFile))
  // Who is told leaves fewer for the others to be.
  while (take(clear(left())));
  const last = left()
  if (ones.length === products.length && last.ones.length === 1) told.set(last.ones[0]!, last.products[0]!)
  return told
}

/** The pairs that the price, the stock or the order of prices speaks for, and none of them against. */
function clear<P extends Priced>(open: Sides<P>): readonly Pair<P>[] {
  const inOrder = nearest(open)
  const ordered = new Map(inOrder)
  const [price, stock] = [evidence(open, priceOf), evidence(open, stockOf)]
  return [...price.pairs, ...stock.pairs, ...inOrder].filter(
    ([one, product]) =>
      price.allows(one, product) &&
      stock.allows(one, product) &&
      (ordered.size === 0 || ordered.get(one) === product),
  )
}

const priceOf = ({ priceMills }: Priced): number | null => priceMills
const stockOf = ({ inStock = null }: Priced): number | null => inStock

/** What one detail tells: a line is one of the products that are alike in it, where there are some. */
function evidence<P extends Priced>(open: Sides<P>, of: (one: Priced) => number | null) {
  const said = new Set(open.ones.map(({ says }) => of(says)))
  const filed = new Set(open.products.map(of))
  return {
    pairs: onlyAlike(open, of),
    allows: ({ says }: Spoken, product: P): boolean =>
      of(says) === null || of(says) === of(product) || (!filed.has(of(says)) && !said.has(of(product))),
  }
}

interface Sides<P> {
  readonly ones: readonly Spoken[]
  readonly products: readonly P[]
}

const asOnFile = (one: Priced): string | null =>
  priceOf(one) === null || stockOf(one) === null ? null : `${priceOf(one)} ${stockOf(one)}`

/** The pairs that are alike in something, and alone in it on both sides; null is nothing to be alike in. */
function onlyAlike<P extends Priced>(
  { ones, products }: Sides<P>,
  keyOf: (one: Priced) => string | number | null,
): readonly Pair<P>[] {
  const here = groupsOf(products, keyOf)
  return [...groupsOf(ones, ({ says }) => keyOf(says))].flatMap(([key, alike]) => {
    const same = here.get(key) ?? []
    return key !== null && alike.length === 1 && same.length === 1 ? [[alike[0]!, same[0]!] as const] : []
  })
}

/** As many with prices on both sides, in the order of these, where each price is nearer to its own than to any other. */
function nearest<P extends Priced>({ ones, products }: Sides<P>): readonly Pair<P>[] {
  if (ones.length !== products.length) return []
  const price = (one: Priced) => priceOf(one) ?? Number.NaN
  const file = ones.toSorted((a, b) => price(a.says) - price(b.says))
  const here = products.toSorted((a, b) => price(a) - price(b))
  const away = (i: number, k: number) => Math.abs(price(file[i]!.says) - price(here[k]!))
  const isOwn = (i: number) =>
    [i - 1, i + 1].every((k) => !file[k] || (away(i, i) < away(i, k) && away(i, i) < away(k, i)))
  return file.every((_, i) => isOwn(i)) ? file.map((one, i) => [one, here[i]!] as const) : []
}
