import { expect, test } from 'vitest'
import {
  chartsFrom,
  comparable,
  firstOfMonths,
  isEnoughForCharts,
  isEnoughForLine,
} from '../../../src/core/hours/months.ts'

test('twelve months end with the one of today', () => {
  expect(firstOfMonths('2026-11-24')).toBe('2025-12-01')
  expect(firstOfMonths('2026-12-31')).toBe('2026-01-01')
  expect(firstOfMonths('2026-01-01')).toBe('2025-02-01')
})

test('charts stand from the day on which what is logged covers two weeks', () => {
  const first = '2026-11-02'
  expect(chartsFrom({ first, last: first })).toBe('2026-11-16')
  expect(isEnoughForCharts(null)).toBe(false)
  expect(isEnoughForCharts({ first, last: '2026-11-15' })).toBe(false)
  expect(isEnoughForCharts({ first, last: '2026-11-16' })).toBe(true)
})

test('a month of five openings and closings is not compared', () => {
  const months = [
    { month: '2026-10', met: 5, due: 5 },
    { month: '2026-11', met: 5, due: 6 },
  ]
  expect(comparable(months)).toEqual([months[1]])
  const more = ['07', '08'].map((month) => ({ month: `2026-${month}`, met: 20, due: 20 }))
  expect(isEnoughForLine([...months, more[0]!])).toBe(false)
  expect(isEnoughForLine([...months, ...more])).toBe(true)
})
