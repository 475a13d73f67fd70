import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { dateKinds, pullDayWhenFine, pullDayWhenReduced, stockActs } from '../../../src/core/stock/expiry.ts'
import { acts, allowed, firstActs } from '../../../src/renderer/stock/stock-acts.ts'

const today = '2026-11-23'
const dated = dateKinds.filter((kind) => kind !== 'none')

test('a row offers exactly what the rules allow, and its first two acts are among it', () => {
  for (const dateKind of dated)
    for (let daysLeft = -3; daysLeft <= 3; daysLeft++) {
      const date = addDays(today, daysLeft)
      const batch = { dateKind, date, pullDay: date }
      expect(allowed('reduce', dateKind, daysLeft)).toBe(pullDayWhenReduced(batch, today) !== null)
      expect(allowed('still-fine', dateKind, daysLeft)).toBe(pullDayWhenFine(batch, today, 7) !== null)
      for (const act of ['pull', 'return', 'bin', 'sold'] as const)
        expect(allowed(act, dateKind, daysLeft)).toBe(true)
      for (const reduced of [true, false])
        for (const act of firstActs({ dateKind, daysLeft, reduced }))
          expect(allowed(act, dateKind, daysLeft)).toBe(true)
    }
  expect(allowed('still-fine', 'none', null)).toBe(false)
  expect(allowed('reduce', 'none', null)).toBe(true)
})

test('each act has a letter of its own, and none takes the one of “More”', () => {
  const keys = stockActs.map((act) => acts[act].key)
  expect(new Set([...keys, 'm']).size).toBe(stockActs.length + 1)
})
