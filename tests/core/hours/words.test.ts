import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import type { HoursStatus } from '../../../src/core/hours/status.ts'
import { latenessWords, statusWords } from '../../../src/core/hours/words.ts'

const closed: HoursStatus = {
  open: false,
  today: { day: '2026-11-23', state: 'to come', blocks: [], reasons: [], special: null, pausedMinutes: 0 },
  toleranceMinutes: 5,
}
const pause = { id: 1, since: '14:00', until: '14:30', untilMs: 0, note: '' }
const open: HoursStatus = { ...closed, open: true, since: '07:02', sinceMs: 0, entryId: 1 }

test.each([
  [{ ...open, lateMinutes: 2 }, 'Open since 07:02 (2 min late)'],
  [{ ...open, lateMinutes: 0 }, 'Open since 07:02 (on time)'],
  [open, 'Open since 07:02'],
  [{ ...open, pause }, 'Pause, back at 14:30'],
  [{ ...open, pause: { ...pause, overdueMinutes: 12 } }, 'Pause, back was due 12 min ago'],
  [{ ...open, overtimeMinutes: 90, outside: true as const }, 'Open since 07:02, outside opening hours'],
  [{ ...open, overtimeMinutes: 90 }, 'Open since 07:02, closing was due 1 h 30 min ago'],
  [{ ...closed, overdueMinutes: 0 }, 'Closed, opening is due now'],
  [{ ...closed, overdueMinutes: 120 }, 'Should be open: closed for 2 h'],
  [
    { ...closed, overdueMinutes: 30, closedEarly: { at: '15:00', minutesBefore: 240 } },
    'Closed at 15:00, 4 h before closing time',
  ],
  [{ ...closed, overdueMinutes: 0, closedEarly: { at: '19:00', minutesBefore: 0 } }, 'Closed at 19:00'],
  [
    { ...closed, overdueMinutes: 30, closedEarly: { at: '15:00', minutesBefore: null } },
    'Closed at 15:00, within opening hours',
  ],
  [{ ...closed, next: { day: '2026-11-23', time: '14:00' } }, 'Closed until 14:00'],
  [{ ...closed, next: { day: '2026-11-24', time: '07:00' } }, 'Closed'],
  [{ ...closed, nothingScheduled: true as const }, 'No opening hours yet'],
])('the shop now is said in words: %# %s', (status, words) => {
  expect(statusWords(status, formatsOf('DE'))).toBe(words)
})

test('minutes early and late are said as hours where they are many', () => {
  expect([-3, 0, 61, -120].map(latenessWords)).toEqual([
    '3 min early',
    'on time',
    '1 h 1 min late',
    '2 h early',
  ])
})
