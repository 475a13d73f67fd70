import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayAt,
  daysBetween,
  daysFrom,
  instantOf,
  isDay,
  isoWeek,
  isoWeekday,
  isZone,
  localAt,
  mondayOfWeek,
  startOfDay,
} from '../../src/core/day.ts'
import { runs } from '../support/runs.ts'

const anyDay = fc.integer({ min: -100_000, max: 100_000 }).map((n) => addDays('2000-01-01', n))

test('a day is a real calendar day, leap years included', () => {
  expect(['2024-02-29', '2000-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true])
  expect(
    ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0999-01-01'].map(isDay),
  ).toEqual(Array.from({ length: 6 }, () => false))
})

test('adding and counting days are inverses', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n)
      expect(isDay(addDays(day, n))).toBe(true)
    }),
    runs(500),
  )
})

test('each day stands in its ISO 8601 week, between its Monday and Sunday', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = mondayOfWeek(isoWeek(day))!
      expect(isoWeekday(monday)).toBe(1)
      expect(daysBetween(monday, day)).toBe(isoWeekday(day) - 1)
    }),
    runs(500),
  )
  expect(isoWeek('2026-11-23')).toBe('2026-W48')
  expect(isoWeek('2027-01-03')).toBe('2026-W53')
  expect(mondayOfWeek('2025-W53')).toBeNull()
  expect(mondayOfWeek('2026-W53')).toBe('2026-12-28')
})

test('daysFrom lists both ends', () => {
  expect(daysFrom('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  expect(daysFrom('2024-03-01', '2024-02-28')).toEqual([])
})

test('a local time goes to its instant and back, but for the hour that DST skips', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000_000 }), (zone, s) => {
      const ms = Math.floor(s / 60) * 60_000
      const again = instantOf(localAt(ms, zone), zone)
      // The second of two equal local times comes back as the first, at most an hour earlier.
      expect(ms - again === 0 || ms - again === 3_600_000 || ms - again === 1_800_000).toBe(true)
      expect(dayAt(ms, zone)).toBe(localAt(ms, zone).slice(0, 10))
    }),
    runs(300),
  )
  expect(localAt(instantOf('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30')
})

test('a day that DST begins at midnight starts after the gap', () => {
  expect(localAt(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('2018-11-04T01:00')
})

test('zones are IANA names', () => {
  expect(['Europe/Berlin', 'UTC', 'Pacific/Apia'].map(isZone)).toEqual([true, true, true])
  expect(['Mars/Olympus', '+02:00', '', 'Europe/Berlin; DROP'].map(isZone)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
