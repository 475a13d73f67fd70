import { expect, test } from 'vitest'
import { dueWords } from '../../../src/core/actions/words.ts'
import { formatsOf } from '../../../src/core/formats.ts'

const said = (dueDay: string, who = '') =>
  dueWords({ dueDay, who, isHeld: false, pauseEnds: '' }, '2026-11-23', formatsOf('GB'))

test('how far the day of something to do is', () => {
  expect([
    said('2026-11-20'),
    said('2026-11-22'),
    said('2026-11-23', 'Mia'),
    said('2026-11-24'),
    said('2026-11-26'),
    said('2027-01-08'),
  ]).toEqual([
    'due 3 days ago',
    'due yesterday',
    'due today, for Mia',
    'due tomorrow',
    'due Thu, in 3 days',
    'due Fri 8 Jan 2027, in 46 days',
  ])
})
