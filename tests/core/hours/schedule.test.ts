import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, instantOf, localAt, startOfDay } from '../../../src/core/day.ts'
import { planOf, type Schedule, scheduleOn } from '../../../src/core/hours/schedule.ts'
import { type Block, checkWeek, type PartialWeek, weekdayOf } from '../../../src/core/hours/week.ts'
import { runs } from '../../support/runs.ts'
import { anyDay, anyWeek, anyZone, clockChange } from './arbitrary.ts'

function weekly(week: PartialWeek, validFrom = '2000-01-01'): Schedule {
  const checked = checkWeek(week)
  if (!checked.ok) throw new Error(checked.problem.message)
  return { validFrom, week: checked.value }
}

const daily = (...blocks: Block[]): Schedule =>
  weekly({ mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: blocks })

const shown = (schedule: Schedule, day: string, zone: string) =>
  planOf({ schedules: [schedule] }, zone)
    .intervals(day)
    .map(({ fromMs, toMs }) => ({
      from: localAt(fromMs, zone),
      to: localAt(toMs, zone),
      hours: (toMs - fromMs) / 3_600_000,
    }))

test('each day is judged by the version then valid, and none is before the first', () => {
  const old = weekly({ mon: [['07:00', '12:00']] }, '2026-01-01')
  const later = weekly({ mon: [['08:00', '12:00']] }, '2026-11-23')
  expect(scheduleOn([later, old], '2026-11-22')).toBe(old)
  expect(scheduleOn([old, later], '2026-11-23')).toBe(later)
  expect(scheduleOn([old, later], '2025-12-31')).toBe(null)
})

test('past midnight is one interval of its starting day', () => {
  expect(shown(daily(['20:00', '02:00']), '2026-11-23', 'Europe/Berlin')).toEqual([
    { from: '2026-11-23T20:00', to: '2026-11-24T02:00', hours: 6 },
  ])
})

test.each([
  ['2026-03-28', 5],
  ['2026-10-24', 7],
  ['2026-11-23', 6],
])('the night of %s has its real hours', (day, hours) => {
  const zone = 'Europe/Berlin'
  expect(shown(daily(['22:00', '04:00']), day, zone).map((i) => i.hours)).toEqual([hours])
})

test('hours that a clock change skips move forward, and what nothing is left of is left out', () => {
  const zone = 'Europe/Berlin'
  expect(shown(daily(['02:30', '05:00']), '2026-03-29', zone)).toEqual([
    { from: '2026-03-29T03:30', to: '2026-03-29T05:00', hours: 1.5 },
  ])
  expect(shown(daily(['02:30', '03:00']), '2026-03-29', zone)).toEqual([])
  expect(shown(daily(['01:00', '02:45'], ['03:00', '05:00']), '2026-03-29', zone)).toEqual([
    { from: '2026-03-29T01:00', to: '2026-03-29T05:00', hours: 3 },
  ])
  expect(shown(daily(['02:15', '02:45']), '2026-10-25', zone)).toEqual([
    { from: '2026-10-25T02:15', to: '2026-10-25T02:45', hours: 0.5 },
  ])
})

test('hours that move past others by a clock change are joined with them', () => {
  const zone = 'Australia/Lord_Howe'
  expect(shown(daily(['02:10', '02:20'], ['02:30', '03:00']), '2012-10-07', zone)).toEqual([
    { from: '2012-10-07T02:30', to: '2012-10-07T03:00', hours: 0.5 },
  ])
})

test('a day that the zone never had has no hours', () => {
  const zone = 'Pacific/Apia'
  expect(shown(daily(['07:00', '19:00']), '2011-12-30', zone)).toEqual([])
  expect(shown(daily(['20:00', '02:00']), '2011-12-29', zone)).toEqual([
    { from: '2011-12-29T20:00', to: '2011-12-31T02:00', hours: 6 },
  ])
})

test('hours that follow without a gap are one stretch of the day they start on', () => {
  const zone = 'Europe/Berlin'
  const plan = planOf(
    {
      schedules: [
        weekly({
          fri: [['18:00', '24:00']],
          sat: [
            ['00:00', '03:00'],
            ['10:00', '14:00'],
          ],
        }),
      ],
    },
    zone,
  )
  const at = (local: string) => instantOf(local, zone)
  expect(plan.stretches('2026-11-27')).toEqual([
    { day: '2026-11-27', opensMs: at('2026-11-27T18:00'), closesMs: at('2026-11-28T03:00') },
  ])
  expect(plan.stretches('2026-11-28')).toEqual([
    { day: '2026-11-28', opensMs: at('2026-11-28T10:00'), closesMs: at('2026-11-28T14:00') },
  ])
  expect(plan.lastClosing('2026-11-27')).toBe(at('2026-11-28T03:00'))
})

