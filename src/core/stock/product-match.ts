import { groupsOf } from './groups.ts'
import { codeKey, namesOneProduct } from './gtin.ts'
import { toldApart } from './price-and-stock.ts'
import type { ProductLine } from './product-file.ts'
import { productMemory, type ProductMemory } from './product-memory.ts'
import { nameKey } from './product-name.ts'
import {
  agreements,
  compared,
  contradictions,
  differsInPrice,
  isSaid,
  type ComparedText,
  type Spoken,
} from './spoken-products.ts'

/** A product on file, with what is remembered of it. */
export type KnownProduct = Omit<ProductLine, 'leadDays' | 'inStock' | 'gtinValid'> & {
  readonly leadDays: number
  readonly memory: ProductMemory
  /** What is left of it now. */
  readonly inStock?: number
}

export interface Matches<P> {
  readonly matched: ReadonlyMap<Spoken, P>
  /** What is one of several products on file, and nothing tells which. */
  readonly unclear: ReadonlyMap<Spoken, readonly P[]>
}

/**
 * Which product on file each one of a file is: the one with its GTIN, whatever its name; else the one of its name with its
 * other code or its number; else one of its name, unless codes, numbers or details contradict. Each is at most one, and none is
 * given a code, a number or a price while it could be another's. A number or a code of the house alone is no identity: every
 * program counts from 1.
 */
export function matchProducts<P extends KnownProduct>(
  known: readonly P[],
  spoken: readonly Spoken[],
): Matches<P> {
  const matched = new Map<Spoken, P>()
  const taken = new Set<P>()
  const byName = new Map<string, P[]>()
  for (const product of known) for (const name of namesOf(product)) enter(byName, name, product)
  const undecided = new Map<Spoken, readonly P[]>()
  const open = () => spoken.filter((one) => !matched.has(one) && !undecided.has(one))
  const match = (one: Spoken, product: P) => {
    matched.set(one, product)
    taken.add(product)
  }
  const byCode = (codesOf: (product: P) => readonly string[]) => {
    const holders = new Map<string, P[]>()
    for (const product of known) for (const code of codesOf(product)) enter(holders, codeKey(code), product)
    for (const one of open()) {
      if (one.says.gtin === '') continue
      const free = (holders.get(codeKey(one.says.gtin)) ?? []).filter((product) => !taken.has(product))
      const holder = free.find((p) => isCalled(p, one)) ?? free[0]
      if (holder && (namesOneProduct(one.says.gtin) || isCalled(holder, one))) match(one, holder)
    }
  }
  byCode(({ gtin }) => (gtin === '' ? [] : [gtin]))
  byCode(({ memory }) => (memory.earlier.gtin ?? []).filter((code) => code !== ''))

  /** What nothing but the price and the stock tells apart. */
  const byPriceAndStock = () => {
    const ofFile = groupsOf(open().filter(isBareLine), ({ says }) => kindOf(says))
    const onFile = groupsOf(
      known.filter((product) => !taken.has(product) && isBare(product) && isAsFiled(product)),
      kindOf,
    )
    for (const [kind, ones] of ofFile) {
      const alike = onFile.get(kind) ?? []
      for (const [one, product] of toldApart(ones, alike)) match(one, product)
      const products = alike.filter((product) => !taken.has(product))
      const left = ones.filter((one) => !matched.has(one))
      // With fewer or more lines than products none is the last one that could be meant.
      if (ones.length === alike.length)
        for (const one of left)
          if (!products.some((product) => saysNothingNew(one, product))) undecided.set(one, products)
    }
  }

  /** What could be one of the products of its name. */
  const named = ({ names }: Spoken): readonly P[] => {
    const lists = [...names].map((name) => byName.get(name) ?? [])
    return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())]
  }
  const pairsOf = (ones: readonly Spoken[], fits: Fits) =>
    ones.flatMap((one) =>
      named(one)
        .filter((product) => !taken.has(product) && fits(one, product))
        .map((product) => ({ one, product, agree: agreements(one.says, product) })),
    )
  const pairUp = (ones: readonly Spoken[], fits: Fits, who: 'any' | 'clear' | 'only') => {
    const pairs = pairsOf(ones, fits)
    const isOnly = onlyOf(pairs)
    const isOpen = ({ one, product }: (typeof pairs)[number]) => !matched.has(one) && !taken.has(product)
    // Who agrees most comes first; of several who agree alike, none is meant more than another.
    for (const level of [...new Set(pairs.map(({ agree }) => agree))].toSorted((a, b) => b - a)) {
      const alike = pairs.filter((pair) => pair.agree === level && isOpen(pair))
      const isOnlyHere = onlyOf(alike)
      const isClear = (pair: (typeof pairs)[number]) =>
        !brings(pair.one, pair.product) && (isOnlyHere(pair) || saysNothingNew(pair.one, pair.product))
      for (const pair of alike)
        if (isOpen(pair) && (who === 'any' || isOnly(pair) || (who === 'clear' && isClear(pair))))
          match(pair.one, pair.product)
    }
  }

  const withNumber = groupsOf(known, (product) => product.sourceId)
  pairUp(
    open().filter(({ says }) => says.sourceId !== '' && withNumber.has(says.sourceId)),
    (one, product) => one.says.sourceId === product.sourceId,
    'only',
  )
  byPriceAndStock()
  const bare = () => open().filter(isBareLine)
  pairUp(bare(), (one, product) => isBare(product) && differing(one, product) === 0, 'clear')
  pairUp(open(), (one, product) => isCompatible(one, product) && differing(one, product) === 0, 'clear')
  const isOtherPrice: Fits = (one, product) =>
    isBare(product) && differsInPrice(one.says, asFiled(one, product))
  pairUp(bare(), isOtherPrice, 'clear')
  // A shop that calls its categories otherwise has the same products.
  pairUp(
    bare(),
    (one, product) => isBare(product) && differing(one, product) === 1 && agreements(one.says, product) > 0,
    'only',
  )
  const spokenOf = counted(
    spoken.flatMap(({ names }) => [...names]),
    (name) => name,
  )
  // The only one of its name is that one, whatever else has changed of it.
  pairUp(
    open().filter(
      (one) => named(one).length === 1 && [...one.names].every((name) => spokenOf.get(name) === 1),
    ),
    isCompatible,
    'any',
  )
  return {
    matched,
    unclear: new Map([
      ...undecided,
      ...unclear(
        pairsOf(
          bare(),
          (one, product) => isBare(product) && (differing(one, product) === 0 || isOtherPrice(one, product)),
        ),
      ),
    ]),
  }
}

