import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { checkDigit } from '../../../src/core/stock/gtin.ts'
import { productPlan, type ProductOnFile } from '../../../src/core/stock/import-plan.ts'
import { readProductLine } from '../../../src/core/stock/product-file.ts'
import { productMemory } from '../../../src/core/stock/product-memory.ts'
import { runs } from '../../support/runs.ts'

const gtinOf = (n: number) => {
  const digits = String(200_000_000_000 + n)
  return `${digits}${checkDigit(digits)}`
}

/** What a file says of product `n`; some products have codes, some numbers, some only a name. */
type Said = Readonly<Record<'shelf' | 'category' | 'unit' | 'leadDays', string>>
const lineOf = (n: number, said: Said): Readonly<Record<string, string>> => ({
  name: `Product ${n}`,
  gtin: n % 3 === 0 ? gtinOf(n) : '',
  sourceId: n % 3 === 1 ? String(n) : '',
  ...said,
})

type Cells = Readonly<Record<string, string>>

const read = (file: readonly Cells[]) =>
  file.map((cells, i) => ({ line: i + 2, read: readProductLine((field) => cells[field] ?? '', {}) }))

const products = 5
const owned = ['name', 'gtin', 'shelf', 'category', 'leadDays'] as const
const value = fc.constantFrom('', '1', '2', '3', '4')
const said = fc.record({ shelf: value, category: value, unit: value, leadDays: value })
const step = fc.oneof(
  fc.record({ file: fc.array(said, { minLength: products, maxLength: products }) }),
  fc.record({ again: fc.nat(4) }),
  fc.record({ edit: fc.nat(products - 1), field: fc.constantFrom(...owned), to: value }),
)

/** A shop's products as they are kept between imports. */
function shop() {
  let rows: ProductOnFile[] = []
  return {
    rows: () => rows,
    take(lines: readonly Readonly<Record<string, string>>[]) {
      const plan = productPlan(rows, read(lines))
      const told = lines.flatMap((_, i) => plan.take(i).messages)
      const changed = new Map(plan.changed().map((product) => [product.id, product]))
      rows = rows.map((row) => changed.get(row.id) ?? row)
      for (const { product, inStock } of plan.added) rows.push({ ...product, id: rows.length + 1, inStock })
      return told
    },
    edit(id: number, change: Partial<ProductOnFile>) {
      rows = rows.map((row) =>
        row.id === id
          ? { ...row, ...change, memory: productMemory.afterEdit(row.memory, row, { ...row, ...change }) }
          : row,
      )
    },
  }
}

test('whatever is imported, edited and imported again: no change of the owner is lost, and no twin is made', () => {
  let [edits, imports] = [0, 0]
  fc.assert(
    fc.property(
      fc.array(said, { minLength: products, maxLength: products }),
      fc.array(step, { maxLength: 12 }),
      (first, steps) => {
        const files = [first]
        const here = shop()
        here.take(first.map((line, n) => lineOf(n, line)))
        const word = new Map<string, string | number>()
        for (const [i, one] of steps.entries()) {
          if ('edit' in one) {
            // A name or a code is another product's if two have it: the owner's are all different.
            const own = {
              name: `Own ${one.edit} ${i}`,
              gtin: one.to === '' ? '' : gtinOf(100 + one.edit + products * i),
            }
            const to =
              one.field === 'leadDays'
                ? Number(one.to)
                : one.field in own
                  ? own[one.field as 'name' | 'gtin']
                  : one.to
            const present = here.rows()[one.edit]![one.field]
            here.edit(one.edit + 1, { [one.field]: to })
            if (present !== to) word.set(`${one.edit} ${one.field}`, to)
            edits++
          } else {
            if ('file' in one) files.push(one.file)
            const file = 'file' in one ? one.file : files[one.again % files.length]!
            here.take(file.map((line, n) => lineOf(n, line)))
            imports++
          }
          expect(here.rows()).toHaveLength(products)
          for (const [key, to] of word) {
            const [n, field] = key.split(' ') as [string, (typeof owned)[number]]
            expect([key, here.rows()[Number(n)]![field]]).toEqual([key, to])
          }
        }
      },
    ),
    runs(100),
  )
  expect(Math.min(edits, imports)).toBeGreaterThan(50)
})

