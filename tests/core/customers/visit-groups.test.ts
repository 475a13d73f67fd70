import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../src/core/day.ts'
import { purchasesIn } from '../../../src/core/customers/visit-groups.ts'
import type { VisitLine } from '../../../src/core/customers/visit-line.ts'

const line = (said: Partial<VisitLine>): VisitLine => ({
  number: '1',
  customerNumber: '',
  email: '',
  name: '',
  day: '2026-10-01',
  isRefund: false,
  isVoid: false,
  refundedMills: 0,
  totalMills: null,
  amountMills: null,
  messages: [],
  ...said,
})

const whose = (lines: readonly VisitLine[]) =>
  purchasesIn(lines).map(({ name, email, customerNumber, lines: places }) => [
    name || email || customerNumber,
    ...places,
  ])

test('one number of one day with two customers is two purchases; a line without any goes with the one before it', () => {
  const lines = [
    line({ name: 'Anna Berg' }),
    line({ name: 'Ida Lund' }),
    line({ name: 'Berg, Anna' }),
    line({}),
    line({ day: null }),
    line({ email: 'ida@x.example', name: 'Ida Lund' }),
    line({ day: null, name: 'Ida Lund' }),
  ]
  expect(whose(lines)).toEqual([
    ['Anna Berg', 0, 2, 3, 4],
    ['Ida Lund', 1, 5, 6],
  ])
  expect(whose([line({ customerNumber: '17' }), line({ customerNumber: '18' })])).toEqual([
    ['17', 0],
    ['18', 1],
  ])
  expect(whose([line({ email: 'a@x.example' }), line({ email: 'A@X.example' })])).toEqual([
    ['a@x.example', 0, 1],
  ])
})

test.each([
  ['nothing back', [{ totalMills: 5000 }], 5000, false, false],
  ['a part back, in a column of its own', [{ totalMills: 5000, refundedMills: 2000 }], 3000, false, false],
  ['all back, in a column of its own', [{ totalMills: 5000, refundedMills: 5000 }], 0, true, true],
  [
    'an article back, on a line below 0',
    [{ amountMills: 5000 }, { amountMills: -2000, isRefund: true }],
    3000,
    false,
    false,
  ],
  [
    'an article back, on a line above 0',
    [{ amountMills: 5000 }, { amountMills: 2000, isRefund: true }],
    3000,
    false,
    false,
  ],
  ['all articles back', [{ amountMills: 5000 }, { amountMills: -5000, isRefund: true }], 0, true, true],
  ['an article back without amounts', [{}, { isRefund: true }], null, false, false],
  ['a refund without its sale', [{ amountMills: -5000, isRefund: true }], null, true, false],
  ['void', [{ amountMills: 5000, isVoid: true }], 5000, true, true],
  ['given away', [{ amountMills: 0 }], 0, false, false],
] as const)('%s', (_, said, amountMills, isNone, isCalledOff) => {
  expect(purchasesIn(said.map(line))).toMatchObject([{ amountMills, isNone, isCalledOff }])
})

const anyLine = fc.record({
  number: fc.constantFrom('', '1', '2'),
  day: fc.constantFrom<Day | null>('2026-10-01', '2026-10-02', null),
  name: fc.constantFrom('', 'Anna Berg', 'Ida Lund'),
  customerNumber: fc.constantFrom('', '17', '18'),
})

test('each line is of one purchase, which has one number, no two days and no two customers', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 14 }), (said) => {
      const lines = said.map(line)
      const purchases = purchasesIn(lines)
      expect(purchases.flatMap((one) => one.lines).toSorted((a, b) => a - b)).toEqual([...lines.keys()])
      for (const { number, lines: places } of purchases) {
        const own = places.map((place) => lines[place]!)
        expect(own.every((one) => one.number === number)).toBe(true)
        for (const part of ['name', 'customerNumber', 'day'] as const)
          expect(new Set(own.map((one) => one[part] ?? '').filter((one) => one !== '')).size).toBeLessThan(2)
        if (number === '') expect(places).toHaveLength(1)
      }
    }),
  )
})

test('a column that is no number of orders is read without looking at all customers of a day again and again', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => line({ customerNumber: String(i) }))
  const before = performance.now()
  expect(purchasesIn(lines)).toHaveLength(20_000)
  expect(performance.now() - before).toBeLessThan(3000)
})
