import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, localAt } from '../../../src/core/day.ts'
import { openMinutesBetween, openWindows } from '../../../src/core/hours/open-time.ts'
import { planOf, type Plan } from '../../../src/core/hours/schedule.ts'
import { defaultTarget, targetInHours } from '../../../src/core/promises/target.ts'
import { runs } from '../../support/runs.ts'
import { anyWeek, anyZone } from '../hours/arbitrary.ts'

const hour = 3_600_000
const count = runs(1_000)

test('our target is a fifth of the time earlier, at most two days', () => {
  expect(defaultTarget(8 * hour, 18 * hour)).toBe(16 * hour)
  expect(defaultTarget(0, 30 * 24 * hour)).toBe(28 * 24 * hour)
})

test(`our target lies between the making and the told moment (${count.numRuns} runs)`, () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
  fc.assert(
    fc.property(instant, instant, (made, told) => {
      const target = defaultTarget(made, told)
      expect(target).toBeLessThanOrEqual(told)
      expect(target).toBeGreaterThanOrEqual(Math.min(made, told))
    }),
    count,
  )
})

const day = [['07:00', '19:00']] as const
const shop = (zone: string): Plan =>
  planOf(
    {
      schedules: [
        {
          validFrom: '2020-01-01',
          week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
        },
      ],
    },
    zone,
  )

test.each([
  ['within a day a fifth of the time earlier', '2026-11-23T08:00', '2026-11-23T18:00', '2026-11-23T16:00'],
  ['over a night in the morning', '2026-11-23T18:00', '2026-11-24T10:00', '2026-11-24T09:00'],
  [
    'before a day that is told whole in the hours of it',
    '2026-11-23T10:00',
    '2026-11-23T23:59',
    '2026-11-23T17:00',
  ],
  ['after a weekend when the shop opens', '2026-11-27T12:00', '2026-11-30T08:00', '2026-11-30T07:00'],
  ['a month ahead two days earlier', '2026-10-26T08:00', '2026-11-27T10:00', '2026-11-25T10:00'],
  ['in a quarter of an hour on five minutes', '2026-11-23T10:02', '2026-11-23T10:10', '2026-11-23T10:05'],
  ['while closed as without hours', '2026-11-28T08:00', '2026-11-28T18:00', '2026-11-28T16:00'],
])('our target lies %s', (_, made, told, target) => {
  const zone = 'Europe/Berlin'
  const at = targetInHours(shop(zone), instantOf(made, zone), instantOf(told, zone))
  expect(localAt(at, zone)).toBe(target)
})

test('our target for a year that was mistyped is found at once', { timeout: 1000 }, () => {
  const [zone, made, told] = ['Europe/Berlin', '2026-11-23T08:00', '9026-11-24T10:00']
  const at = targetInHours(shop(zone), instantOf(made, zone), instantOf(told, zone))
  expect(localAt(at, zone)).toBe('9026-11-22T10:00')
})

test(`our target lies in open hours and keeps its fifth of them (${count.numRuns} runs)`, () => {
  const minute = 60_000
  fc.assert(
    fc.property(
      anyWeek,
      anyZone,
      fc.integer({ min: 0, max: 500_000 }),
      fc.integer({ min: 1, max: 40 * 24 * 60 }),
      (week, zone, start, length) => {
        const plan = planOf({ schedules: [{ validFrom: '2000-01-01', week }] }, zone)
        const made = instantOf('2026-01-01T00:00', zone) + start * minute
        const told = made + length * minute
        const target = targetInHours(plan, made, told)
        expect(target).toBeGreaterThanOrEqual(made)
        expect(target).toBeLessThanOrEqual(told)
        const windows = openWindows(plan, made, told)
        if (windows.length === 0) {
          expect(target).toBe(defaultTarget(made, told))
          return
        }
        expect(windows.some(({ fromMs, toMs }) => fromMs <= target && target <= toMs)).toBe(true)
        const open = (from: number) => openMinutesBetween(plan, from, told)
        const wanted = Math.min(open(made) / 5, open(Math.max(made, told - 2 * 24 * hour)))
        expect(open(target)).toBeGreaterThanOrEqual(Math.floor(wanted))
        expect(open(target)).toBeLessThanOrEqual(Math.ceil(wanted) + 15)
      },
    ),
    count,
  )
})
