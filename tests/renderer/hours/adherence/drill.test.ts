import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysFrom, instantOf } from '../../../../src/core/day.ts'
import { noFormats } from '../../../../src/core/formats.ts'
import { judgeDay } from '../../../../src/core/hours/adherence.ts'
import { sumUp } from '../../../../src/core/hours/figures.ts'
import type { LogEntry } from '../../../../src/core/hours/log.ts'
import { planOf } from '../../../../src/core/hours/schedule.ts'
import { closedWeek, weekdays } from '../../../../src/core/hours/week.ts'
import {
  type Counted,
  type Drill,
  drillWords,
  rowsOf,
  type Side,
  weakestWeekday,
} from '../../../../src/renderer/hours/adherence/drill.ts'
import { latestByWeek, openingsOf } from '../../../../src/renderer/hours/adherence/minutes.ts'
import { runs } from '../../../support/runs.ts'

const zone = 'Europe/Berlin'
const from = '2026-01-01'
const to = '2026-12-31'
const open = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
] as const
const week = {
  ...closedWeek,
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: open,
  sat: [['08:00', '13:00']] as const,
}

/** A year of logs with gaps: some days forgotten, some openings late or early, some closings missing or told afterwards. */
const years = fc
  .array(
    fc.record({
      logged: fc.integer({ min: 0, max: 9 }).map((n) => n > 2),
      minutes: fc.integer({ min: -20, max: 30 }),
      close: fc.constantFrom('logged', 'missing', 'reconstructed'),
      reason: fc.constantFrom('', '', 'delivery was late', 'ill'),
    }),
    { minLength: 366, maxLength: 366 },
  )
  .map((kinds) => {
    const plan = planOf({ schedules: [{ validFrom: addDays(from, 20), week }] }, zone)
    let id = 0
    const measure = { now: instantOf(`${to}T23:59`, zone), toleranceMinutes: 5 }
    return daysFrom(from, to).map((day, i) => {
      const { logged, minutes, close, reason } = kinds[i]!
      const entries: LogEntry[] = []
      const add = (event: 'open' | 'close', atMs: number, reconstructed = false) =>
        entries.push({
          id: ++id,
          event,
          tradingDay: day,
          atMs,
          reason: event === 'open' ? reason : '',
          reconstructed,
          told: false,
        })
      for (const { opensMs, closesMs } of logged ? plan.stretches(day) : []) {
        add('open', opensMs + minutes * 60_000)
        if (close !== 'missing' && closesMs)
          add('close', closesMs - minutes * 60_000, close === 'reconstructed')
      }
      return judgeDay(plan, day, entries, measure)
    })
  })

const sides = ['opened', 'closed'] as const satisfies readonly Side[]

test('each figure of a year with gaps drills down to exactly the rows it counts, and no empty day is among the kept', () => {
  fc.assert(
    fc.property(years, (days) => {
      const figures = sumUp(days)
      const rows = (drill: Drill) => rowsOf(days, drill).rows
      const judged = (side: Side, which: Counted) => {
        const found = rowsOf(days, { kind: 'judged', side, which })
        return found.of === 'judged' ? found.rows : []
      }
      const sum = (side: Side, which: Counted) =>
        judged(side, which).reduce((all, row) => all + Math.abs(row.judged.minutesLate!), 0)
      for (const side of sides) {
        expect(judged(side, 'due').length).toBe(figures[side].due)
        expect(judged(side, 'met').length).toBe(figures[side].met)
        expect(judged(side, 'off').length).toBe(figures[side].due - figures[side].met)
        expect(judged(side, 'unknown').length).toBe(figures[side].unknown)
        expect(judged(side, 'told').length).toBe(figures[side].told)
        expect(sum(side, 'late')).toBe(figures.minutes[side].late)
        expect(sum(side, 'early')).toBe(figures.minutes[side].early)
        expect(judged(side, 'due').every(({ day }) => day.state !== 'no data')).toBe(true)
      }
      for (const { weekday, opened, closed } of figures.weekdays) {
        const own = rowsOf(days, { kind: 'weekday', weekday })
        const met = own.of === 'judged' ? own.rows.filter(({ judged: { verdict } }) => verdict === 'met') : []
        expect(own.rows.length).toBe(opened.due + closed.due)
        expect(met.length).toBe(opened.met + closed.met)
      }
      expect(rows({ kind: 'reconstructed' }).length).toBe(figures.reconstructed)
      expect(rows({ kind: 'state', state: 'no data' }).length).toBe(figures.noDataDays)
      for (const { reason, count } of figures.reasons)
        expect(rows({ kind: 'reason', reason }).length).toBe(count)
      const { since } = figures.streak
      const streakDays = since === null ? [] : days.filter(({ day }) => day >= since)
      expect(rowsOf(streakDays, { kind: 'streak' }).rows.length).toBe(figures.streak.days)
      const openings = openingsOf(days)
      expect(openings.filter(({ minutesLate }) => minutesLate > 0).length).toBe(
        judged('opened', 'late').length,
      )
      const worst = Math.max(...openings.map(({ minutesLate }) => minutesLate))
      expect(Math.max(...latestByWeek(openings).map(({ minutesLate }) => minutesLate))).toBe(worst)
    }),
    runs(50),
  )
})

test('the weakest weekday is the one with the lowest share, and none where all was kept', () => {
  const share = (met: number, due: number) => ({
    met,
    due,
    share: due === 0 ? null : met / due,
    unknown: 0,
    told: 0,
  })
  const of = (met: readonly number[], most = 4) => ({
    weekdays: weekdays.map((weekday, i) => ({
      weekday,
      opened: share(met[i]!, i === 6 ? 0 : most),
      closed: share(i === 6 ? 0 : most, i === 6 ? 0 : most),
    })),
  })
  expect(weakestWeekday(of([4, 3, 4, 1, 4, 4, 0]))).toEqual({ weekday: 'thu', met: 5, due: 8 })
  expect(weakestWeekday(of([4, 4, 4, 4, 4, 4, 0]))).toBe('kept')
  // One or two of each say nothing yet.
  expect(weakestWeekday(of([2, 0, 2, 2, 2, 2, 0], 2))).toBeUndefined()
  expect(weakestWeekday(of([2, 2, 2, 2, 2, 2, 0], 2))).toBeUndefined()
  expect(weakestWeekday(of([3, 1, 3, 3, 3, 3, 0], 3))).toEqual({ weekday: 'tue', met: 4, due: 6 })
})

test('the table says what it counts', () => {
  expect(drillWords({ kind: 'judged', side: 'opened', which: 'off' }, 1, noFormats)).toBe(
    '1 opening not on time',
  )
  expect(drillWords({ kind: 'weekday', weekday: 'tue' }, 8, noFormats)).toBe(
    '8 openings and closings that were due, Tuesdays',
  )
  expect(drillWords({ kind: 'state', state: 'no data' }, 3, noFormats)).toBe('3 days: no data')
  expect(drillWords({ kind: 'reason', reason: 'ill' }, 2, noFormats)).toBe('2 days: “ill”')
})