test('a shop that never closes neither opens nor closes', () => {
  const plan = planOf({ schedules: [daily(['00:00', '24:00'])] }, 'Europe/Berlin')
  expect(plan.stretches('2026-11-23')).toEqual([])
  expect(plan.intervals('2026-11-23')).toHaveLength(1)
  expect(plan.lastClosing('2026-11-23')).toBe(Infinity)
})

const anyMoment = fc.oneof(fc.record({ zone: anyZone, day: anyDay }), clockChange)

test('intervals are in order, apart, not empty and start on their day, in every zone and on every night', () => {
  fc.assert(
    fc.property(anyWeek, anyMoment, (week, { zone, day }) => {
      const schedule = { validFrom: '2000-01-01', week }
      const intervals = planOf({ schedules: [schedule] }, zone).intervals(day)
      intervals.forEach(({ fromMs, toMs }, i) => {
        expect(toMs).toBeGreaterThan(fromMs)
        expect(dayAt(fromMs, zone)).toBe(day)
        if (i > 0) expect(fromMs).toBeGreaterThan(intervals[i - 1]!.toMs)
      })
      expect(intervals.length).toBeLessThanOrEqual(week[weekdayOf(day)].length)
    }),
    runs(300),
  )
})

test('minute by minute, the shop is open exactly while the wall clock stands in a block, but for the nights of change', () => {
  fc.assert(
    fc.property(anyWeek, anyZone, anyDay, (week, zone, day) => {
      const offset = (d: string) => startOfDay(d, zone) % 86_400_000
      const days = [-1, 0, 1, 2].map((n) => addDays(day, n))
      fc.pre(new Set(days.map(offset)).size === 1)
      const plan = planOf({ schedules: [{ validFrom: '2000-01-01', week }] }, zone)
      const open = [addDays(day, -1), day].flatMap((d) => plan.intervals(d))
      for (let ms = startOfDay(day, zone); ms < startOfDay(addDays(day, 1), zone); ms += 60_000) {
        const wall = localAt(ms, zone).slice(11)
        const today = week[weekdayOf(day)].some(([o, c]) => o <= wall && (wall < c || c <= o))
        const lastNight = week[weekdayOf(addDays(day, -1))].some(([o, c]) => c <= o && wall < c)
        expect(open.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)).toBe(today || lastNight)
      }
    }),
    runs(10),
  )
})

test('stretches of a week cover its intervals once, whatever joins', () => {
  fc.assert(
    fc.property(anyWeek, anyMoment, (week, { zone, day }) => {
      const plan = planOf({ schedules: [{ validFrom: '2000-01-01', week }] }, zone)
      const days = Array.from({ length: 16 }, (_, n) => addDays(day, n - 9))
      const stretches = days.flatMap((d) => plan.stretches(d))
      stretches.forEach(({ opensMs, closesMs }, i) => {
        expect(closesMs ?? Infinity).toBeGreaterThan(opensMs)
        if (i > 0) expect(opensMs).toBeGreaterThan(stretches[i - 1]!.closesMs ?? Infinity)
      })
      for (const { fromMs, toMs } of days.slice(9).flatMap((d) => plan.intervals(d))) {
        const covering = stretches.filter((s) => s.opensMs <= fromMs && toMs <= (s.closesMs ?? Infinity))
        expect(covering.slice(0, 1)).toEqual(covering.length === 0 ? [] : [plan.stretchAt(fromMs)])
        expect(covering.length === 1 || plan.lastClosing(day) === Infinity).toBe(true)
      }
    }),
    runs(200),
  )
})

test('an instant finds its stretch again, days after it began', () => {
  const zone = 'Europe/Berlin'
  const week = { fri: [['18:00', '24:00']], sat: [['00:00', '24:00']], sun: [['00:00', '03:00']] } as const
  const plan = planOf({ schedules: [weekly(week)] }, zone)
  const at = (local: string) => plan.stretchAt(instantOf(local, zone))?.day
  expect(['2026-11-27T17:59', '2026-11-27T18:00', '2026-11-29T02:59', '2026-11-29T03:00'].map(at)).toEqual([
    undefined,
    '2026-11-27',
    '2026-11-27',
    undefined,
  ])
})
