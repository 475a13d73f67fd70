import type { Formats } from '../../core/formats.ts'
import { customerFields } from '../../core/customers/import-fields.ts'
import { promiseFields } from '../../core/promises/promise-file.ts'
import { productFields } from '../../core/stock/product-file.ts'
import type { Encoding } from '../../core/table/encoding.ts'
import type { Delimiter } from '../../core/table/delimiter.ts'

/** Lists that can be read from a file. */
export type ImportWhat = 'customers' | 'products' | 'promises'

interface Column {
  readonly key: string
  readonly label: string
  readonly show?: (value: unknown, formats: Formats) => string
}

interface ImportTable {
  readonly call: 'customers.importFile' | 'stock.importProducts' | 'promises.importFile'
  readonly one: string
  readonly many: string
  /** Field -> what the owner calls it. */
  readonly fields: Readonly<Record<string, string>>
  /** What the preview shows of each line. */
  readonly columns: readonly Column[]
}

const money = (value: unknown, formats: Formats): string =>
  typeof value === 'number' ? formats.price(value) : ''

/** The words for a field's name where its own name is not the word. */
const fieldWords: Readonly<Record<string, string>> = {
  sourceId: 'Number',
  firstName: 'First name',
  middleName: 'Middle name',
  lastName: 'Last name',
  email: 'Mail address',
  houseNumber: 'House number',
  consent: 'Mail yes or no',
  refusal: 'Must not be mailed',
  gtin: 'Barcode',
  group: 'Handle',
  variant2: 'Second variant',
  variant3: 'Third variant',
  leadDays: 'Lead days',
  inStock: 'In stock',
  id: 'Number',
  made: 'Promised on',
  told: 'Due',
}

const answerWords: Readonly<Record<string, string>> = { yes: 'yes', no: 'no', unasked: 'not asked' }

const wordsFor = (fields: readonly { readonly name: string }[]) =>
  Object.fromEntries(
    fields.map(({ name }) => [name, fieldWords[name] ?? name[0]!.toUpperCase() + name.slice(1)]),
  )

const columns = (labels: Readonly<Record<string, string>>): readonly Column[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }))

export const importTables: Readonly<Record<ImportWhat, ImportTable>> = {
  customers: {
    call: 'customers.importFile',
    one: 'customer',
    many: 'customers',
    fields: wordsFor(customerFields),
    columns: [
      ...columns({ name: 'Name', company: 'Company', email: 'Mail address', phone: 'Phone', city: 'City' }),
      { key: 'mailConsent', label: 'Mail', show: (value) => answerWords[String(value)] ?? '' },
      { key: 'mailWhy', label: 'Because' },
    ],
  },
  products: {
    call: 'stock.importProducts',
    one: 'product',
    many: 'products',
    fields: wordsFor(productFields),
    columns: [
      ...columns({ name: 'Name', gtin: 'Barcode', category: 'Category', supplier: 'Supplier', unit: 'Unit' }),
      { key: 'priceMinor', label: 'Price', show: money },
      { key: 'inStock', label: 'In stock' },
    ],
  },
  promises: {
    call: 'promises.importFile',
    one: 'promise',
    many: 'promises',
    fields: wordsFor(promiseFields),
    columns: columns({
      id: 'Number',
      customer: 'Customer',
      what: 'What',
      made: 'Promised on',
      told: 'Due',
      done: 'Done',
    }),
  },
}

export const encodingWords: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big endian)',
  'windows-1252': 'Western Europe (Windows-1252)',
  'windows-1250': 'Central Europe (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
}

export const delimiterWords: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
}

/** A cell of the preview as text. */
export function shown(row: object, { key, show }: Column, formats: Formats): string {
  const value: unknown = Reflect.get(row, key)
  if (show) return show(value, formats)
  if (typeof value === 'number') return formats.number(value)
  return typeof value === 'string' ? value : ''
}
