import { expect, test } from 'vitest'
import { stockActs } from '../../../src/core/stock/expiry.ts'
import { acts } from '../../../src/renderer/stock/stock-acts.ts'

test('each act has a letter of its own, and none takes the one of “More”', () => {
  const keys = stockActs.map((act) => acts[act].key)
  expect(new Set([...keys, 'm']).size).toBe(stockActs.length + 1)
})
