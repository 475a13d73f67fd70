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
    guess: {
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
    numbers: [],
    changes: [],
    changeCount: 0,
    stockStays: '',
    digest: expect.any(String) as string,
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
    priceMills: 18000,
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
        priceMills: 7450,
        leadDays: 0,
        inStock: 21,
        nextDate: '',
        lastDateKind: '',
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
    guess: { gtin: 'gtin', name: 'name' },
    added: 3150,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    errorCount: 21,
    errors: [],
    sample: [],
    numbers: [],
    changes: [],
    changeCount: 0,
    stockStays: '',
    digest: expect.any(String) as string,
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
    guess: {
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
      { line: 3, message: '“-3” is below zero. No quantity in stock was taken from this line.' },
      { line: 4, message: 'This line has neither a name nor a code and was left out.' },
      { line: 5, message: 'This product has no name; it was kept under its code.' },
      { line: 5, message: '“gratis” is not a price. No price was taken from this line.' },
      {
        line: 6,
        message: 'This is the same product as on line 5, which was kept; this line was left out.',
      },
    ],
    sample: report.sample,
    numbers: [],
    changes: [],
    changeCount: 0,
    stockStays: '',
    digest: expect.any(String) as string,
  })
})

test('a file changes only what it says: no quantity, no empty cell, a renamed product is told', async () => {
  const t = await testShop()
  await t.call('stock.importProducts', {
    path: file('ean,id,name,category,price,in stock\n96385074,1,Chai,Tea,18,39\n'),
    commit: true,
  })
  const report = await t.call('stock.importProducts', {
    path: file('ean,id,name,category,price,in stock\n96385074,1,Chai royal,,19.5,500\n'),
    commit: true,
  })
  expect([report.added, report.updated, report.errors]).toEqual([
    0,
    1,
    [{ line: 2, message: '“Chai” is renamed “Chai royal”.' }],
  ])
  expect(report.changes).toEqual([
    { line: 2, name: 'Chai royal', field: 'name', before: 'Chai', after: 'Chai royal', kept: null },
    {
      line: 2,
      name: 'Chai royal',
      field: 'price',
      before: '18,00\u00a0€',
      after: '19,50\u00a0€',
      kept: null,
    },
  ])
  expect((await t.call('stock.products', { text: 'royal' })).rows).toEqual([
    {
      id: 1,
      name: 'Chai royal',
      gtin: '96385074',
      gtinValid: true,
      category: 'Tea',
      shelf: '',
      supplier: '',
      unit: '',
      priceMills: 19500,
      leadDays: 0,
      inStock: 39,
      nextDate: '',
      lastDateKind: '',
    },
  ])
})

test('the preview shows of products on file what will be kept, and says that their stock is not taken over', async () => {
  const t = await testShop()
  await t.call('shop.change', { country: 'DE', zone: 'Europe/Berlin' })
  const known = 'Artikel;EAN;Preis;Bestand;Kategorie\nBrot;4006381333931;1,25;12,5;Backwaren\nÖl;;2,50;1;\n'
  await t.call('stock.importProducts', { path: file(known), commit: true })
  await t.call('stock.saveProduct', { productId: 1, category: 'Frisch' })
  const path = file(
    'Artikel;EAN;Preis;Bestand;Kategorie\nBrot;4006381333931;1,35;40;Regal\nÖl;;2,60;7;\nSalz;;0,80;3;\n',
  )
  for (const commit of [false, true, false]) {
    const { sample, stockStays } = await t.call('stock.importProducts', { path, commit })
    const shown = sample.map(({ name, gtin, category, priceMills, inStock }) => [
      name,
      gtin,
      category,
      priceMills,
      inStock,
    ])
    expect(shown).toEqual([
      ['Brot', '4006381333931', 'Frisch', 1350, 12.5],
      ['Öl', '', '', 2600, 1],
      ['Salz', '', '', 800, 3],
    ])
    expect(stockStays).toBe(
      'The file has another stock of 2 products that are on file, such as “Brot”: 40 instead of 12,5. It is not taken over; a file brings stock only of new products.',
    )
  }
  const { rows } = await t.call('stock.products', {})
  expect(rows.map(({ name, inStock }) => [name, inStock])).toEqual([
    ['Brot', 12.5],
    ['Öl', 1],
    ['Salz', 3],
  ])
  const one = await t.call('stock.importProducts', {
    path: file('Artikel;Bestand\nÖl;7\nSalz;3\n'),
    commit: false,
  })
  expect(one.stockStays).toBe(
    'The file has another stock of “Öl”: 7 instead of 1. It is not taken over; a file brings stock only of new products.',
  )
  const none = await t.call('stock.importProducts', { path: file('Artikel\nÖl\n'), commit: false })
  expect([none.sample[0]!.inStock, none.sample[0]!.priceMills, none.stockStays]).toEqual([1, 2600, ''])
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
    code: 'no-column',
    message: 'The file has no column “c”. Nothing was changed.',
    field: 'mapping',
  })
  expect((await t.call('stock.importProducts', { path, commit: true, mapping: { name: 'a' } })).added).toBe(1)
})

