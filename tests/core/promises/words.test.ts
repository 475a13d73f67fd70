import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { instantOf } from '../../../src/core/day.ts'
import type { Moments } from '../../../src/core/promises/outcome.ts'
import { reasonOf } from '../../../src/core/promises/words.ts'

const zone = 'Europe/Berlin'
const at = (local: string) => instantOf(local, zone)
/** A Wednesday. */
const now = at('2026-11-25T10:15')
const promise = {
  toldAtMs: at('2026-11-27T17:00'),
  firstToldAtMs: null,
  movedAtMs: null,
  warnedAtMs: null,
  readyAtMs: null,
  doneAtMs: null,
  brokenAtMs: null,
  doneDayOnly: false,
}

test.each<[string, Partial<Moments & { doneDayOnly: boolean; movedAtMs: number }>]>([
  ['told Fri 17:00, 2 days left', {}],
  ['told Fri 17:00, 2 days left, customer warned', { warnedAtMs: now }],
  ['told today 12:20, 2 h left', { toldAtMs: at('2026-11-25T12:20') }],
  ['told today 10:40, 25 min left', { toldAtMs: at('2026-11-25T10:40') }],
  ['told today end of day, 13 h left', { toldAtMs: at('2026-11-25T23:59') }],
  ['told yesterday 17:00, 17 h overdue', { toldAtMs: at('2026-11-24T17:00') }],
  ['told Sat 24 Oct 17:00, 31 days overdue', { toldAtMs: at('2026-10-24T17:00') }],
  ['told Fri 24 Oct 2025 17:00, 396 days overdue', { toldAtMs: at('2025-10-24T17:00') }],
  ['told Wed 6 May 1998, 28 years overdue', { toldAtMs: at('1998-05-06T23:59') }],
  ['ready since today 09:00, told Fri 17:00', { readyAtMs: at('2026-11-25T09:00') }],
  ['kept: told Fri 17:00, done today 09:00', { doneAtMs: at('2026-11-25T09:00') }],
  [
    '3 h late and silent: told Mon 17:00, done Mon 20:30',
    { toldAtMs: at('2026-11-23T17:00'), doneAtMs: at('2026-11-23T20:30') },
  ],
  [
    '3 h late but warned: told Mon 17:00, done Mon 20:30',
    {
      toldAtMs: at('2026-11-23T17:00'),
      doneAtMs: at('2026-11-23T20:30'),
      warnedAtMs: at('2026-11-23T16:00'),
    },
  ],
  [
    'kept: told Mon 10:00, done Mon',
    { toldAtMs: at('2026-11-23T10:00'), doneAtMs: at('2026-11-23T00:00'), doneDayOnly: true },
  ],
  [
    '2 days late and silent: told Sat 23:00, done Mon',
    { toldAtMs: at('2026-11-21T23:00'), doneAtMs: at('2026-11-23T00:00'), doneDayOnly: true },
  ],
  [
    'told today 09:05: now today 14:00, 3 h left, first today 10:00',
    {
      toldAtMs: at('2026-11-25T14:00'),
      firstToldAtMs: at('2026-11-25T10:00'),
      warnedAtMs: at('2026-11-24T18:00'),
      movedAtMs: at('2026-11-25T09:05'),
    },
  ],
  [
    '1 h late but warned: told Mon 10:00, then Mon 14:00, done Mon 11:30',
    {
      toldAtMs: at('2026-11-23T14:00'),
      firstToldAtMs: at('2026-11-23T10:00'),
      warnedAtMs: at('2026-11-23T09:05'),
      doneAtMs: at('2026-11-23T11:30'),
    },
  ],
  ['told Fri 17:00, broken without a word', { brokenAtMs: now }],
])('%s', (words, change) => {
  expect(reasonOf({ ...promise, ...change }, now, zone, formatsOf('DE'))).toBe(words)
})
