import { expect, test } from 'vitest'
import { noFormats } from '../../../src/core/formats.ts'
import type { Adherence } from '../../../src/core/hours/figures.ts'
import { findingOf } from '../../../src/renderer/hours/words.ts'

type Side = [met: number, due: number, unknown?: number]
const side = ([met, due, unknown = 0]: Side) => ({ met, due, unknown, share: null })
const month = (opened: Side, closed: Side) =>
  findingOf({ opened: side(opened), closed: side(closed) } as Adherence, noFormats)

test('the month is told by what was due, and without data not at all', () => {
  expect(month([16, 17], [13, 16])).toBe('On time this month: 16 of 17 openings and 13 of 16 closings.')
  expect(month([0, 1], [0, 0])).toBe('On time this month: 0 of 1 opening.')
  expect(month([0, 0], [0, 0])).toBe('No data yet this month. Each opening you log counts from here.')
})

test('what is not known is told of openings and of closings, each for itself', () => {
  expect(month([0, 1, 10], [0, 0, 10])).toBe(
    'On time this month: 0 of 1 opening; 10 openings and 10 closings not known.',
  )
  expect(month([3, 3, 1], [2, 3])).toBe(
    'On time this month: 3 of 3 openings and 2 of 3 closings; 1 opening not known.',
  )
})