test('what nobody changed follows the newest file, and each line of a file becomes one product or is told', () => {
  const code = fc.constantFrom('', 'n/a', '0', '4,00638E+12', '12345', 'AB-1', gtinOf(1), gtinOf(2))
  const line = fc.record({
    name: fc.constantFrom('Chai', 'Hammer', 'Milk', 'chai', ''),
    gtin: code,
    sourceId: fc.constantFrom('', '1', '2'),
    shelf: value,
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (one, two) => {
      const here = shop()
      for (const file of [one, two]) {
        const plan = productPlan(here.rows(), read(file))
        for (const i of file.keys()) {
          const { outcome, messages } = plan.take(i)
          if (outcome === 'skipped') expect(messages).toHaveLength(1)
        }
        const before = here.rows()
        here.take(file)
        const codes = here.rows().flatMap(({ gtin }) => (gtin === '' ? [] : [gtin]))
        expect(new Set(codes).size).toBe(codes.length)
        // Another name under the same GTIN is a rename; under anything less it is another product.
        for (const row of before) {
          const after = here.rows()[row.id - 1]!
          if (after.name.toLowerCase() !== row.name.toLowerCase() && row.name !== row.gtin)
            expect([gtinOf(1), gtinOf(2)]).toContain(after.gtin)
        }
      }
    }),
    runs(300),
  )
})

test('of one name without codes, lines that contradict are several products, and the same file adds none again', () => {
  const shirt = { name: 'Shirt', gtin: '', sourceId: '', price: '' }
  const files = [
    [
      { ...shirt, category: 'A', price: '5.00' },
      { ...shirt, category: 'B', price: '6.00' },
    ],
    [
      { ...shirt, sourceId: 'A1', price: '5.00' },
      { ...shirt, sourceId: 'A2', price: '6.00' },
      { ...shirt, price: '7.00' },
    ],
  ]
  for (const file of files) {
    const here = shop()
    for (let i = 0; i < 3; i++) {
      here.take(file)
      expect(here.rows().map(({ priceMills }) => priceMills)).toEqual(
        file.map(({ price }) => Number(price) * 1000),
      )
    }
    // New prices go to the same products.
    here.take(file.map((line) => ({ ...line, price: `${Number(line.price) + 10}.00` })))
    expect(here.rows().map(({ priceMills }) => priceMills)).toEqual(
      file.map(({ price }) => Number(price) * 1000 + 10_000),
    )
    const twice = file.flatMap((line) => [line, line])
    here.take(twice)
    expect(here.rows()).toHaveLength(file.length)
  }
})

test('whatever products a file knows by name alone, taking it once more adds none', () => {
  const line = fc.record({
    name: fc.constantFrom('Shirt', 'Hat'),
    category: fc.constantFrom('', 'A', 'B'),
    price: fc.constantFrom('', '5.00', '6.00'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (file) => {
      const here = shop()
      here.take(file)
      const count = here.rows().length
      here.take(file)
      expect(here.rows()).toHaveLength(count)
    }),
    runs(300),
  )
})

test('whatever lines with and without codes and numbers a file has of one name, taking it once more adds none', () => {
  const identity = fc.constantFrom<Cells>(
    {},
    {},
    { gtin: '12345' },
    { gtin: gtinOf(1) },
    { sourceId: '2' },
    { gtin: 'AB-1', sourceId: '1' },
    { gtin: gtinOf(2), sourceId: '3' },
  )
  const details = fc.record({
    name: fc.constantFrom('Shirt', 'Hat'),
    category: fc.constantFrom('', 'A', 'B'),
    price: fc.constantFrom('', '5.00', '6.00'),
  })
  const line = fc.tuple(details, identity).map(([said, own]): Cells => ({ ...said, ...own }))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (file) => {
      const here = shop()
      here.take(file)
      const count = here.rows().length
      for (let again = 0; again < 2; again++) {
        here.take(file)
        expect(here.rows()).toHaveLength(count)
      }
    }),
    runs(2000),
  )
})

