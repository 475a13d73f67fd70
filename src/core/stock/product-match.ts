import { fold } from '../fold.ts'
import { codeKey, namesOneProduct } from './gtin.ts'

/** What tells one product from another. */
export interface ProductIdentity {
  readonly name: string
  readonly gtin: string
  readonly sourceId: string
}

/** A product that is known, also by what the owner has corrected of it. */
export interface KnownProduct extends ProductIdentity {
  readonly earlierNames?: readonly string[]
  readonly earlierCodes?: readonly string[]
}

/** Products that a line could mean by their name. */
export interface Alike<P> {
  /** With neither code nor number. */
  readonly bare: readonly P[]
  /** With a code or a number that the line does not have. */
  readonly coded: readonly P[]
  /** Whether no other product at all has the name. */
  readonly isOnly: boolean
}

/** Finds the product that a line of a file speaks of. */
export interface ProductIndex<P extends KnownProduct> {
  /** `choose` says which of those that have the name, and no other code or number than the line. */
  find(line: ProductIdentity, choose: (alike: Alike<P>) => P | undefined): P | undefined
  /** Which product has this code, whatever its name. */
  holderOf(gtin: string): P | undefined
  /** Which product of another name has this number in its file's system. */
  namesake(line: ProductIdentity): P | undefined
  add(product: P): void
}

/**
 * Which known product a line means: the one with its GTIN, whatever its name; else the one of its name with its other
 * code or with its number in the file's system; else one of its name, unless codes or numbers contradict. A number or a code of the house alone is no identity: every program counts from 1.
 */
export function productIndex<P extends KnownProduct>(known: Iterable<P>): ProductIndex<P> {
  const byCode = new Map<string, P>()
  const byEarlierCode = new Map<string, P>()
  const bySource = new Map<string, P[]>()
  const byName = new Map<string, P[]>()
  const add = (product: P) => {
    const code = codeKey(product.gtin)
    if (code) byCode.set(code, product)
    for (const earlier of product.earlierCodes ?? []) byEarlierCode.set(codeKey(earlier), product)
    if (product.sourceId) enter(bySource, product.sourceId, product)
    for (const name of namesOf(product)) enter(byName, name, product)
  }
  for (const product of known) add(product)
  const holderOf = (gtin: string) => {
    const code = codeKey(gtin)
    return code === '' ? undefined : byCode.get(code)
  }
  return {
    add,
    holderOf,
    namesake: ({ name, sourceId }) =>
      (bySource.get(sourceId) ?? []).find((product) => !isCalled(product, name)),
    find(line, choose) {
      const code = codeKey(line.gtin)
      const coded = holderOf(line.gtin) ?? (code ? byEarlierCode.get(code) : undefined)
      if (coded && (namesOneProduct(line.gtin) || isCalled(coded, line.name))) return coded
      const sourced = line.sourceId ? (bySource.get(line.sourceId) ?? []) : []
      const numbered = sourced.find((product) => isCalled(product, line.name))
      if (numbered) return numbered
      const named = byName.get(nameKey(line.name)) ?? []
      const fitting = named.filter(
        (p) =>
          (p.gtin === '' || !code) &&
          (p.sourceId === '' || line.sourceId === '' || p.sourceId === line.sourceId),
      )
      const isBare = (product: P) => product.gtin === '' && product.sourceId === ''
      return choose({
        bare: fitting.filter(isBare),
        coded: fitting.filter((product) => !isBare(product)),
        isOnly: named.length === 1,
      })
    },
  }
}

function enter<P>(index: Map<string, P[]>, key: string, product: P): void {
  const same = index.get(key)
  if (!same) index.set(key, [product])
  else if (!same.includes(product)) same.push(product)
}

const namesOf = (product: KnownProduct): ReadonlySet<string> =>
  new Set([product.name, ...(product.earlierNames ?? [])].map(nameKey))

const isCalled = (product: KnownProduct, name: string): boolean => namesOf(product).has(nameKey(name))

/** Names that differ only in accents, case or punctuation are one; a name of nothing but signs is itself. */
export const nameKey = (name: string): string => fold(name) || name.trim()

/** The text a product is searched by. */
export const productFolded = (product: {
  readonly name: string
  readonly category: string
  readonly supplier: string
  readonly shelf: string
  readonly gtin: string
}): string => fold(`${product.name} ${product.category} ${product.supplier} ${product.shelf} ${product.gtin}`)
