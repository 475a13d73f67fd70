import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { productFields, readProductLine } from '../../../src/core/stock/product-file.ts'
import { productIndex } from '../../../src/core/stock/product-match.ts'
import { guessMapping } from '../../../src/core/table/mapping.ts'

const line = (cells: Partial<Record<string, string>>) => readProductLine((field) => cells[field] ?? '')

test('headers of several languages are known', () => {
  const guesses = [
    ['Artikelnummer', 'Bezeichnung', 'EAN', 'Warengruppe', 'Einheit', 'VK', 'Bestand', 'Regal', 'Lieferant'],
    ['SKU', 'Item name', 'Barcode', 'Category', 'Price', 'Quantity on hand', 'Vendor'],
    ['Nom', 'Code barres', 'Prix', 'Fournisseur'],
    ['supplier_id', 'product_name'],
  ].map((header) => guessMapping(header, productFields))
  expect(guesses).toEqual([
    {
      sourceId: 'Artikelnummer',
      name: 'Bezeichnung',
      gtin: 'EAN',
      category: 'Warengruppe',
      unit: 'Einheit',
      price: 'VK',
      inStock: 'Bestand',
      shelf: 'Regal',
      supplier: 'Lieferant',
    },
    {
      sourceId: 'SKU',
      name: 'Item name',
      gtin: 'Barcode',
      category: 'Category',
      price: 'Price',
      inStock: 'Quantity on hand',
      supplier: 'Vendor',
    },
    { name: 'Nom', gtin: 'Code barres', price: 'Prix', supplier: 'Fournisseur' },
    { name: 'product_name' },
  ])
})

test('a line is kept as far as it can be read, whatever its cells hold', () => {
  const fields = Object.fromEntries(productFields.map(({ name }) => [name, fc.string({ unit: 'grapheme' })]))
  fc.assert(
    fc.property(fc.record(fields), (cells) => {
      const { product, messages } = line(cells)
      for (const message of messages) expect(message).toMatch(/\.$/)
      if (!product) {
        expect(messages).toEqual(['This line has neither a name nor a code and was left out.'])
        return
      }
      expect(product.name).toBe(cells['name']!.trim())
      expect(product.gtin).toBe(cells['gtin']!.trim())
      if (product.priceMinor !== null) expect(Number.isSafeInteger(product.priceMinor)).toBe(true)
    }),
    { numRuns: process.env['WELLKEPT_DEEP'] ? 4000 : 200 },
  )
})

test('a cell too long for anybody is cut, and that is told', () => {
  expect(line({ name: 'x'.repeat(600) })).toEqual({
    product: {
      name: 'x'.repeat(500),
      gtin: '',
      gtinValid: true,
      sourceId: '',
      category: '',
      shelf: '',
      supplier: '',
      unit: '',
      priceMinor: null,
      leadDays: null,
      inStock: null,
    },
    messages: ['The name is longer than 500 characters and was cut.'],
  })
})

test('a line means the product of its code, else of its number, else the only one of its name', () => {
  const [pens, gum, tea, tea2] = [
    { name: 'Pens', gtin: '4006381333931', sourceId: '1' },
    { name: 'Gum', gtin: '', sourceId: '2' },
    { name: 'Tea', gtin: '', sourceId: '' },
    { name: 'Tea', gtin: '20407285', sourceId: '' },
  ] as const
  const index = productIndex([pens, gum, tea, tea2])
  const find = (name: string, gtin = '', sourceId = '') => index.find({ name, gtin, sourceId })
  expect(find('Anything', '04006381333931')).toBe(pens)
  expect(find('Chewing gum', '', '2')).toBe(gum)
  expect(find('gúm')).toBe(gum)
  expect(find('Gum', '96385074')).toBe(gum)
  expect(find('Ink', '96385074', '1')).toBe(undefined)
  expect(find('Pens', '96385074', '1')).toBe(pens)
  expect(find('Pens', '96385074')).toBe(undefined)
  expect(find('Gum', '', '7')).toBe(undefined)
  expect(find('Tea')).toBe(undefined)
})