test('a bare line is the coded product it contradicts in nothing, gives way to one it contradicts, and gets its code', () => {
  const here = shop()
  const said = () => here.rows().map(({ gtin, priceMills }) => [gtin, priceMills])
  const shirts: readonly Cells[] = [
    { name: 'Shirt', gtin: gtinOf(1), price: '5.00' },
    { name: 'Shirt' },
    { name: 'Shirt', gtin: gtinOf(2), price: '6.00' },
    { name: 'Shirt', price: '7.00' },
    { name: 'Hat', price: '8.00' },
    { name: 'Hat', gtin: gtinOf(3) },
    { name: 'Hat', gtin: gtinOf(4), price: '9.00' },
  ]
  for (let i = 0; i < 2; i++) {
    const told = here.take(shirts)
    expect(told[0]).toBe('This is the same product as on line 2, which was kept; this line was left out.')
    expect(said()).toEqual([
      [gtinOf(1), 5000],
      [gtinOf(2), 6000],
      ['', 7000],
      [gtinOf(3), 8000],
      [gtinOf(4), 9000],
    ])
  }
})

test('a code that came as a fraction is the code', () => {
  const here = shop()
  here.take([{ name: 'Milk', gtin: '4006381333931.0' }])
  expect(here.rows()[0]).toMatchObject({ gtin: '4006381333931' })
})

const hams: readonly Cells[] = [
  { name: 'Ham', category: 'Sliced', price: '1.50', inStock: '3' },
  { name: 'Ham', gtin: gtinOf(1), category: 'Whole', price: '9.90', inStock: '7' },
  { name: 'Ham', gtin: gtinOf(2), category: 'Smoked', price: '12.00', inStock: '2' },
]

test('products of one name with codes of their own are each one, with what is in stock of them, in any order', () => {
  for (const order of [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
  ]) {
    const here = shop()
    expect(here.take(order.map((i) => hams[i]!))).toEqual([])
    expect(Object.fromEntries(here.rows().map(({ category, gtin }) => [category, gtin]))).toEqual({
      Sliced: '',
      Whole: gtinOf(1),
      Smoked: gtinOf(2),
    })
    expect(here.rows()).toHaveLength(3)
    const before = here.rows()
    here.take(hams)
    expect(here.rows()).toEqual(before)
  }
})

test('an own product gets a code from a file only where it can be no other’s', () => {
  const own = { name: 'Ham', category: '' }
  const here = shop()
  here.take([own])
  here.take(hams.slice(1))
  expect(here.rows().map(({ gtin }) => gtin)).toEqual(['', gtinOf(1), gtinOf(2)])
  const other = shop()
  other.take([{ ...own, category: 'Sliced' }])
  other.take([hams[1]!])
  expect(other.rows().map(({ gtin }) => gtin)).toEqual([gtinOf(1)])
})

const teas = (...prices: readonly string[]): readonly Cells[] =>
  ['A', 'B', 'C'].slice(0, prices.length).map((category, i) => ({ name: 'Tea', category, price: prices[i]! }))

test.each<readonly [string, Partial<ProductOnFile>]>([
  ['nothing', {}],
  ['the category', { category: 'Own' }],
  ['the supplier', { supplier: 'Own' }],
  ['the code', { gtin: gtinOf(9) }],
  ['the name', { name: 'Green tea' }],
])('after the owner changed %s, next month’s prices reach the same products', (_, change) => {
  const here = shop()
  here.take(teas('1.00', '2.00'))
  here.edit(1, change)
  here.take(teas('1.10', '2.20', '3.00'))
  expect(here.rows().map(({ priceMills }) => priceMills)).toEqual([1100, 2200, 3000])
  expect(here.rows()[0]).toMatchObject(change)
})

test('a shop that calls its categories otherwise has the same products', () => {
  const here = shop()
  here.take(teas('1.50', '9.90'))
  here.take(teas('1.50', '9.90').map((line) => ({ ...line, category: 'Drinks' })))
  expect(here.rows().map(({ category, priceMills }) => [category, priceMills])).toEqual([
    ['Drinks', 1500],
    ['Drinks', 9900],
  ])
})

