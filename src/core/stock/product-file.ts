import { guessMapping, headerKey, type ImportField, type Mapping } from '../import/mapping.ts'
import { noFormats, type Formats } from '../formats.ts'
import type { DecimalMark } from '../numbers.ts'
import { inThousandths, isInThousandths, parsePrice, parseQuantity, writtenQuantity } from '../price.ts'
import { cutTo, longestLine, wasCut } from '../text-length.ts'
import { longestOfProduct } from './text-lengths.ts'
import { codeProblem, namesOneProduct, notACode } from './gtin.ts'
import { productWords } from './product-words.ts'

const field = <const Name extends keyof typeof productWords>(
  name: Name,
  label?: string,
): ImportField<Name> => ({
  name,
  aliases: productWords[name].split(',').map((alias) => alias.trim()),
  ...(label !== undefined && { label }),
})

/**
 * What a product file can fill. A column of bare supplier numbers is not guessed as the supplier: a number without its
 * list says nothing to the owner.
 */
export const productFields = [
  field('gtin', 'Barcode'),
  field('name'),
  field('group', 'Handle'),
  field('variant'),
  field('variant2', 'Second variant'),
  field('variant3', 'Third variant'),
  { ...field('sourceId', 'Number'), isWhole: true },
  field('category'),
  field('shelf'),
  field('supplier'),
  field('unit'),
  field('price'),
  field('leadDays', 'Lead days'),
  field('inStock', 'In stock'),
] as const satisfies readonly ImportField[]

/** A header without the name of a shop: `Price [Shop]`, `Current Quantity Shop`, Vend's `inventory_shop`. */
function withoutPlace(text: string, header: readonly string[]): string {
  const vends = text.startsWith('inventory_') && header.includes(text.replace('inventory_', 'reorder_point_'))
  return vends ? 'inventory' : text.replace(/\s*\[[^\]]*\]$/, '').replace(/^(current quantity)\s.*$/i, '$1')
}

/** Columns that give a price or a stock per shop. */
function columnsOfPlaces(header: readonly string[]) {
  const ofPlaces = header.filter((text) => withoutPlace(text, header) !== text)
  const plain = (text: string) => headerKey(withoutPlace(text, header))
  return numberFields.map((field) => {
    const keys = new Set<string>(
      productFields.find(({ name }) => name === field)!.aliases.map((alias) => headerKey(alias)),
    )
    return { field, columns: ofPlaces.filter((text) => keys.has(plain(text))) }
  })
}

/**
 * Which column fills which field of a product. Price and stock of one shop are those of this one, of several none; a question
 * (`In stock?`) is no number. "Code" is the barcode where most of its cells are, else the number.
 */
export function guessProductMapping(
  header: readonly string[],
  cellsOf: (column: string) => readonly string[],
): Mapping {
  const asked = header.filter((text) => !text.trim().endsWith('?'))
  const guess: Record<string, string> = { ...guessMapping(asked, productFields) }
  for (const { field, columns } of columnsOfPlaces(header))
    if (columns.length === 1) guess[field] ??= columns[0]!
  const code = header.find((text) => ['code', 'codigo', 'codice'].includes(headerKey(text)))
  if (code === undefined) return guess
  const said = cellsOf(code).filter((cell) => cell.trim() !== '')
  const field = said.filter(namesOneProduct).length * 2 > said.length ? 'gtin' : 'sourceId'
  guess[field] ??= code
  return guess
}

/** What is not read because a file says it of several shops, in sentences. */
export const ofSeveralPlaces = (header: readonly string[], mapping: Mapping): readonly string[] =>
  columnsOfPlaces(header)
    .filter(({ field, columns }) => columns.length > 1 && mapping[field] === undefined)
    .map(
      ({ columns }) =>
        `${columns.map((text) => `“${text}”`).join(', ')} are of several shops; none was read. Choose the one of this shop.`,
    )

export type ProductField = (typeof productFields)[number]['name']

