import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { noFormats } from '../../../src/core/formats.ts'
import {
  askAgainDays,
  dateKinds,
  firstActs,
  isAllowed,
  pullDayOf,
  pullDayWhenFine,
  pullDayWhenReduced,
  reasonFor,
  standing,
  type DatedBatch,
} from '../../../src/core/stock/expiry.ts'

const runs = (n: number) => ({ numRuns: process.env.WELLKEPT_DEEP ? n * 20 : n })
const today = '2026-11-23'
const batch = (dateKind: DatedBatch['dateKind'], inDays: number, leadDays = 0): DatedBatch => {
  const date = addDays(today, inDays)
  return { dateKind, date, pullDay: pullDayOf(date, leadDays) }
}

test('a batch is sold through its date, pulled on it, and expired the day after', () => {
  const at = (inDays: number) => standing(batch('use-by', inDays), today, 7)
  expect([-1, 0, 1, 7, 8].map(at)).toEqual(['expired', 'pull-today', 'soon', 'soon', 'later'])
})

test('with three days of lead it is pulled three days before, and is not expired before its date has passed', () => {
  const at = (inDays: number) => standing(batch('best-before', inDays, 3), today, 7)
  expect([-1, 0, 3, 4, 10, 11].map(at)).toEqual([
    'expired',
    'pull-today',
    'pull-today',
    'soon',
    'soon',
    'later',
  ])
})

test('a batch found fine past its best-before date is asked about again, one past a use-by date never', () => {
  const fine = (b: DatedBatch) => pullDayWhenFine(b, today, askAgainDays)
  expect(fine(batch('best-before', -2))).toBe('2026-11-30')
  expect(fine(batch('best-before', 3, 5))).toBe('2026-11-30')
  expect(fine(batch('use-by', -2))).toBe(null)
  expect(fine(batch('use-by', 0))).toBe(null)
  expect(fine(batch('after-opening', -1))).toBe(null)
  expect(fine(batch('use-by', 3, 5))).toBe('2026-11-26')
  expect(fine(batch('use-by', 20, 30))).toBe('2026-11-30')
})

test('a reduced batch stays until its date; past a use-by date nothing is sold at any price', () => {
  const reduced = (b: DatedBatch) => pullDayWhenReduced(b, today)
  expect(reduced(batch('use-by', 2, 5))).toBe('2026-11-25')
  expect(reduced(batch('use-by', 0))).toBe(today)
  expect(reduced(batch('use-by', -1))).toBe(null)
  expect(reduced(batch('best-before', -1))).toBe('2026-11-22')
})

test('no sequence of acts keeps a use-by batch on the shelf past its date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -30, max: 60 }),
      fc.nat(60),
      fc.array(fc.record({ fine: fc.boolean(), wait: fc.nat(10) }), { maxLength: 8 }),
      (inDays, lead, acts) => {
        let now = today
        let kept = batch('use-by', inDays, lead)
        for (const { fine, wait } of acts) {
          now = addDays(now, wait)
          const pullDay = fine ? pullDayWhenFine(kept, now, 7) : pullDayWhenReduced(kept, now)
          if (pullDay !== null) kept = { ...kept, pullDay }
        }
        expect(kept.pullDay <= kept.date).toBe(true)
        expect(standing(kept, addDays(kept.date, 1), 7)).toBe('expired')
      },
    ),
    runs(200),
  )
})

test.each([
  [batch('use-by', -2), false, 'use-by passed 2 days ago · 21/11'],
  [batch('best-before', -1), false, 'best-before passed yesterday · 22/11'],
  [batch('after-opening', -1), false, 'after-opening date passed yesterday · 22/11'],
  [batch('use-by', 0), false, 'use-by is today · 23/11'],
  [batch('use-by', 3, 3), false, 'use-by in 3 days · 26/11; leaves the shelf today'],
  [batch('use-by', 1, 2), false, 'use-by tomorrow · 24/11; should have left the shelf yesterday'],
  [batch('best-before', 6, 2), false, 'best-before in 6 days · 29/11; leaves the shelf in 4 days'],
  [batch('best-before', 4), true, 'reduced; best-before in 4 days · 27/11'],
  [
    { ...batch('best-before', -2), pullDay: '2026-11-28' },
    false,
    'best-before passed 2 days ago · 21/11; found still fine, asked again in 5 days',
  ],
])('%j, reduced %j: %s', (dated, reduced, words) => {
  expect(reasonFor({ ...dated, reduced }, today, noFormats)).toBe(words)
})

test.each([
  // Days left:          -2     -1     0      1
  ['reduce', 'use-by', [false, false, true, true]],
  ['reduce', 'after-opening', [false, false, true, true]],
  ['reduce', 'best-before', [true, true, true, true]],
  ['still-fine', 'use-by', [false, false, false, true]],
  ['still-fine', 'after-opening', [false, false, false, true]],
  ['still-fine', 'best-before', [true, true, true, true]],
] as const)('%s of a %s batch is allowed as its date comes and goes', (act, kind, allowed) => {
  const days = [-2, -1, 0, 1]
  expect(days.map((left) => isAllowed(act, kind, left))).toEqual(allowed)
  const after = days.map((left) =>
    act === 'reduce'
      ? pullDayWhenReduced(batch(kind, left), today)
      : pullDayWhenFine(batch(kind, left), today, askAgainDays),
  )
  expect(after.map((day) => day !== null)).toEqual(allowed)
})

test('whatever the date, a batch may be taken away; without a date its price may be reduced and nobody asks whether it is fine', () => {
  for (const act of ['pull', 'return', 'bin', 'sold'] as const)
    for (const kind of dateKinds) for (const left of [-2, 0, 3]) expect(isAllowed(act, kind, left)).toBe(true)
  expect(isAllowed('still-fine', 'none', null)).toBe(false)
  expect(isAllowed('reduce', 'none', null)).toBe(true)
})

test('the first two acts of a batch are always allowed', () => {
  for (const dateKind of ['use-by', 'after-opening', 'best-before'] as const)
    for (let daysLeft = -3; daysLeft <= 3; daysLeft++)
      for (const reduced of [true, false])
        for (const act of firstActs({ dateKind, daysLeft, reduced }))
          expect(isAllowed(act, dateKind, daysLeft)).toBe(true)
  expect(firstActs({ dateKind: 'use-by', daysLeft: -1, reduced: false })).toEqual(['bin', 'return'])
  expect(firstActs({ dateKind: 'best-before', daysLeft: -1, reduced: false })).toEqual(['bin', 'still-fine'])
  expect(firstActs({ dateKind: 'use-by', daysLeft: 0, reduced: true })).toEqual(['pull', 'sold'])
})
