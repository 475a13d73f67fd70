import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultTarget, standingOf } from '../../../src/core/promises/standing.ts'
import { runs } from '../../support/runs.ts'

const hour = 3_600_000
const count = runs(1_000)
/** Made at 8, told 18, today ends at 24; our target is 17:30. */
const promise = { madeAtMs: 8 * hour, toldAtMs: 18 * hour, targetAtMs: 17.5 * hour, readyAtMs: null }
const endOfToday = 24 * hour

test.each([
  ['with half the time left it is due today', 13, 'dueToday'],
  ['with a quarter left it is still only due today', 15.5, 'dueToday'],
  ['with less than a quarter left it is at risk', 15.6, 'atRisk'],
  ['at the told moment it is at risk', 18, 'atRisk'],
  ['after the told moment it is overdue', 18.1, 'overdue'],
])('%s', (_, now, standing) => {
  expect(standingOf(promise, now * hour, endOfToday)).toBe(standing)
})

test('our own target passed is a risk however much time is left', () => {
  expect(standingOf({ ...promise, targetAtMs: 9 * hour }, 9 * hour, endOfToday)).toBe('atRisk')
})

test('what is told for another day is for later', () => {
  expect(standingOf({ ...promise, toldAtMs: 48 * hour, targetAtMs: 40 * hour }, 9 * hour, endOfToday)).toBe(
    'later',
  )
})

test('what is ready waits for the customer, whatever the clock says', () => {
  expect(standingOf({ ...promise, readyAtMs: 12 * hour }, 99 * hour, endOfToday)).toBe('waiting')
})

test('our target is a fifth of the time earlier, at most two days', () => {
  expect(defaultTarget(8 * hour, 18 * hour)).toBe(16 * hour)
  expect(defaultTarget(0, 30 * 24 * hour)).toBe(28 * 24 * hour)
})

test(`our target lies between the making and the told moment (${count.numRuns} runs)`, () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
  fc.assert(
    fc.property(instant, instant, (made, told) => {
      const target = defaultTarget(made, told)
      expect(target).toBeLessThanOrEqual(told)
      expect(target).toBeGreaterThanOrEqual(Math.min(made, told))
    }),
    count,
  )
})
