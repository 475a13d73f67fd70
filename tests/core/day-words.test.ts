import { expect, test } from 'vitest'
import { longDay, shortDay, weekInWords } from '../../src/core/day-words.ts'

test('a week is said in words, with both months and years where they differ', () => {
  expect(weekInWords('2026-W48')).toBe('Week 48: Mon 23 – Sun 29 November 2026')
  expect(weekInWords('2026-W49')).toBe('Week 49: Mon 30 November – Sun 6 December 2026')
  expect(weekInWords('2026-W53')).toBe('Week 53: Mon 28 December 2026 – Sun 3 January 2027')
  expect(weekInWords('2027-W01')).toBe('Week 1: Mon 4 – Sun 10 January 2027')
})

test('days are said short and long', () => {
  expect(shortDay('2026-11-24')).toBe('Tue 24 Nov')
  expect(longDay('2026-11-24')).toBe('Tuesday 24 November')
})
