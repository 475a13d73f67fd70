import { sampleColumns, type ImportKind } from '../import/kind.ts'
import { cellReader } from '../import/mapping.ts'
import { columnCells } from '../import/sheet.ts'
import { parsePrice, parseQuantity } from '../price.ts'
import {
  guessProductMapping,
  numberFields,
  ofSeveralPlaces,
  productFields,
  type ProductField,
} from './product-file.ts'
import { withVariants } from './variants.ts'

const words = { one: 'product', many: 'products' }

/** Products from a file. */
export const productImport: ImportKind<ProductField> = {
  ...words,
  doing: { reading: 'Reading products', keeping: 'Saving products' },
  fields: productFields,
  needs: {
    anyOf: ['name', 'gtin'],
    code: 'no-columns',
    message:
      'No column of this file is known to hold product names or codes. Nothing was changed. Say which one does.',
  },
  columns: [
    ...sampleColumns({
      name: 'Name',
      gtin: 'Barcode',
      category: 'Category',
      supplier: 'Supplier',
      unit: 'Unit',
    }),
    {
      key: 'priceMills',
      label: 'Price',
      show: (value, formats) => (typeof value === 'number' ? formats.price(value) : ''),
    },
    { key: 'inStock', label: 'In stock' },
  ],
  numbers: {
    fields: numberFields,
    read(field, text, mark, money) {
      const read = field === 'price' ? parsePrice(text, mark, money) : parseQuantity(text, mark)
      if ('mills' in read) return read.mills
      return 'quantity' in read ? read.quantity : 0
    },
  },
  guess: (sheet) => guessProductMapping(sheet.header, (column) => [...columnCells(sheet, column)]),
  cells: ({ header, rows }, mapping) => ({
    cell: withVariants(
      rows.map(({ cells }) => cells),
      cellReader(header, mapping),
    ),
  }),
  aboutColumns: ({ header }, mapping) => ofSeveralPlaces(header, mapping),
  says({ added, updated }, _fileName, formats) {
    const all = (n: number) => formats.counted(n, words.one, words.many)
    if (updated === 0) return `${all(added)} imported`
    return added === 0
      ? `${all(updated)} updated`
      : `${all(added)} imported, ${formats.number(updated)} updated`
  },
}
