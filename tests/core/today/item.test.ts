import { expect, test } from 'vitest'
import type { stockCalls } from '../../../src/core/stock/calls.ts'
import { doing, goTo, waitingOf } from '../../../src/core/today/item.ts'

const action = doing<typeof stockCalls>()
const input = { batchId: 7, action: 'pull' } as const

test('an action says its call with its input, and the form that must not be half filled in only where there is one', () => {
  expect(action('Pulled', 'stock.act', input)).toStrictEqual({ label: 'Pulled', call: 'stock.act', input })
  expect(action('Pulled', 'stock.act', input, 'batch')).toStrictEqual({
    label: 'Pulled',
    call: 'stock.act',
    input,
    unlessTyped: 'batch',
  })
  expect(goTo('Stock', '/stock')).toEqual({ label: 'Go to Stock', page: '/stock' })
})

test('items take the harm of their kind, of which there may be more than are at hand', () => {
  const kind = { harm: 'use-by', label: 'x', mark: 'risk', words: ['a', 'b'], page: '/stock' } as const
  const item = { id: 'batch-7', title: 'Milk', reason: 'past', actions: [] }
  const items = [{ ...item, harm: 'use-by' }]
  expect(waitingOf(kind, [item])).toEqual({ ...kind, items, total: 1 })
  expect(waitingOf(kind, [item], 40)).toEqual({ ...kind, items, total: 40 })
})
