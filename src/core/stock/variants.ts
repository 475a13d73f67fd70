import { fold } from '../fold.ts'
import type { productFields } from './product-file.ts'

type FieldName = (typeof productFields)[number]['name']
type CellOf = (cells: readonly string[], field: FieldName) => string

/** What a variant is called that is the only one of its product. */
const unnamed = new Set(['default title', 'default', 'regular', 'standard'])

const variants = ['variant', 'variant2', 'variant3'] as const

/**
 * Cells of a file whose programs write each variant on a line of its own: what only the first line of a group says counts for
 * the others, and each is called by its variant, "Soap (Rose)". A line of a group with nothing but a picture is no product.
 */
export function withVariants(rows: readonly (readonly string[])[], cellOf: CellOf): CellOf {
  const firsts = new Map<string, readonly string[]>()
  for (const cells of rows) {
    const group = cellOf(cells, 'group')
    if (group !== '' && cellOf(cells, 'name') !== '' && !firsts.has(group)) firsts.set(group, cells)
  }
  const isProduct = (cells: readonly string[]) =>
    (['gtin', 'sourceId', 'price', 'inStock', ...variants] as const).some(
      (field) => cellOf(cells, field) !== '',
    )
  const first = (cells: readonly string[]) =>
    cellOf(cells, 'name') === '' && isProduct(cells) ? (firsts.get(cellOf(cells, 'group')) ?? cells) : cells
  return (cells, field) => {
    if (field !== 'name' && field !== 'category' && field !== 'supplier') return cellOf(cells, field)
    const said = cellOf(cells, field) || cellOf(first(cells), field)
    return field === 'name' && said !== ''
      ? called(
          said,
          variants.map((one) => cellOf(cells, one)),
        )
      : said
  }
}

function called(name: string, values: readonly string[]): string {
  const words: string[] = []
  for (const value of values) {
    const key = fold(value)
    const isThere = ` ${fold([name, ...words].join(' '))} `.includes(` ${key} `)
    if (key !== '' && !unnamed.has(key) && !isThere) words.push(value)
  }
  return words.length === 0 ? name : `${name} (${words.join(', ')})`
}
