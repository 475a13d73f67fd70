import { expect, test } from 'vitest'
import type { Adherence } from '../../../src/core/hours/figures.ts'
import { findingOf } from '../../../src/renderer/hours/words.ts'

const month = (opened: [met: number, due: number], closed: [met: number, due: number]) =>
  findingOf({
    opened: { met: opened[0], due: opened[1], share: null },
    closed: { met: closed[0], due: closed[1], share: null },
  } as Adherence)

test('the month is told by what was due, and without data not at all', () => {
  expect(month([16, 17], [13, 16])).toBe('On time this month: 16 of 17 openings and 13 of 16 closings.')
  expect(month([0, 1], [0, 0])).toBe('On time this month: 0 of 1 opening.')
  expect(month([0, 0], [0, 0])).toBe('No data yet this month. Each opening you log counts from here.')
})
