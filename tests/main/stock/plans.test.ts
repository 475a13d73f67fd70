import { expect, test } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { stockOn } from '../../../src/main/stock/expiring.ts'
import { productByCode } from '../../../src/main/stock/products.ts'
import { testShop } from '../../support/shop.ts'

test('the expiry list and the search by code go by their partial indexes', async () => {
  const { shop } = await testShop()
  const planOf = (query: CompiledQuery) =>
    shop.connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`)
      .all(query.parameters)
      .map(({ detail }) => detail)
  const inStock = stockOn(shop.reader)
  const soon = inStock.where('pullDay', '>', 'a').where('pullDay', '<=', 'b')
  const expired = inStock.where('dateKind', '=', 'use-by').where('pullDay', '<=', 'a').where('date', '<', 'a')
  expect(
    planOf(soon.select('id').orderBy('pullDay').orderBy('date').orderBy('dateKind').orderBy('id').compile()),
  ).toEqual(['SEARCH batches USING INDEX batchesInStock (pullDay>? AND pullDay<?)'])
  expect(planOf(expired.select('id').orderBy('date').limit(500).compile())).toEqual([
    'SEARCH batches USING INDEX batchesByDate (dateKind=? AND date<?)',
  ])
  expect(planOf(productByCode(shop.reader, '1').compile())).toEqual([
    'SEARCH products USING INDEX productsByGtin (gtinKey=?)',
  ])
})
