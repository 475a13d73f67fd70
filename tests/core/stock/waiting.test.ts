import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import type { ExpiryList, ExpiryRow } from '../../../src/core/stock/calls.ts'
import { stockWaiting } from '../../../src/core/stock/waiting.ts'

const today = '2026-11-23'
const milk: ExpiryRow = {
  batchId: 7,
  productId: 1,
  name: 'Milk',
  lot: 'L1',
  dateKind: 'use-by',
  date: '2026-11-22',
  pullDay: '2026-11-22',
  reduced: false,
  remaining: 1200,
  unit: '',
  shelf: 'B2',
  daysLeft: -1,
  reason: 'use-by passed yesterday',
}
const cake: ExpiryRow = { ...milk, batchId: 8, name: 'Cake', dateKind: 'best-before', lot: '', shelf: '' }
const ham: ExpiryRow = { ...milk, batchId: 9, name: 'Ham', daysLeft: 0, date: today, reason: 'use by today' }
const list: ExpiryList = {
  today,
  expired: [milk, cake],
  pullToday: [ham],
  soon: [],
  totals: { expired: 5, expiredHard: 3, pullToday: 4, soon: 0 },
}

test('what has passed its date and what leaves the shelf waits by its lot, its shelf and how much is left', () => {
  const kinds = stockWaiting(list, formatsOf('DE'))
  expect(kinds.map(({ harm, label, mark, page, total }) => [harm, label, mark, page, total])).toEqual([
    ['use-by', 'Use-by passed', 'broken', '/stock', 3],
    ['best-before', 'Best-before', 'risk', '/stock', 2],
    ['pull-today', 'Pull today', 'risk', '/stock', 4],
  ])
  expect(kinds[2]!.words).toEqual(['to pull', 'to pull'])
  expect(kinds.flatMap(({ items }) => items.map(({ id, title, reason }) => [id, title, reason]))).toEqual([
    ['batch-7', 'Milk, lot L1, 1.200 left, shelf B2', 'use-by passed yesterday'],
    ['batch-8', 'Cake, 1.200 left', 'use-by passed yesterday'],
    ['batch-9', 'Ham, lot L1, 1.200 left, shelf B2', 'use by today'],
  ])
})

test('each kind offers what can be done with it, by the batch', () => {
  const done = stockWaiting(list, formatsOf('DE')).flatMap(({ items }) => items.map(({ actions }) => actions))
  const act = (batchId: number, label: string, action: string) => ({
    label,
    call: 'stock.act',
    input: { batchId, action },
  })
  expect(done).toEqual([
    [act(7, 'Bin', 'bin'), act(7, 'Return', 'return')],
    [act(8, 'Bin', 'bin'), act(8, 'Reduce', 'reduce'), act(8, 'Still fine', 'still-fine')],
    [act(9, 'Pull', 'pull'), act(9, 'Reduce', 'reduce'), act(9, 'Sold', 'sold')],
  ])
})

test('what is past a hard date cannot wait, and is said by its parts', () => {
  const atOnce = stockWaiting(list, formatsOf('DE')).flatMap(({ items }) => items.map((item) => item.atOnce))
  expect(atOnce).toEqual([
    {
      name: 'Milk',
      phone: '',
      when: 'use-by passed yesterday',
      rest: '1.200 left, lot L1, shelf B2',
    },
    undefined,
    undefined,
  ])
  const bare = stockWaiting({ ...list, expired: [{ ...milk, lot: '', shelf: '' }] }, formatsOf('DE'))
  expect(bare[0]!.items[0]!.atOnce!.rest).toBe('1.200 left')
})