test('a line without code that could be several coded ones is none of them, unless it says nothing of its own', () => {
  const coded = [1, 2].map((n) => ({ name: 'Ham', gtin: gtinOf(n), price: '9.00' }))
  const here = shop()
  const file: readonly Cells[] = [
    ...coded,
    { name: 'Ham', category: 'Sliced', inStock: '3' },
    { name: 'Ham', price: '9.00' },
  ]
  for (let again = 0; again < 2; again++) {
    here.take(file)
    expect(here.rows().map(({ gtin, category }) => [gtin, category])).toEqual([
      [gtinOf(1), ''],
      [gtinOf(2), ''],
      ['', 'Sliced'],
    ])
  }
})

test('a name that a later line brings is the product’s, not its code', () => {
  const here = shop()
  here.take([{ gtin: gtinOf(1) }, { name: 'Bread', gtin: gtinOf(1) }])
  expect(here.rows().map(({ name }) => name)).toEqual(['Bread'])
})

test('whatever the order of a file’s lines, each code is one product, and the same lines in another order change nothing', () => {
  const line = fc.record({
    name: fc.constantFrom('Shirt', 'Hat'),
    gtin: fc.constantFrom('', '', gtinOf(1), gtinOf(2), gtinOf(3), '12345'),
    sourceId: fc.constantFrom('', '', '1', '2'),
    category: fc.constantFrom('', 'A', 'B'),
    price: fc.constantFrom('', '5.00', '6.00'),
  })
  fc.assert(
    fc.property(
      fc
        .array(line, { maxLength: 7 })
        .chain((file) => fc.tuple(fc.constant(file), fc.shuffledSubarray(file, { minLength: file.length }))),
      ([file, shuffled]) => {
        const here = shop()
        here.take(file)
        const before = here.rows()
        const codes = new Set(file.map(({ gtin }) => gtin).filter((code) => code.length > 8))
        expect(before.filter(({ gtin }) => gtin.length > 8)).toHaveLength(codes.size)
        here.take(shuffled)
        expect(here.rows()).toEqual(before)
      },
    ),
    runs(2000),
  )
})

const pricesOf = (rows: readonly ProductOnFile[]) => rows.map(({ priceMills }) => (priceMills ?? 0) / 1000)

test.each<readonly [readonly string[], readonly string[], readonly number[]]>([
  [['1.00', '2.00'], ['2.20'], [1, 2]],
  [['2.00', '1.00'], ['2.20'], [2, 1]],
  [
    ['1.00', '2.00'],
    ['1.00', '2.20'],
    [1, 2.2],
  ],
  [
    ['1.00', '2.00'],
    ['3.00', '2.00'],
    [3, 2],
  ],
  [
    ['1.00', '2.00'],
    ['3.00', '4.00'],
    [1, 2],
  ],
  [
    ['2.00', '1.00'],
    ['2.20', '1.10'],
    [2.2, 1.1],
  ],
  [
    ['1.00', '2.00', '3.00'],
    ['2.20', '1.00'],
    [1, 2, 3],
  ],
  [['1.00'], ['3.00', '2.00'], [1, 3, 2]],
  [
    ['1.00', '2.00'],
    ['1.00', '2.20', '3.00'],
    [1, 2, 2.2, 3],
  ],
])('of one name, prices %j and then %j go to nobody else: %j', (before, after, result) => {
  const here = shop()
  const ham = (price: string): Cells => ({ name: 'Ham', category: 'Meat', price })
  here.take(before.map(ham))
  const told = here.take(after.map(ham))
  expect(pricesOf(here.rows())).toEqual(result)
  // Who is left out is told.
  const isAll = after.every((price) => pricesOf(here.rows()).includes(Number(price)))
  if (!isAll) expect(told.join()).toContain('nothing tells which of them this is; the line was left out.')
  here.take(after.map(ham))
  expect(pricesOf(here.rows())).toEqual(result)
})