test('codes that are none make no product another: seven come in of seven, each told', async () => {
  const t = await testShop()
  const codes = ['"4,00638E+12"', '"4,00638E+12"', 'n/a', 'n/a', '0', '000000', '-']
  const names = ['Chai', 'Milk', 'Bread', 'Butter', 'Salt', 'Flour', 'Eggs']
  const path = file(`ean,name\n${codes.map((code, i) => `${code},${names[i]}`).join('\n')}\n`)
  const report = await t.call('stock.importProducts', { path, commit: true })
  expect([report.added, report.skipped, report.errorCount]).toEqual([7, 0, 7])
  expect(report.errors[0]!.message).toBe(
    '“4,00638E+12” is a code that a spreadsheet has cut short. The product was kept without one.',
  )
  expect(report.errors[3]!.message).toBe('“n/a” is no code. The product was kept without one.')
  const { rows } = await t.call('stock.products', {})
  expect(rows.map(({ name, gtin }) => name + gtin).toSorted()).toEqual(names.toSorted())
  const again = await t.call('stock.importProducts', { path, commit: true })
  expect([again.added, again.unchanged]).toEqual([0, 7])
  expect((await t.problem('stock.saveProduct', { name: 'Tea', gtin: 'n/a' })).message).toBe(
    '“n/a” is no code. Nothing was changed. Leave the code empty where there is none.',
  )
})

test('another program’s number is no identity: a second list makes Chai no hammer, both are kept and told', async () => {
  const t = await testShop()
  await t.call('stock.importProducts', { path: file('id,name\n1,Chai\n2,Tea\n'), commit: true })
  const path = file('id,name,ean\n1,Hammer,\n2,Saw,12345\n3,Nails,12345\n2,Tea,\n')
  const report = await t.call('stock.importProducts', { path, commit: true })
  expect([report.added, report.updated, report.unchanged, report.skipped]).toEqual([3, 0, 1, 0])
  expect(report.errors.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: Number 1 is “Chai” on file; “Hammer” has another name and was kept as a product of its own.',
    '3: 12345 is not a GTIN: it has 5 digits, and a GTIN has 8, 12, 13 or 14. It was kept and marked.',
    '4: 12345 is not a GTIN: it has 5 digits, and a GTIN has 8, 12, 13 or 14. It was kept and marked.',
    '4: 12345 is the code of “Saw” already; “Nails” was kept without a code.',
  ])
  const again = await t.call('stock.importProducts', { path, commit: true })
  expect([again.added, again.updated, again.unchanged]).toEqual([0, 0, 4])
})

test('one GTIN under two names in one file is one product, and the line left out says whose it is', async () => {
  const t = await testShop()
  const path = file('ean,name\n4006381333931,Pens\n4006381333931,Pencils\n')
  const report = await t.call('stock.importProducts', { path, commit: true })
  expect([report.added, report.skipped, report.errors]).toEqual([
    1,
    1,
    [
      {
        line: 2,
        message:
          '“Pens” has the code of “Pencils” on line 3, and a code is one product; this line was left out.',
      },
    ],
  ])
})

test('a file never takes back what the owner corrected, and says what it would have changed', async () => {
  const t = await testShop()
  const first = file('ean,name,shelf,category,lead days\n96385074,Chai,A1,Tea,3\n')
  await t.call('stock.importProducts', { path: first, commit: true })
  await t.call('stock.saveProduct', {
    productId: 1,
    name: 'Chai tea',
    shelf: 'Cold 2',
    category: '',
    leadDays: 0,
  })
  const again = await t.call('stock.importProducts', { path: first, commit: true })
  expect([again.added, again.updated, again.unchanged, again.errors.map(({ message }) => message)]).toEqual([
    0,
    0,
    1,
    [
      'Kept as you have it: name “Chai tea” (the file says “Chai”), category left empty (the file says “Tea”), shelf “Cold 2” (the file says “A1”), lead days “0” (the file says “3”).',
    ],
  ])
  expect(again.changes.map(({ kept }) => kept)).toEqual(['owner', 'owner', 'owner', 'owner'])
  const newer = file('ean,name,shelf,supplier\n96385074,Chai,B7,Tea House\n')
  expect((await t.call('stock.importProducts', { path: newer, commit: true })).updated).toBe(1)
  expect((await t.call('stock.products', {})).rows).toMatchObject([
    { name: 'Chai tea', shelf: 'Cold 2', category: '', leadDays: 0, supplier: 'Tea House' },
  ])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect((await t.call('stock.importProducts', { path: newer, commit: false })).changes).toMatchObject([
    { field: 'shelf', before: 'A1', after: 'B7', kept: null },
    { field: 'supplier', before: '', after: 'Tea House', kept: null },
  ])
})

