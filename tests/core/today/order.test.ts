import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { harms, mostHarmful, type Waiting } from '../../../src/core/today/order.ts'

const numRuns = process.env['WELLKEPT_DEEP'] ? 4000 : 200

const waiting = (harm: Waiting<string>['harm'], count: number, total = count): Waiting<string> => ({
  harm,
  items: Array.from({ length: count }, (_, i) => `${harm} ${i}`),
  total,
})

test('the most harmful come first, whatever the order they are told in', () => {
  const { items } = mostHarmful([waiting('person', 1), waiting('hours', 1), waiting('use-by', 1)], 12)
  expect(items).toEqual(['hours 0', 'use-by 0', 'person 0'])
})

test('a flood of one kind leaves room for one of each other, and says how many more there are', () => {
  expect(
    mostHarmful([waiting('promise-overdue', 12, 40), waiting('use-by', 3), waiting('person', 5)], 6),
  ).toEqual({
    items: [
      'promise-overdue 0',
      'promise-overdue 1',
      'promise-overdue 2',
      'promise-overdue 3',
      'use-by 0',
      'person 0',
    ],
    more: [
      { harm: 'promise-overdue', count: 36 },
      { harm: 'use-by', count: 2 },
      { harm: 'person', count: 4 },
    ],
  })
})

test('nothing waiting is nothing shown', () => {
  expect(mostHarmful([waiting('hours', 0)], 12)).toEqual({ items: [], more: [] })
})

const anyWaiting = fc
  .subarray([...harms])
  .chain((kinds) => fc.tuple(...kinds.map((harm) => fc.tuple(fc.constant(harm), fc.nat(20), fc.nat(30)))))
  .map((kinds) => kinds.map(([harm, count, rest]) => waiting(harm, count, count === 0 ? 0 : count + rest)))

test('what is shown and what is said to be more is all there is, in order, within the room', () => {
  fc.assert(
    fc.property(anyWaiting, fc.integer({ min: 1, max: 30 }), (kinds, room) => {
      const { items, more } = mostHarmful(kinds, room)
      const filled = kinds.filter((kind) => kind.items.length > 0)
      expect(items.length).toBeLessThanOrEqual(Math.max(room, filled.length))
      const total = kinds.reduce((sum, kind) => sum + kind.total, 0)
      expect(items.length + more.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      const ranks = items.map((item) => harms.findIndex((harm) => item.startsWith(`${harm} `)))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      for (const kind of filled) expect(items).toContain(kind.items[0])
    }),
    { numRuns },
  )
})