test.each<readonly [string, string, string]>([
  ['1.00,5 2.00,6 3.00,7', '2.50,5 2.00,6 3.00,7', '2.50,5 2.00,6 3.00,7'],
  ['1.00,5 2.00,6', '2.50,5 2.00,6', '2.50,5 2.00,6'],
  ['1.00,5 2.00,6', '1.00,5 0.50,6', '1.00,5 0.50,6'],
  ['1.00,5 2.00,6', '2.00,6 9.00,1', '9.00,5 2.00,6'],
  ['1.00,5 1.00,6', '1.10,5 1.00,6', '1.10,5 1.00,6'],
  ['1.00,5 2.00,6', '2.50,5 3.50,6', '2.50,5 3.50,6'],
  ['1.00,5 2.00,6', '2.20,4 1.10,9', '1.10,5 2.20,6'],
  ['1.00,5 2.00,6', '2.00,4 3.00,9', '3.00,5 2.00,6'],
  ['1.00,5 2.00,6', '2.20,6', '1.00,5 2.20,6'],
  // The price speaks for another one than the stock.
  ['1.00,5 2.00,6', '2.00,5 3.00,6', '1.00,5 2.00,6'],
  ['1.00,5 2.00,6', '1.10,6 2.20,4', '1.00,5 2.00,6'],
  ['1.00,5 2.00,6', '3.00,1 4.00,2', '1.00,5 2.00,6'],
])('of one name, price and stock tell which is which: %s, then %s, is %s', (before, after, result) => {
  const lines = (all: string): readonly Cells[] =>
    all.split(' ').map((one) => ({ name: 'Ham', price: one.split(',')[0]!, inStock: one.split(',')[1]! }))
  const forth = shop()
  const back = shop()
  for (const [here, turned] of [
    [forth, false],
    [back, true],
  ] as const) {
    here.take(lines(before))
    const told = here.take(turned ? lines(after).toReversed() : lines(after))
    const rows = here
      .rows()
      .map(({ priceMills, inStock }) => `${((priceMills ?? 0) / 1000).toFixed(2)},${inStock}`)
    expect(rows.join(' ')).toBe(result)
    if (before === result)
      expect(told.join()).toContain(
        '2 products on file are called “Ham” (1.00, 2.00), and nothing tells which of them this is; the line was left out.',
      )
    else expect(told).toEqual([])
  }
})

test('the first products as they would be kept are without the lines that are left out', () => {
  const here = shop()
  here.take(['1.00', '2.00'].map((price) => ({ name: 'Ham', price })))
  const lines: readonly Cells[] = [
    { name: 'Ham', price: '9.95' },
    { name: 'Tea', gtin: gtinOf(1) },
    { name: 'Tea', gtin: gtinOf(1), price: '3.00' },
    { name: 'Tea', gtin: gtinOf(1), price: '4.00' },
  ]
  const plan = productPlan(here.rows(), read(lines))
  const planned = lines.map((_, i) => plan.take(i))
  expect(planned.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped', 'added'])
  expect(planned.map(({ sample }) => sample?.priceMills)).toEqual([undefined, undefined, undefined, 4000])
})

test('what a line brings goes to none of several products it could be', () => {
  const here = shop()
  here.take(['1.00', '2.00'].map((price) => ({ name: 'Ham', price })))
  const before = here.rows()
  expect(here.take([{ name: 'Ham', shelf: 'A' }])).toEqual([
    '2 products on file are called “Ham” (1.00, 2.00), and nothing tells which of them this is; the line was left out.',
  ])
  expect(here.rows()).toEqual(before)
  expect(here.take([{ name: 'Ham' }])).toEqual([])
})

test('whatever prices of one name two files have, each in any order comes to the same', () => {
  const prices = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
  const lines = (all: readonly number[]): readonly Cells[] =>
    all.map((price) => ({ name: 'Ham', price: `${price}.00` }))
  const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
  fc.assert(
    fc.property(prices, prices, (one, two) => {
      const [here, there] = [shop(), shop()]
      here.take(lines(one))
      here.take(lines(two))
      there.take(lines(sorted(one)))
      there.take(lines(sorted(two)))
      expect(sorted(pricesOf(here.rows()))).toEqual(sorted(pricesOf(there.rows())))
      const count = here.rows().length
      here.take(lines(two))
      expect(here.rows()).toHaveLength(count)
    }),
    runs(500),
  )
})

test('whatever prices and stock of one name two files have, the second once more and in another order changes nothing', () => {
  const one = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }))
  const file = fc.uniqueArray(one, { maxLength: 4, selector: String })
  const lines = (all: readonly (readonly [number, number])[]): readonly Cells[] =>
    all.map(([price, inStock]) => ({ name: 'Ham', price: `${price}.00`, inStock: String(inStock) }))
  fc.assert(
    fc.property(file, file, (first, second) => {
      const here = shop()
      here.take(lines(first))
      here.take(lines(second))
      const after = here.rows()
      here.take(lines(second).toReversed())
      expect(here.rows()).toEqual(after)
    }),
    runs(1000),
  )
})

