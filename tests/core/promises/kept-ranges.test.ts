import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../src/core/day.ts'
import { keptRanges } from '../../../src/core/promises/kept-ranges.ts'
import { runs } from '../../support/runs.ts'

test('the year is twelve whole months and ends with this one', () => {
  expect(keptRanges('2026-11-23')).toEqual({
    month: { from: '2026-11-01', to: '2026-11-30' },
    year: { from: '2025-12-01', to: '2026-11-30' },
  })
  expect(keptRanges('2028-02-29').year).toEqual({ from: '2027-03-01', to: '2028-02-29' })
  expect(keptRanges('2026-12-31').year).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('what counts in the month counts in the year: the same promises never show two rates', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const today = addDays('1990-01-01', n)
      const { month, year } = keptRanges(today)
      expect(month.from <= today && today <= month.to).toBe(true)
      expect([year.from <= month.from, year.to]).toEqual([true, month.to])
      expect(daysBetween(year.from, year.to) + 1).toBeGreaterThanOrEqual(365)
      expect(daysBetween(year.from, year.to) + 1).toBeLessThanOrEqual(366)
    }),
    runs(300),
  )
})
