import { codeKey, namesOneProduct } from './gtin.ts'
import type { ProductLine } from './product-file.ts'
import { productMemory, type ProductMemory } from './product-memory.ts'
import { nameKey } from './product-name.ts'
import { agreements, contradictions, differsInPrice, type Spoken } from './spoken-products.ts'

/** A product on file, with what is remembered of it. */
export type KnownProduct = Omit<ProductLine, 'leadDays' | 'inStock' | 'gtinValid'> & {
  readonly memory: ProductMemory
}

/**
 * Which product on file each one of a file is: the one with its GTIN, whatever its name; else the one of its name with its
 * other code or its number; else one of its name, unless codes, numbers or details contradict. Each is at most one, and none is
 * given a code or a number while it could be another's. A number or a code of the house alone is no identity: every program
 * counts from 1.
 */
export function matchProducts<P extends KnownProduct>(
  known: readonly P[],
  spoken: readonly Spoken[],
): ReadonlyMap<Spoken, P> {
  const matched = new Map<Spoken, P>()
  const taken = new Set<P>()
  const byName = new Map<string, P[]>()
  for (const product of known) for (const name of namesOf(product)) enter(byName, name, product)
  const open = () => spoken.filter((one) => !matched.has(one))
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

  /** What could still be one of the products of its name. */
  const named = (one: Spoken): readonly P[] => [
    ...new Set([...one.names].flatMap((name) => byName.get(name) ?? [])),
  ]
  const pairUp = (fits: (one: Spoken, product: P) => boolean, who: 'any' | 'who brings nothing' | 'only') => {
    const pairs = open().flatMap((one) =>
      named(one)
        .filter((product) => !taken.has(product) && fits(one, product))
        .map((product) => ({ one, product, agree: agreements(one.says, product) })),
    )
    const [wishes, wished] = [counted(pairs, ({ one }) => one), counted(pairs, ({ product }) => product)]
    const isOnly = (pair: (typeof pairs)[number]) =>
      wishes.get(pair.one) === 1 && wished.get(pair.product) === 1
    for (const pair of pairs.toSorted((a, b) => b.agree - a.agree)) {
      if (matched.has(pair.one) || taken.has(pair.product)) continue
      const isBest = who === 'any' || (who === 'who brings nothing' && !brings(pair.one, pair.product))
      if (isBest || isOnly(pair)) match(pair.one, pair.product)
    }
  }
  pairUp((one, product) => one.says.sourceId !== '' && one.says.sourceId === product.sourceId, 'only')
  const areBare = (one: Spoken, product: P) =>
    one.says.gtin === '' && one.says.sourceId === '' && isBare(product)
  pairUp((one, product) => areBare(one, product) && differing(one, product) === 0, 'any')
  pairUp((one, product) => isCompatible(one, product) && differing(one, product) === 0, 'who brings nothing')
  pairUp((one, product) => areBare(one, product) && differsInPrice(one.says, asFiled(one, product)), 'any')
  // A shop that calls its categories otherwise has the same products.
  pairUp(
    (one, product) =>
      areBare(one, product) && differing(one, product) === 1 && agreements(one.says, product) > 0,
    'only',
  )
  const spokenOf = counted(
    spoken.flatMap(({ names }) => [...names]),
    (name) => name,
  )
  // The only one of its name is that one, whatever else has changed of it.
  pairUp(
    (one, product) =>
      isCompatible(one, product) &&
      named(one).length === 1 &&
      [...one.names].every((name) => spokenOf.get(name) === 1),
    'any',
  )
  return matched
}

const isCompatible = ({ says }: Spoken, product: KnownProduct): boolean =>
  (says.gtin === '' || product.gtin === '') &&
  (says.sourceId === '' || product.sourceId === '' || says.sourceId === product.sourceId)

/** Whether the product would get its code or its number from the file. */
const brings = ({ says }: Spoken, product: KnownProduct): boolean =>
  (says.gtin !== '' && product.gtin === '') || (says.sourceId !== '' && product.sourceId === '')

/** Whether a file brought neither a code nor a number of it; what the owner has given it since does not count. */
const isBare = ({ gtin, sourceId, memory }: KnownProduct): boolean =>
  sourceId === '' && (gtin === '' || !productMemory.isBrought(memory, 'gtin'))

/** A product as a file said it was, where the owner has changed it since. */
function asFiled({ says }: Spoken, product: KnownProduct): KnownProduct {
  const filed = (field: 'category' | 'shelf' | 'supplier' | 'unit') =>
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

function enter<P>(index: Map<string, P[]>, key: string, product: P): void {
  const same = index.get(key)
  if (!same) index.set(key, [product])
  else if (!same.includes(product)) same.push(product)
}

const namesOf = (product: KnownProduct): ReadonlySet<string> =>
  new Set([product.name, ...(product.memory.earlier.name ?? [])].map(nameKey))

const isCalled = (product: KnownProduct, { names }: Spoken): boolean =>
  [...namesOf(product)].some((name) => names.has(name))
