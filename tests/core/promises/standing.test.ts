import { expect, test } from 'vitest'
import { nextStep, standingOf } from '../../../src/core/promises/standing.ts'

const hour = 3_600_000
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

test.each([
  ['overdue', null, null, 'warn'],
  ['overdue', null, 1, 'ready'],
  ['atRisk', null, null, 'warn'],
  ['atRisk', null, 1, 'ready'],
  ['dueToday', null, null, 'ready'],
  ['later', null, null, 'ready'],
  ['waiting', 1, null, 'close'],
] as const)(
  'the next honest step where it stands %s, ready %j and told %j: %s',
  (standing, readyAtMs, warnedAtMs, step) => {
    expect(nextStep({ readyAtMs, warnedAtMs, firstToldAtMs: null, movedAtMs: null }, standing)).toBe(step)
  },
)

test('whoever was told another moment is told again when that one has passed too', () => {
  const moved = { readyAtMs: null, warnedAtMs: 1, firstToldAtMs: 2, movedAtMs: 1 }
  expect(nextStep(moved, 'overdue')).toBe('warn')
  expect(nextStep(moved, 'atRisk')).toBe('ready')
  expect(nextStep({ ...moved, movedAtMs: null }, 'overdue')).toBe('ready')
})
