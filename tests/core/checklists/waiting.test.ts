import { expect, test } from 'vitest'
import { checklistWaiting } from '../../../src/core/checklists/waiting.ts'
import type { Day } from '../../../src/core/day.ts'
import { formatsOf } from '../../../src/core/formats.ts'

const waits = (today: Day, trades: (day: Day) => boolean | null, isPrinted = false) =>
  checklistWaiting(today, trades, formatsOf('DE'), isPrinted).items.length === 1

test('the checklist of a week waits under its number', () => {
  expect(checklistWaiting('2026-11-23', () => true, formatsOf('DE'), false)).toEqual({
    harm: 'checklist',
    label: 'Checklist',
    mark: 'none',
    words: ['checklist to print', 'checklists to print'],
    page: '/checklists',
    total: 1,
    items: [
      {
        id: 'checklist',
        harm: 'checklist',
        title: 'Print this week’s checklist',
        reason: 'Week 48: Mon 23 – Sun 29 November 2026',
        actions: [{ label: 'Go to Checklists', page: '/checklists' }],
      },
    ],
  })
})

test('it waits on the first day that the shop trades, and on Monday where its hours are not known', () => {
  const closed =
    (...days: readonly Day[]) =>
    (day: Day) =>
      !days.includes(day)
  expect(waits('2026-11-23', closed('2026-11-23'))).toBe(false)
  expect(waits('2026-11-24', closed('2026-11-23'))).toBe(true)
  expect(waits('2026-11-24', closed('2026-11-22'))).toBe(false)
  expect(waits('2026-11-25', closed('2026-11-23'))).toBe(false)
  expect(waits('2026-11-29', closed('2026-11-23', '2026-11-24'))).toBe(false)
  expect(waits('2026-11-23', () => true, true)).toBe(false)
  expect(waits('2026-11-23', () => null)).toBe(true)
  expect(waits('2026-11-24', () => null)).toBe(false)
})
