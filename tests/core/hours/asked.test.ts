import { expect, test } from 'vitest'
import { instantOf, type WallTime } from '../../../src/core/day.ts'
import { type AskedTime, toldAt } from '../../../src/core/hours/asked.ts'

const zone = 'Europe/Berlin'
const asked = (due: WallTime | null, local: string): AskedTime => ({
  event: 'close',
  due,
  forMs: instantOf(local, zone),
})
const told = (one: AskedTime, time: WallTime) => toldAt(one, time, zone)

test('a time told for a scheduled one is the nearest to it, on the day before or after when that is nearer', () => {
  const evening = asked('19:00', '2026-11-23T19:00')
  expect(['18:50', '19:40', '06:30', '07:30'].map((time) => told(evening, time))).toEqual([
    '2026-11-23T18:50',
    '2026-11-23T19:40',
    '2026-11-24T06:30',
    '2026-11-23T07:30',
  ])
  const night = asked('00:30', '2026-11-24T00:30')
  expect(['23:50', '00:10', '01:15'].map((time) => told(night, time))).toEqual([
    '2026-11-23T23:50',
    '2026-11-24T00:10',
    '2026-11-24T01:15',
  ])
})

test('a closing that none was scheduled for is told as the first such time after its opening', () => {
  const opened = asked(null, '2026-11-23T14:00')
  expect(['14:01', '23:59', '14:00', '13:00', '00:10'].map((time) => told(opened, time))).toEqual([
    '2026-11-23T14:01',
    '2026-11-23T23:59',
    '2026-11-24T14:00',
    '2026-11-24T13:00',
    '2026-11-24T00:10',
  ])
  // An opening at night: the day before is asked too, and is no answer.
  expect(told(asked(null, '2026-11-24T00:20'), '23:00')).toBe('2026-11-24T23:00')
})