type Fits = (one: Spoken, product: KnownProduct) => boolean

/** What could be one of some products, and where no more lines than these could be: with more, some surely are new. */
function unclear<P>(
  pairs: readonly { readonly one: Spoken; readonly product: P }[],
): ReadonlyMap<Spoken, readonly P[]> {
  const wished = counted(pairs, ({ product }) => product)
  const all = [...groupsOf(pairs, ({ one }) => one)].map(
    ([one, list]) => [one, list.map(({ product }) => product)] as const,
  )
  return new Map(all.filter(([, products]) => products.every((p) => wished.get(p)! <= products.length)))
}

const isBareLine = ({ says }: Spoken): boolean => says.gtin === '' && says.sourceId === ''

/** What a product is, but for its price. */
const kindOf = ({
  name,
  category,
  shelf,
  supplier,
  unit,
}: Pick<ProductLine, ComparedText | 'name'>): string =>
  JSON.stringify([nameKey(name), category, shelf, supplier, unit])

/** Whether a product is as files said it was. */
const isAsFiled = ({ memory }: KnownProduct): boolean => Object.keys(memory.earlier).length === 0

const isCompatible = ({ says }: Spoken, product: KnownProduct): boolean =>
  (says.gtin === '' || product.gtin === '') &&
  (says.sourceId === '' || product.sourceId === '' || says.sourceId === product.sourceId)

/** Whether the product would get its code or its number from the file. */
const brings = ({ says }: Spoken, product: KnownProduct): boolean =>
  (says.gtin !== '' && product.gtin === '') || (says.sourceId !== '' && product.sourceId === '')

/** Whether a file brought neither a code nor a number of it; what the owner has given it since does not count. */
const isBare = ({ gtin, sourceId, memory }: KnownProduct): boolean =>
  sourceId === '' && (gtin === '' || !productMemory.isBrought(memory, 'gtin'))

/** Whether a product already is all that is said of it. */
function saysNothingNew(one: Spoken, product: KnownProduct): boolean {
  const filed = asFiled(one, product)
  return ([...compared, 'leadDays'] as const).every(
    (field) => !isSaid(one.says[field]) || one.says[field] === filed[field],
  )
}

/** A product as a file said it was, where the owner has changed it since. */
function asFiled({ says }: Spoken, product: KnownProduct): KnownProduct {
  if (isAsFiled(product)) return product
  const filed = (field: ComparedText) =>
    product.memory.earlier[field]?.includes(says[field]) ? says[field] : product[field]
  return {
    ...product,
    category: filed('category'),
    shelf: filed('shelf'),
    supplier: filed('supplier'),
    unit: filed('unit'),
  }
}

/** In how much a product is not what a file says. */
const differing = (one: Spoken, product: KnownProduct): number =>
  contradictions(one.says, asFiled(one, product))

function counted<V, K>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  return counts
}

/** Whether a pair is the only one of either side. */
function onlyOf<One, P>(pairs: readonly { readonly one: One; readonly product: P }[]) {
  const [wishes, wished] = [counted(pairs, ({ one }) => one), counted(pairs, ({ product }) => product)]
  return ({ one, product }: { readonly one: One; readonly product: P }): boolean =>
    wishes.get(one) === 1 && wished.get(product) === 1
}

function enter<P>(index: Map<string, P[]>, key: string, product: P): void {
  const same = index.get(key)
  if (!same) index.set(key, [product])
  else if (!same.includes(product)) same.push(product)
}

const namesOf = (product: KnownProduct): ReadonlySet<string> =>
  new Set([product.name, ...(product.memory.earlier.name ?? [])].map(nameKey))

const isCalled = (product: KnownProduct, { names }: Spoken): boolean =>
  [...namesOf(product)].some((name) => names.has(name))