test('a product of a name that is on file is said to be another', () => {
  const here = shop()
  const list = (ham: string, bun: string): readonly Cells[] => [
    { name: 'Ham', sourceId: ham, category: 'Meat', price: '1.00' },
    { name: 'Bun', sourceId: bun, category: 'Bread', price: '2.00' },
  ]
  expect(here.take(list('7', '8'))).toEqual([])
  expect(here.take(list('70', '80'))).toEqual([
    'Another “Ham” (number 7) is on file; this one (number 70) was kept as a product of its own.',
    'Another “Bun” (number 8) is on file; this one (number 80) was kept as a product of its own.',
  ])
  expect(here.take(list('70', '80'))).toEqual([])
  const own = shop()
  own.take([{ name: 'Tea', category: 'A', price: '1.00' }])
  expect(
    own.take([
      { name: 'Tea', category: 'B', price: '2.00' },
      { name: 'Tea', category: 'A', price: '1.00' },
    ]),
  ).toEqual(['Another “Tea” (A, 1.00) is on file; this one (B, 2.00) was kept as a product of its own.'])
})

test('of several lines of one code the same is followed in any order, and what is not taken is said', () => {
  const ham = { name: 'Ham', gtin: gtinOf(1), category: 'Whole' }
  const file: readonly Cells[] = [
    { ...ham, price: '9.90', inStock: '7' },
    { ...ham, name: 'ham', price: '9.95', inStock: '5', leadDays: '2' },
    { ...ham, shelf: 'A', inStock: '7' },
  ]
  const here = shop()
  expect(here.take(file)).toEqual([
    'This is the same product as on line 2, which was kept; this line was left out. Not taken from it: price 9.95 (line 2: 9.90), lead days 2, in stock 5 (line 2: 7).',
    'This is the same product as on line 2; both lines were kept as one.',
  ])
  expect(here.rows()).toMatchObject([{ name: 'Ham', priceMills: 9900, shelf: 'A', leadDays: 0 }])
  const before = here.rows()
  expect(here.take(file.toReversed())[1]).toBe(
    'This is the same product as on line 4, which was kept; this line was left out. Not taken from it: price 9.95 (line 4: 9.90), lead days 2, in stock 5 (line 4: 7).',
  )
  expect(here.rows()).toEqual(before)
  const prices = ['10.50', '9.95', '9.90'].map((price): Cells => ({ ...ham, shelf: 'A', price }))
  for (const list of [prices, prices.toReversed()]) {
    here.take(list)
    expect(here.rows()).toMatchObject([{ priceMills: 10500 }])
  }
})

test('what is not taken of a line is said as the shop’s country writes it', () => {
  const cheese = { name: 'Cheese', gtin: gtinOf(1) }
  const lines = read([
    { ...cheese, inStock: '1234.5' },
    { ...cheese, inStock: '0.25' },
  ])
  const plan = productPlan([], lines, formatsOf('DE', 'EUR'))
  expect(lines.flatMap((_, i) => plan.take(i).messages)).toEqual([
    'This is the same product as on line 2, which was kept; this line was left out. Not taken from it: in stock 0,25 (line 2: 1.234,5).',
  ])
})

test('of two lines with one code and different stock, the larger is kept and the other said, in any order', () => {
  const milk = { name: 'Milk', gtin: gtinOf(1), price: '1.20' }
  const file: readonly Cells[] = [
    { ...milk, inStock: '6' },
    { ...milk, inStock: '10' },
  ]
  for (const lines of [file, file.toReversed()]) {
    const plan = productPlan([], read(lines))
    expect(lines.flatMap((_, i) => plan.take(i).messages).join()).toContain(
      'Not taken from it: in stock 6 (line',
    )
    expect(plan.added.map(({ inStock }) => inStock)).toEqual([10])
  }
})