/** A line of a product file, read; '' or null where it says nothing. */
export interface ProductLine {
  readonly sourceId: string
  readonly gtin: string
  readonly gtinValid: boolean
  readonly name: string
  readonly category: string
  readonly shelf: string
  readonly supplier: string
  readonly unit: string
  readonly priceMills: number | null
  readonly leadDays: number | null
  readonly inStock: number | null
}

export interface ReadLine {
  /** Null when the line cannot be kept. */
  readonly product: ProductLine | null
  /** What was odd, and what was done about it, in full sentences. */
  readonly messages: readonly string[]
}

/** The fields that hold numbers with decimals. */
export const numberFields = ['price', 'inStock'] as const satisfies readonly ProductField[]

export type NumberField = (typeof numberFields)[number]

/** The decimal mark of each column of numbers, as far as it is known. */
export type Marks = Readonly<Partial<Record<NumberField, DecimalMark>>>

/**
 * Reads one line; `cell` gives a field's text, `marks` how its numbers are written. What cannot be read is left out and
 * told, the rest is kept. A code that many products share, or that says there is none, is no code.
 */
export function readProductLine(
  cell: (field: ProductField) => string,
  marks: Marks = {},
  formats = noFormats,
): ReadLine {
  const messages: string[] = []
  const text = (field: ProductField): string => {
    const value = cell(field).trim()
    const longest =
      field in longestOfProduct ? longestOfProduct[field as keyof typeof longestOfProduct] : longestLine
    if (value.length > longest) messages.push(wasCut(field === 'gtin' ? 'code' : field, longest))
    return cutTo(value, longest).trimEnd()
  }
  // A spreadsheet's program hands whole numbers on as fractions.
  const written = text('gtin').replace(/^(\d{8,14})[.,]0+$/, '$1')
  const noCode = notACode(written)
  const gtin = noCode ? '' : written
  const given = text('name')
  if (gtin === '' && given === '')
    return {
      product: null,
      messages: [`${noCode && `${noCode} `}This line has neither a name nor a code and was left out.`],
    }
  if (noCode) messages.push(`${noCode} The product was kept without one.`)
  if (given === '') messages.push('This product has no name; it was kept under its code.')
  const badCode = gtin === '' ? '' : codeProblem(gtin)
  if (badCode) messages.push(`${badCode} It was kept and marked.`)
  const product = {
    sourceId: text('sourceId'),
    gtin,
    gtinValid: badCode === '',
    name: given,
    category: text('category'),
    shelf: text('shelf'),
    supplier: text('supplier'),
    unit: text('unit'),
    priceMills: priceOf(text('price'), marks.price, formats, messages),
    leadDays: daysOf(text('leadDays'), messages),
    inStock: stockOf(text('inStock'), marks.inStock, formats, messages),
  }
  return { product, messages }
}

function priceOf(
  text: string,
  mark: DecimalMark | undefined,
  formats: Formats,
  messages: string[],
): number | null {
  const price = parsePrice(text, mark, formats.money)
  if ('problem' in price) messages.push(`${price.problem} No price was taken from this line.`)
  if ('mills' in price && price.rounded)
    messages.push(`The price “${text.trim()}” was rounded to ${formats.price(price.mills)}.`)
  return 'mills' in price ? price.mills : null
}

function stockOf(
  text: string,
  mark: DecimalMark | undefined,
  formats: Formats,
  messages: string[],
): number | null {
  const stock = parseQuantity(text, mark)
  if ('problem' in stock) messages.push(`${stock.problem} No quantity in stock was taken from this line.`)
  if (!('quantity' in stock)) return null
  const kept = inThousandths(stock.quantity)
  if (!isInThousandths(stock.quantity))
    messages.push(
      `The quantity “${text.trim()}” was rounded to ${writtenQuantity(kept, formats.money.mark)}, as thousandths are the finest.`,
    )
  return kept
}

function daysOf(text: string, messages: string[]): number | null {
  if (text === '') return null
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (days <= 3660) return days
  messages.push(`“${text}” is not a lead time in days; it was left out.`)
  return null
}
