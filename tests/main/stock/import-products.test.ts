import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isGtin } from '../../../src/core/stock/gtin.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

const northwind = join(import.meta.dirname, '../../data/northwind/products.csv')
const grocery = join(import.meta.dirname, '../../data/grocery/products.csv')

function file(text: string): string {
  const path = join(temporaryFolder(), 'products.csv')
  writeFileSync(path, text)
  return path
}

test('Northwind: a preview writes nothing, the import brings 77, the next one none, undo takes all back', async () => {
  const t = await testShop()
  const expected = {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    header: [
      'id',
      'name',
      'supplier_id',
      'category',
      'quantity_per_unit',
      'unit_price',
      'in_stock',
      'reorder_level',
      'discontinued',
    ],
    examples: expect.any(Array) as unknown,
    mapping: {
      sourceId: 'id',
      name: 'name',
      category: 'category',
      unit: 'quantity_per_unit',
      price: 'unit_price',
      inStock: 'in_stock',
    },
    added: 77,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    errors: [],
    errorCount: 0,
  }
  const preview = await t.call('stock.importProducts', { path: northwind, commit: false })
  expect(preview).toEqual({ ...expected, sample: preview.sample })
  expect(preview.sample).toHaveLength(10)
  expect(preview.sample[0]).toEqual({
    line: 2,
    gtin: '',
    gtinValid: true,
    name: 'Chai',
    category: 'Beverages',
    shelf: '',
    supplier: '',
    unit: '10 boxes x 20 bags',
    priceMinor: 1800,
    inStock: 39,
  })
  expect((await t.call('stock.products', {})).total).toBe(0)

  const { act } = await t.answer('stock.importProducts', { path: northwind, commit: true })
  expect(act?.says).toBe('77 products imported')
  expect(await t.call('stock.products', { text: 'tourtiere' })).toEqual({
    total: 1,
    rows: [
      {
        id: 54,
        name: 'Tourtière',
        gtin: '',
        gtinValid: true,
        category: 'Meat/Poultry',
        shelf: '',
        supplier: '',
        unit: '16 pies',
        priceMinor: 745,
        leadDays: 0,
        inStock: 21,
      },
    ],
  })
  const again = await t.call('stock.importProducts', { path: northwind, commit: true })
  expect(again).toEqual({ ...expected, added: 0, unchanged: 77, sample: again.sample })
  const stock = await t.shop.reader
    .selectFrom('batches')
    .select((eb) => [eb.fn.countAll().as('batches'), eb.fn.sum('remaining').as('units')])
    .executeTakeFirst()
  expect(stock).toEqual({ batches: 72, units: 3119 })

  await t.call('shop.undo', { actId: act!.id })
  expect(await t.call('stock.products', { text: 'tourtiere' })).toEqual({ total: 0, rows: [] })
  expect(await t.shop.reader.selectFrom('batches').selectAll().execute()).toEqual([])
})

test('grocery: 3,150 real codes come in, those with a wrong check digit are kept, marked and told', async () => {
  const t = await testShop()
  const report = await t.call('stock.importProducts', { path: grocery, commit: true })
  expect({ ...report, sample: [], errors: [], examples: report.examples[0] }).toEqual({
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    header: ['gtin', 'name'],
    examples: ['3286110000209', '3287121175542', '3287121139001'],
    mapping: { gtin: 'gtin', name: 'name' },
    added: 3150,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    errorCount: 21,
    errors: [],
    sample: [],
  })
  const lines = readFileSync(grocery, 'utf8').split('\n')
  for (const { line, message } of report.errors) {
    const code = lines[line - 1]!.split(',')[0]!
    expect(isGtin(code)).toBe(false)
    expect(message).toMatch(new RegExp(`^${code} is not a GTIN: .* It was kept and marked\\.$`))
  }
  const marked = await t.shop.reader
    .selectFrom('products')
    .select('gtin')
    .where('gtinValid', '=', 0)
    .execute()
  expect(marked).toHaveLength(21)
  expect(new Set(marked.map(({ gtin }) => gtin))).toEqual(
    new Set(report.errors.map(({ line }) => lines[line - 1]!.split(',')[0])),
  )
  const again = await t.call('stock.importProducts', { path: grocery, commit: true })
  expect([again.added, again.updated, again.unchanged, again.errorCount]).toEqual([0, 0, 3150, 21])
  expect((await t.call('stock.products', { text: '3286110000209' })).rows.map(({ name }) => name)).toEqual([
    'Mirabos',
  ])
})

