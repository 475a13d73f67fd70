import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { harms, mostHarmful, weightOfHarm, type Waiting } from '../../../src/core/today/order.ts'

const numRuns = process.env['WELLKEPT_DEEP'] ? 4000 : 200

const waiting = (harm: Waiting<string>['harm'], count: number, total = count): Waiting<string> => ({
  harm,
  items: Array.from({ length: count }, (_, i) => `${harm} ${i}`),
  total,
})

const room = (now: number, today = 0, canWait = 0) => ({ now, today, 'can wait': canWait })

test('the most harmful come first, whatever the order they are told in', () => {
  const { items } = mostHarmful([waiting('person', 1), waiting('hours', 1), waiting('use-by', 1)], room(12))
  expect(items).toEqual(['use-by 0', 'hours 0', 'person 0'])
})

test('a word that can still be kept comes before one that is broken, and before what has passed its date', () => {
  const kinds = [waiting('use-by', 1), waiting('promise-overdue', 1), waiting('promise-at-risk', 1)]
  expect(mostHarmful(kinds, room(12)).items).toEqual(['promise-at-risk 0', 'promise-overdue 0', 'use-by 0'])
})

test('what cannot wait takes no more than its room, and what it leaves goes to what is of today', () => {
  const kinds = [waiting('promise-overdue', 9), waiting('best-before', 9), waiting('person', 9)]
  expect(mostHarmful(kinds, room(3, 2, 1)).items.map((item) => item.split(' ')[0])).toEqual([
    'promise-overdue',
    'promise-overdue',
    'promise-overdue',
    'best-before',
    'best-before',
    'person',
  ])
  expect(mostHarmful(kinds.slice(1), room(3, 2, 1)).items).toEqual([
    'best-before 0',
    'best-before 1',
    'best-before 2',
    'best-before 3',
    'best-before 4',
    'person 0',
  ])
})

test('room that two weights leave goes to the third, and nothing more is said to wait where all is shown', () => {
  expect(mostHarmful([waiting('best-before', 1), waiting('person', 9)], room(3, 2, 1))).toEqual({
    items: ['best-before 0', ...[0, 1, 2, 3, 4].map((n) => `person ${n}`)],
    more: [{ harm: 'person', count: 4 }],
  })
  expect(mostHarmful([waiting('use-by', 1)], room(3)).more).toEqual([])
})

test('a flood of one kind leaves room for one of each other, and says how many more there are', () => {
  expect(
    mostHarmful([waiting('promise-overdue', 12, 40), waiting('use-by', 3), waiting('person', 5)], room(5)),
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

test('what a kind does not need goes to the next of its weight', () => {
  const { items } = mostHarmful([waiting('promise-overdue', 2), waiting('use-by', 5)], room(6))
  expect(items.map((item) => item.slice(0, 3))).toEqual(['pro', 'pro', 'use', 'use', 'use', 'use'])
})

test('nothing waiting is nothing shown', () => {
  expect(mostHarmful([waiting('hours', 0)], room(12))).toEqual({ items: [], more: [] })
})

const anyWaiting = fc
  .subarray([...harms])
  .chain((kinds) => fc.tuple(...kinds.map((harm) => fc.tuple(fc.constant(harm), fc.nat(20), fc.nat(30)))))
  .map((kinds) => kinds.map(([harm, count, rest]) => waiting(harm, count, count === 0 ? 0 : count + rest)))

test('what is shown and what is said to be more is all there is, in order, within the room', () => {
  fc.assert(
    fc.property(
      anyWaiting,
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }),
      (kinds, rooms) => {
        const [now = 0, today = 0, canWait = 0] = rooms
        const { items, more } = mostHarmful(kinds, room(now, today, canWait))
        const filled = kinds.filter((kind) => kind.items.length > 0)
        const kindsOf = (weight: string) => filled.filter(({ harm }) => weightOfHarm(harm) === weight).length
        expect(items.length).toBeLessThanOrEqual(
          Math.max(now, kindsOf('now')) +
            Math.max(today, kindsOf('today')) +
            Math.max(canWait, kindsOf('can wait')),
        )
        const total = kinds.reduce((sum, kind) => sum + kind.total, 0)
        expect(items.length + more.reduce((sum, { count }) => sum + count, 0)).toBe(total)
        const ranks = items.map((item) => harms.findIndex((harm) => item.startsWith(`${harm} `)))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        for (const kind of filled) expect(items).toContain(kind.items[0])
      },
    ),
    { numRuns },
  )
})
