import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const bread = {
  id: 1,
  name: 'Rye bread',
  gtin: '4006381333931',
  gtinValid: true,
  category: 'Bakery',
  shelf: 'A1',
  supplier: 'Mill & Sons',
  unit: 'loaf',
  priceMills: null,
  leadDays: 1,
}

test('a product is made, changed where said, found by words and code, and undone', async () => {
  const t = await testShop()
  const { id: _, gtinValid: __, priceMills: ___, ...given } = bread
  expect(await t.call('stock.saveProduct', given)).toEqual(bread)
  const { act } = await t.answer('stock.saveProduct', { productId: 1, shelf: 'B2' })
  expect(act?.says).toBe('Rye bread changed')
  const changed = { ...bread, shelf: 'B2', inStock: 0, nextDate: '', lastDateKind: '' }
  for (const text of [
    'rye',
    'BRE',
    'mill',
    'b2',
    '400638',
    '4006381333931',
    '4 006381 333931',
    '04006381333931',
    '',
    '  ',
  ])
    expect(await t.call('stock.products', { text })).toEqual({ total: 1, rows: [changed] })
  for (const text of ['a1', 'rye wheat', '!!!', '4006381333930'])
    expect(await t.call('stock.products', { text })).toEqual({ total: 0, rows: [] })
  await t.call('shop.undo', {})
  expect((await t.call('stock.products', { text: 'a1' })).total).toBe(1)
})

test('a code belongs to one product, however it is spelled; a wrong check digit is kept and marked', async () => {
  const t = await testShop()
  await t.call('stock.saveProduct', { name: 'Rye bread', gtin: '96385074' })
  expect(await t.problem('stock.saveProduct', { name: 'Wheat bread', gtin: '0000 0096 3850 74' })).toEqual({
    code: 'code-taken',
    message: '“Rye bread” already has the code 0000 0096 3850 74. Nothing was changed.',
    field: 'gtin',
  })
  expect((await t.call('stock.saveProduct', { name: 'Gum', gtin: '96385075' })).gtinValid).toBe(false)
  expect(await t.problem('stock.saveProduct', { gtin: '4711' })).toEqual({
    code: 'name-missing',
    message: 'Give the product a name. Nothing was changed.',
    field: 'name',
  })
  expect((await t.problem('stock.saveProduct', { productId: 99, name: 'x' })).code).toBe('no-product')
})

test('pages of products come in the order of their names', async () => {
  const t = await testShop()
  for (const name of ['Cheese', 'apples', 'Bread', 'Äpfel']) await t.call('stock.saveProduct', { name })
  const page = async (offset: number) =>
    (await t.call('stock.products', { limit: 2, offset })).rows.map(({ name }) => name)
  expect([await page(0), await page(2), await page(4)]).toEqual([
    ['Äpfel', 'apples'],
    ['Bread', 'Cheese'],
    [],
  ])
})

test('a new lead time moves the batches in stock, not those an action has moved', async () => {
  const t = await testShop()
  await t.call('stock.saveProduct', { name: 'Milk' })
  for (const date of ['2026-12-01', '2026-12-10'])
    await t.call('stock.addBatch', { productId: 1, date, dateKind: 'best-before' })
  await t.call('stock.act', { batchId: 2, action: 'still-fine' })
  await t.call('stock.saveProduct', { productId: 1, leadDays: 2 })
  const { product, batches } = await t.call('stock.product', { productId: 1 })
  expect(product.inStock).toBe(2)
  expect(batches.map(({ batchId, pullDay }) => [batchId, pullDay])).toEqual([
    [1, '2026-11-29'],
    [2, '2026-11-30'],
  ])
})

test('a product knows the kind of date of its newest batch that has one', async () => {
  const t = await testShop()
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Butter' })
  const kinds = async () => [
    (await t.call('stock.products', { text: 'butter' })).rows[0]?.lastDateKind,
    (await t.call('stock.product', { productId })).product.lastDateKind,
  ]
  expect(await kinds()).toEqual(['', ''])
  await t.call('stock.addBatch', { productId })
  expect(await kinds()).toEqual(['', ''])
  await t.call('stock.addBatch', { productId, date: '2027-01-01', dateKind: 'best-before' })
  const { batchId } = await t.call('stock.addBatch', { productId, date: '2026-12-20', dateKind: 'use-by' })
  await t.call('stock.act', { batchId, action: 'sold' })
  await t.call('stock.addBatch', { productId, date: 'x' })
  expect(await kinds()).toEqual(['use-by', 'use-by'])
  await t.call('stock.correctBatch', { batchId, dateKind: 'after-opening' })
  expect(await kinds()).toEqual(['after-opening', 'after-opening'])
})
