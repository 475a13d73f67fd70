import { fold, identity } from '../fold.ts'

/** Signs that make another product: `C`, `C#` and `C++`, `Battery +` and `Battery -`. */
const telling = /([+#]|[-\u2212\u2013](?=\s*$))/

/** Names that differ only in accents, case or punctuation are one; a name of nothing but signs is itself. */
export function nameKey(name: string): string {
  const plain = identity(name)
  if (plain === '') return name.trim()
  if (!/[+#\uff03\uff0b]|[-\u2212\u2013\uff0d]\s*$/.test(name)) return plain
  const parts = name.normalize('NFKC').split(telling)
  return parts
    .map((part, i) => (i % 2 === 0 ? identity(part) : part.replace(/[\u2212\u2013]/, '-')))
    .filter(Boolean)
    .join(' ')
}

/** The text a product is searched by. */
export const productFolded = (product: {
  readonly name: string
  readonly category: string
  readonly supplier: string
  readonly shelf: string
  readonly gtin: string
}): string => fold(`${product.name} ${product.category} ${product.supplier} ${product.shelf} ${product.gtin}`)