test('a column whose numbers can be read in two ways is asked before anything is kept', async () => {
  const t = await testShop()
  const path = file('name;VK;Bestand\nSaw;1.299;0.250\nDrill;12;12.500\nNails;;103.125\n')
  const preview = await t.call('stock.importProducts', { path, commit: false })
  expect(preview.mapping).toEqual({ name: 'name', price: 'VK', inStock: 'Bestand' })
  expect(preview.numbers).toEqual([
    {
      field: 'price',
      column: 'VK',
      line: 2,
      text: '1.299',
      readings: { '.': 1300, ',': 1_299_000 },
      proposed: '.',
      answer: null,
    },
  ])
  expect(preview.sample.map(({ inStock }) => inStock)).toEqual([0.25, 12.5, 103.125])
  expect(await t.problem('stock.importProducts', { path, commit: true })).toEqual({
    code: 'open-number',
    message:
      'In the column “VK”, 1.299 can be read in two ways. Nothing was changed. Say which one is meant.',
    field: 'numbers.price',
  })
  expect((await t.call('stock.products', {})).total).toBe(0)
  const done = await t.call('stock.importProducts', { path, commit: true, numbers: { price: ',' } })
  expect([done.added, done.numbers[0]?.answer]).toEqual([3, ','])
  expect((await t.call('stock.products', { text: 'saw' })).rows[0]).toMatchObject({
    priceMills: 1_299_000,
    inStock: 0.25,
  })
})

test('where no column shows a mark, the country’s is proposed', async () => {
  const t = await testShop()
  const path = file('name;price;stock\nSaw;1.299;12,500\n')
  const proposed = async () =>
    (await t.call('stock.importProducts', { path, commit: false })).numbers.map((number) => number.proposed)
  expect(await proposed()).toEqual([',', ','])
  await t.call('shop.change', { country: 'US', zone: 'America/New_York' })
  expect(await proposed()).toEqual(['.', '.'])
})

test('an id of products that were taken back is not given to those of the next file', async () => {
  const t = await testShop()
  await t.call('stock.importProducts', { path: file('name,stock\nSaw,2\nDrill,3\n'), commit: true })
  await t.call('shop.undo', {})
  await t.call('stock.importProducts', { path: file('name,stock\nMilk,4\nBread,0\nEggs,6\n'), commit: true })
  const { rows } = await t.call('stock.products', {})
  expect(rows.map(({ id, name, inStock }) => [id, name, inStock])).toEqual([
    [4, 'Bread', 0],
    [5, 'Eggs', 6],
    [3, 'Milk', 4],
  ])
})

test('a file that went away is a sentence', async () => {
  const t = await testShop()
  const path = join(t.folder, 'gone.csv')
  copyFileSync(northwind, `${path}.other`)
  expect((await t.problem('stock.importProducts', { path, commit: true })).code).toBe('no-file')
})

test('of two hams whose price alone changes past each other, the stock says which is which', async () => {
  const t = await testShop()
  const take = (...lines: readonly string[]) =>
    t.call('stock.importProducts', { path: file(['Name,Price,In stock', ...lines].join('\n')), commit: true })
  const hams = async () =>
    (await t.call('stock.products', {})).rows.map(({ priceMills, inStock }) => [inStock, priceMills])
  await take('Ham,1.00,5', 'Ham,2.00,6.5')
  expect(await take('Ham,3.50,6.5', 'Ham,2.50,5')).toMatchObject({ updated: 2, errorCount: 0 })
  expect(await hams()).toEqual(
    expect.arrayContaining([
      [5, 2500],
      [6.5, 3500],
    ]),
  )
  expect(await take('Ham,2.50,6.5', 'Ham,4.00,5')).toMatchObject({ updated: 0, skipped: 1, errorCount: 1 })
})
