import { expect, test } from 'vitest'
import type { AskedTime } from '../../../../src/core/hours/asked.ts'
import {
  answersOf,
  keyOf,
  unsaid,
  withRest,
  type Said,
} from '../../../../src/renderer/hours/now/asked-rows.ts'

const hour = 3_600_000
const day = Date.parse('2026-11-23T00:00:00+01:00')
const times: readonly AskedTime[] = [
  { event: 'open', forMs: day + 7 * hour, due: '07:00' },
  { event: 'close', forMs: day + 12 * hour, due: '12:00' },
  { event: 'open', forMs: day + 14 * hour, due: '14:00' },
]

test('one answer for the rest leaves what was said, and takes the place of another time that was not typed', () => {
  const said = new Map<string, Said>([
    [keyOf(times[0]!), { answer: 'did not', time: '' }],
    [keyOf(times[1]!), { answer: 'other time', time: '' }],
  ])
  expect(unsaid(times, said)).toEqual(times.slice(1))
  const all = withRest(times, said, 'as scheduled')
  expect(unsaid(times, all)).toEqual([])
  expect(answersOf(times, all, 'Europe/Berlin').map(({ answer }) => answer)).toEqual([
    'did not',
    'as scheduled',
    'as scheduled',
  ])
})
