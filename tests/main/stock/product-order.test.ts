import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/core/fold.ts'
import type { ProductInStock } from '../../../src/core/stock/calls.ts'
import { productOrders, type ProductOrder } from '../../../src/core/stock/orders.ts'
import { runs } from '../../support/runs.ts'
import { testShop } from '../../support/shop.ts'

const count = runs(15)
const word = fc.constantFrom('', 'A', 'b', 'C', 'dairy')
const products = fc.array(
  fc.record({
    name: fc.constantFrom('Milk', 'butter', 'Äpfel', 'Zwieback'),
    category: word,
    shelf: word,
    batches: fc.array(
      fc.record({
        date: fc.constantFrom('', '2026-12-01', '2026-12-24', '2027-02-01'),
        quantity: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 12 },
)

/** What a row has in a column; null for nothing. */
const valueOf = (row: ProductInStock, by: ProductOrder): string | number | null => {
  if (by === 'name') return fold(row.name)
  if (by === 'inStock') return row.inStock === 0 ? null : row.inStock
  const value = row[by].toLowerCase()
  return value === '' ? null : value
}

test(`the product list is in the order that was asked for, and its pages are one list (${count.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(products, fc.boolean(), async (some, down) => {
      const t = await testShop()
      for (const { batches, ...product } of some) {
        const { id: productId } = await t.call('stock.saveProduct', product)
        for (const batch of batches)
          await t.call('stock.addBatch', {
            productId,
            dateKind: batch.date === '' ? 'none' : 'best-before',
            ...batch,
          })
      }
      for (const by of productOrders) {
        const { rows, total } = await t.call('stock.products', { by, down })
        const pages = []
        for (let offset = 0; offset < total; offset += 3)
          pages.push(...(await t.call('stock.products', { by, down, limit: 3, offset })).rows)
        expect(pages).toEqual(rows)
        const values = rows.map((row) => valueOf(row, by))
        const known = values.filter((value) => value !== null)
        expect(values).toEqual([...known, ...values.slice(known.length).map(() => null)])
        const sorted = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(known).toEqual(down ? sorted.toReversed() : sorted)
      }
    }),
    count,
  )
})
