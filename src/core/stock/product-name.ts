import { fold } from '../fold.ts'

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