test('German headers and prices, odd cells: what can be read is kept, the rest is told by line', async () => {
  const t = await testShop()
  const path = file(
    [
      'EAN;Bezeichnung;Warengruppe;Lieferant;VK;Bestand',
      '4006381333931;Käse "alt";Molkerei;Hof Bär;"1.234,50";12,5',
      '4006381333930;Milch;Molkerei;Hof Bär;€ 2,10;-3',
      ';;;;1,00;',
      '96385074;;;;gratis;',
      '0096385074;Doppelt;;;;',
    ].join('\n'),
  )
  const report = await t.call('stock.importProducts', { path, commit: true })
  expect(report).toEqual({
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    header: ['EAN', 'Bezeichnung', 'Warengruppe', 'Lieferant', 'VK', 'Bestand'],
    examples: expect.any(Array) as unknown,
    mapping: {
      gtin: 'EAN',
      name: 'Bezeichnung',
      category: 'Warengruppe',
      supplier: 'Lieferant',
      price: 'VK',
      inStock: 'Bestand',
    },
    added: 3,
    updated: 0,
    unchanged: 0,
    skipped: 2,
    errorCount: 6,
    errors: [
      {
        line: 3,
        message: '4006381333930 is not a GTIN: its last digit should be 1. It was kept and marked.',
      },
      { line: 3, message: '“-3” is below zero. The product was kept without a quantity in stock.' },
      { line: 4, message: 'This line has neither a name nor a code and was left out.' },
      { line: 5, message: 'This product has no name; it was kept under its code.' },
      { line: 5, message: '“gratis” is not a price. The product was kept without a price.' },
      {
        line: 6,
        message: 'This is the same product as on line 5, which was kept; this line was left out.',
      },
    ],
    sample: report.sample,
  })
})

test('a file changes only what it says: no quantity, no empty cell, a renamed product is told', async () => {
  const t = await testShop()
  await t.call('stock.importProducts', {
    path: file('id,name,category,price,in stock\n1,Chai,Tea,18,39\n'),
    commit: true,
  })
  const report = await t.call('stock.importProducts', {
    path: file('id,name,category,price,in stock\n1,Chai royal,,19.5,500\n'),
    commit: true,
  })
  expect([report.added, report.updated, report.errors]).toEqual([
    0,
    1,
    [{ line: 2, message: '“Chai” is renamed “Chai royal”.' }],
  ])
  expect((await t.call('stock.products', { text: 'royal' })).rows).toEqual([
    {
      id: 1,
      name: 'Chai royal',
      gtin: '',
      gtinValid: true,
      category: 'Tea',
      shelf: '',
      supplier: '',
      unit: '',
      priceMinor: 1950,
      leadDays: 0,
      inStock: 39,
    },
  ])
})

test('two files may use the same numbers for different coded products', async () => {
  const t = await testShop()
  await t.call('stock.importProducts', { path: file('id,ean,name\n1,4006381333931,Pens\n'), commit: true })
  const report = await t.call('stock.importProducts', {
    path: file('id,ean,name\n1,96385074,Gum\n'),
    commit: true,
  })
  expect([report.added, report.updated]).toEqual([1, 0])
})

test('a product made by hand gets its code from the file instead of a twin', async () => {
  const t = await testShop()
  await t.call('stock.saveProduct', { name: 'Stabilo Pens' })
  const path = file('ean,name\n4006381333931,STABILO pens\n96385074,Gum\n')
  const report = await t.call('stock.importProducts', { path, commit: true })
  expect([report.added, report.updated]).toEqual([1, 1])
  expect((await t.call('stock.products', { text: '4006381333931' })).rows.map(({ id }) => id)).toEqual([1])
})

test('a file without a known column can be looked at, and is imported once a column is named', async () => {
  const t = await testShop()
  const path = file('a,b\nBread,2\n')
  expect((await t.call('stock.importProducts', { path, commit: false })).mapping).toEqual({})
  expect(await t.problem('stock.importProducts', { path, commit: true })).toEqual({
    code: 'no-columns',
    message:
      'No column of this file is known to hold product names or codes. Nothing was changed. Say which one does.',
    field: 'mapping',
  })
  expect(await t.problem('stock.importProducts', { path, commit: true, mapping: { name: 'c' } })).toEqual({
    code: 'no-such-column',
    message: 'The file has no column “c”. Nothing was changed.',
    field: 'mapping',
  })
  expect((await t.call('stock.importProducts', { path, commit: true, mapping: { name: 'a' } })).added).toBe(1)
})

test('a file that went away is a sentence', async () => {
  const t = await testShop()
  const path = join(t.folder, 'gone.csv')
  copyFileSync(northwind, `${path}.other`)
  expect((await t.problem('stock.importProducts', { path, commit: true })).code).toBe('no-file')
})
