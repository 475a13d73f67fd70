import { fold } from '../fold.ts'
import { codeKey } from './gtin.ts'

/** What tells one product from another. */
export interface ProductIdentity {
  readonly name: string
  readonly gtin: string
  readonly sourceId: string
}

/** Finds the product that a line of a file speaks of. */
export interface ProductIndex<P extends ProductIdentity> {
  find(line: ProductIdentity): P | undefined
  add(product: P): void
}

/**
 * Which known product a line means: the one with its code; else the one with its number in the file's system, unless
 * code and name both say otherwise; else the only one of its name, unless codes or numbers contradict.
 */
export function productIndex<P extends ProductIdentity>(known: Iterable<P>): ProductIndex<P> {
  const byCode = new Map<string, P>()
  const bySource = new Map<string, P>()
  const byName = new Map<string, P[]>()
  const add = (product: P) => {
    const code = codeKey(product.gtin)
    if (code) byCode.set(code, product)
    if (product.sourceId) bySource.set(product.sourceId, product)
    const name = nameKey(product.name)
    const same = byName.get(name)
    if (same) same.push(product)
    else byName.set(name, [product])
  }
  for (const product of known) add(product)
  return {
    add,
    find(line) {
      const code = codeKey(line.gtin)
      const coded = code && byCode.get(code)
      if (coded) return coded
      const sourced = line.sourceId && bySource.get(line.sourceId)
      if (sourced && (!code || sourced.gtin === '' || nameKey(sourced.name) === nameKey(line.name)))
        return sourced
      const named = byName.get(nameKey(line.name)) ?? []
      const fitting = named.filter(
        (p) =>
          (p.gtin === '' || !code) &&
          (p.sourceId === '' || line.sourceId === '' || p.sourceId === line.sourceId),
      )
      return fitting.length === 1 && named.length === 1 ? fitting[0] : undefined
    },
  }
}

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
