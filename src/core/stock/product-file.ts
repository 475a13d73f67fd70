import type { ImportField } from '../table/mapping.ts'
import type { DecimalMark } from '../numbers.ts'
import { parsePrice, parseQuantity } from '../price.ts'
import { cutTo, longestLine, wasCut } from '../text-length.ts'
import { longestOfProduct } from './text-lengths.ts'
import { codeProblem, notACode } from './gtin.ts'

/**
 * What a product file can fill. A column of bare supplier numbers is not guessed as the supplier: a number without its
 * list says nothing to the owner.
 */
export const productFields = [
  {
    name: 'gtin',
    aliases: [
      'gtin',
      'ean',
      'barcode',
      'upc',
      'ean13',
      'ean code',
      'gtin13',
      'strichcode',
      'code barres',
      'codigo de barras',
      'isbn',
    ],
  },
  {
    name: 'name',
    aliases: [
      'name',
      'product name',
      'product',
      'article',
      'artikel',
      'artikelname',
      'bezeichnung',
      'artikelbezeichnung',
      'produkt',
      'produktname',
      'item name',
      'item',
      'title',
      'description',
      'nom',
      'produit',
      'nombre',
      'producto',
      'prodotto',
      'nome',
    ],
  },
  {
    name: 'sourceId',
    aliases: [
      'id',
      'product id',
      'sku',
      'article number',
      'artikelnummer',
      'artikelnr',
      'item number',
      'item no',
      'plu',
      'reference',
    ],
  },
  {
    name: 'category',
    aliases: [
      'category',
      'product category',
      'kategorie',
      'warengruppe',
      'department',
      'categorie',
      'categoria',
      'product group',
      'type',
    ],
  },
  {
    name: 'shelf',
    aliases: ['shelf', 'regal', 'location', 'lagerplatz', 'aisle', 'bin', 'rayon', 'estante'],
  },
  {
    name: 'supplier',
    aliases: [
      'supplier',
      'supplier name',
      'lieferant',
      'vendor',
      'brand',
      'brands',
      'manufacturer',
      'hersteller',
      'fournisseur',
      'proveedor',
      'fornitore',
      'marke',
    ],
  },
  {
    name: 'unit',
    aliases: [
      'unit',
      'einheit',
      'quantity per unit',
      'unit of measure',
      'uom',
      'pack size',
      'packung',
      'unite',
      'unidad',
    ],
  },
  {
    name: 'price',
    aliases: [
      'price',
      'unit price',
      'preis',
      'sale price',
      'retail price',
      'verkaufspreis',
      'vk',
      'einzelpreis',
      'prix',
      'precio',
      'prezzo',
    ],
  },
  {
    name: 'leadDays',
    aliases: ['lead days', 'vorlauf', 'vorlauftage', 'pull days'],
  },
  {
    name: 'inStock',
    aliases: [
      'in stock',
      'stock',
      'bestand',
      'units in stock',
      'quantity',
      'qty',
      'lagerbestand',
      'menge',
      'on hand',
      'quantity on hand',
      'existencias',
      'giacenza',
    ],
  },
] as const satisfies readonly ImportField[]

type FieldName = (typeof productFields)[number]['name']

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
  readonly priceMinor: number | null
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
export const numberFields = ['price', 'inStock'] as const satisfies readonly FieldName[]

export type NumberField = (typeof numberFields)[number]

/** The decimal mark of each column of numbers, as far as it is known. */
export type Marks = Readonly<Partial<Record<NumberField, DecimalMark>>>

/**
 * Reads one line; `cell` gives a field's text, `marks` how its numbers are written. What cannot be read is left out and
 * told, the rest is kept. A code that many products share, or that says there is none, is no code.
 */
export function readProductLine(cell: (field: FieldName) => string, marks: Marks = {}): ReadLine {
  const messages: string[] = []
  const text = (field: FieldName): string => {
    const value = cell(field).trim()
    const longest =
      field in longestOfProduct ? longestOfProduct[field as keyof typeof longestOfProduct] : longestLine
    if (value.length > longest) messages.push(wasCut(field === 'gtin' ? 'code' : field, longest))
    return cutTo(value, longest)
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
    priceMinor: priceOf(text('price'), marks.price, messages),
    leadDays: daysOf(text('leadDays'), messages),
    inStock: stockOf(text('inStock'), marks.inStock, messages),
  }
  return { product, messages }
}

function priceOf(text: string, mark: DecimalMark | undefined, messages: string[]): number | null {
  const price = parsePrice(text, mark)
  if ('problem' in price) messages.push(`${price.problem} The product was kept without a price.`)
  if ('minor' in price && price.rounded) {
    const kept = (price.minor / 100).toFixed(2).replace('.', mark ?? '.')
    messages.push(`The price “${text.trim()}” was rounded to ${kept}.`)
  }
  return 'minor' in price ? price.minor : null
}

function stockOf(text: string, mark: DecimalMark | undefined, messages: string[]): number | null {
  const stock = parseQuantity(text, mark)
  if ('problem' in stock) messages.push(`${stock.problem} The product was kept without a quantity in stock.`)
  return 'quantity' in stock ? stock.quantity : null
}

function daysOf(text: string, messages: string[]): number | null {
  if (text === '') return null
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (days <= 3660) return days
  messages.push(`“${text}” is not a lead time in days; it was left out.`)
  return null
}
