import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closesCircle, idsIn, sentThrough, type Referral } from '../../../src/core/referrals/tree.ts'

const links = (...ways: readonly string[]): readonly Referral[] =>
  ways.map((way) => ({ byId: Number(way[0]), customerId: Number(way[1]) }))

test('who came through a customer, directly and further down', () => {
  expect(sentThrough(links('12', '13', '24', '45', '67'), 1)).toEqual([
    { id: 2, sent: [{ id: 4, sent: [{ id: 5, sent: [] }] }] },
    { id: 3, sent: [] },
  ])
})

test.each([
  [['12', '23'], '31', true],
  [['12', '23'], '14', false],
  [[], '11', true],
  [['12'], '32', false],
  [['12', '23'], '32', true],
])('after %j, %s closes a circle: %s', (before, added, closes) => {
  expect(closesCircle(links(...before), links(added)[0]!)).toBe(closes)
})

const pair = fc.tuple(fc.nat(9), fc.nat(9))

test('links that close no circle make trees in which everybody stands once', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (tried) => {
      let kept: readonly Referral[] = []
      for (const [customerId, byId] of tried) {
        const link = { customerId, byId }
        if (closesCircle(kept, link)) continue
        kept = [...kept.filter((one) => one.customerId !== customerId), link]
      }
      for (let root = 0; root < 10; root++) {
        const ids = idsIn(sentThrough(kept, root))
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain(root)
        const above = (id: number): boolean => {
          const by = kept.find(({ customerId }) => customerId === id)?.byId
          return by === root || (by !== undefined && above(by))
        }
        expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, id) => id).filter(above))
      }
    }),
  )
})

test('links that do run in a circle are drawn all the same', () => {
  expect(sentThrough(links('12', '21'), 1)).toEqual([{ id: 2, sent: [] }])
})
