import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf } from '../../../src/core/day.ts'
import { judgeDay, type Verdict } from '../../../src/core/hours/adherence.ts'
import { sumUp } from '../../../src/core/hours/figures.ts'
import type { LogEntry } from '../../../src/core/hours/log.ts'
import { planOf } from '../../../src/core/hours/schedule.ts'
import { closedWeek, type Week } from '../../../src/core/hours/week.ts'
import { runs } from '../../support/runs.ts'
import { anyDay, anyWeek, anyZone, clockChange } from './arbitrary.ts'

const zone = 'Europe/Berlin'
const day = '2026-11-23'
const split: Week = {
  ...closedWeek,
  mon: [
    ['07:00', '12:00'],
    ['14:00', '19:00'],
  ],
}
const plan = planOf({ schedules: [{ validFrom: '2026-01-01', week: split }] }, zone)
const at = (local: string) => instantOf(`${day}T${local}`, zone)
let entryId = 0
const entry = (event: 'open' | 'close', local: string, reason = ''): LogEntry => ({
  id: ++entryId,
  reconstructed: false,
  told: false,
  event,
  tradingDay: day,
  atMs: at(local),
  reason,
})
const later = { now: at('23:00'), toleranceMinutes: 5 }

/** "07:02 +2 met, 12:00 0 met | …" of a judged day. */
const words = (entries: readonly LogEntry[], measure = later) =>
  judgeDay(plan, day, entries, measure)
    .blocks.flatMap(({ opened, closed }) => [opened, closed])
    .map((j) => (j?.at ? `${j.at} ${j.minutesLate} ${j.verdict}` : j?.verdict))

test('a day of two blocks is judged opening by opening, closing by closing', () => {
  const entries = [
    entry('open', '07:02'),
    entry('close', '12:05'),
    entry('open', '13:40', 'delivery'),
    entry('close', '19:06'),
  ]
  expect(words(entries)).toEqual(['07:02 2 met', '12:05 5 met', '13:40 -20 early', '19:06 6 late'])
  expect(judgeDay(plan, day, entries, later)).toMatchObject({ state: 'missed', reasons: ['delivery'] })
})

test('a day without a single entry is no data and counts for nothing', () => {
  const judged = judgeDay(plan, day, [], later)
  expect(judged.state).toBe('no data')
  expect(sumUp([judged])).toMatchObject({
    opened: { due: 0, met: 0, share: null, unknown: 2 },
    closed: { due: 0, met: 0, share: null, unknown: 2 },
    streak: { days: 0, since: null, skipped: 0 },
    noDataDays: 1,
    days: [judged],
  })
})

test('what was not logged is not known: in no share, said beside it, and the day is neither kept nor missed', () => {
  expect(words([entry('open', '07:00')])).toEqual(['07:00 0 met', 'no data', 'no data', 'no data'])
  const judged = judgeDay(plan, day, [entry('open', '07:00')], later)
  const { opened, closed, streak } = sumUp([judged])
  expect({ opened, closed, state: judged.state, streak }).toEqual({
    opened: { due: 1, met: 1, share: 1, unknown: 1, told: 0 },
    closed: { due: 0, met: 0, share: null, unknown: 2, told: 0 },
    state: 'partly known',
    streak: { days: 0, since: null, skipped: 0 },
  })
})

test('what the owner says was not kept is missed, and so is the day; what nobody knows stays unknown', () => {
  const entries = [entry('open', '07:00'), entry('open', '14:00'), entry('close', '19:00')]
  const said = (answer: 'missed' | 'unknown') =>
    judgeDay(plan, day, entries, later, [{ event: 'close', forMs: at('12:00'), answer }])
  expect(said('missed')).toMatchObject({ state: 'missed', blocks: [{ closed: { verdict: 'missed' } }, {}] })
  expect(said('unknown')).toMatchObject({
    state: 'partly known',
    blocks: [{ closed: { verdict: 'no data' } }, {}],
  })
  expect(sumUp([said('missed')]).closed).toEqual({ due: 2, met: 1, share: 0.5, unknown: 0, told: 0 })
})

test('a day that is known to be missed stays missed, whatever else is not known', () => {
  expect(judgeDay(plan, day, [entry('open', '07:22')], later).state).toBe('missed')
})

test('a reason stays with the time it was given for', () => {
  const entries = [
    entry('open', '07:30', 'bus'),
    entry('close', '12:00'),
    entry('open', '14:20'),
    entry('close', '19:00'),
  ]
  const { blocks, reasons } = judgeDay(plan, day, entries, later)
  expect(reasons).toEqual(['bus'])
  expect(blocks.map(({ opened, closed }) => [opened.reason, closed?.reason])).toEqual([
    ['bus', ''],
    ['', ''],
  ])
})

test('an opening within a block is late for it, one between blocks is early for the next', () => {
  expect(words([entry('open', '11:00')])[0]).toBe('11:00 240 late')
  expect(words([entry('open', '12:30')])[2]).toBe('12:30 -90 early')
  expect(words([entry('open', '19:30')])).toEqual(Array(4).fill('no data'))
})

test('of several entries for one opening the nearest counts', () => {
  expect(words([entry('open', '06:30'), entry('open', '07:04'), entry('open', '09:00')])[0]).toBe(
    '07:04 4 met',
  )
})

test('what is still to come is not due, and neither is an opening within its tolerance', () => {
  const now = (local: string) => ({ now: at(local), toleranceMinutes: 5 })
  const state = (entries: LogEntry[], local: string) => judgeDay(plan, day, entries, now(local)).state
  expect(state([], '06:00')).toBe('to come')
  expect(state([], '07:05')).toBe('to come')
  expect(state([], '07:06')).toBe('no data')
  expect(state([entry('open', '07:03')], '08:00')).toBe('under way')
  expect(words([entry('open', '06:58')], now('06:59'))).toEqual([
    '06:58 -2 to come',
    'to come',
    'to come',
    'to come',
  ])
  expect(state([entry('open', '07:03'), entry('close', '12:00')], '14:06')).toBe('partly known')
})

test('closed well before its time and not opened again is no day kept so far', () => {
  const state = (entries: LogEntry[], local: string) =>
    judgeDay(plan, day, entries, { now: at(local), toleranceMinutes: 5 }).state
  const opened = entry('open', '07:00')
  const early = entry('close', '11:00')
  expect(state([opened, early], '11:30')).toBe('closed early')
  expect(state([opened, early], '12:00')).toBe('missed')
  expect(state([opened, early, entry('open', '11:20')], '11:30')).toBe('under way')
  expect(state([opened, entry('close', '11:55')], '11:58')).toBe('under way')
  expect(state([entry('open', '07:10'), early], '11:30')).toBe('missed')
})

test('days without hours say so', () => {
  const judged = (d: string, entries: LogEntry[] = []) => judgeDay(plan, d, entries, later).state
  expect(judged('2026-11-24')).toBe('closed')
  expect(judged('2026-11-24', [{ ...entry('open', '09:00'), tradingDay: '2026-11-24' }])).toBe('extra')
  expect(judged('2025-12-29')).toBe('no schedule')
  const always = planOf({ schedules: [{ validFrom: day, week: { ...closedWeek, ...roundTheClock } }] }, zone)
  expect(judgeDay(always, addDays(day, 3), [], later).state).toBe('around the clock')
})

const whole = [['00:00', '00:00']] as const
const roundTheClock = { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: whole, sun: whole }

test('a shop kept to the minute has all it was due, in every zone, on every night', () => {
  fc.assert(
    fc.property(
      anyWeek,
      fc.oneof(fc.record({ zone: anyZone, day: anyDay }), clockChange),
      (week, { zone, day }) => {
        const plan = planOf({ schedules: [{ validFrom: '2000-01-01', week }] }, zone)
        const days = Array.from({ length: 8 }, (_, n) => addDays(day, n))
        const judged = days.map((tradingDay) => {
          const entries = plan.stretches(tradingDay).flatMap(({ opensMs, closesMs }): LogEntry[] => [
            { ...entry('open', '00:00'), tradingDay, atMs: opensMs },
            { ...entry('close', '00:00'), tradingDay, atMs: closesMs ?? opensMs },
          ])
          return judgeDay(plan, tradingDay, entries, { now: Number.MAX_SAFE_INTEGER, toleranceMinutes: 0 })
        })
        const { opened, closed } = sumUp(judged)
        expect(opened.met).toBe(opened.due)
        expect(closed.met).toBe(closed.due)
        expect(opened.due).toBe(days.flatMap((d) => plan.stretches(d)).length)
      },
    ),
    runs(150),
  )
})

test('any log: nothing counts twice, the share is of what was due, and days without entries count for nothing', () => {
  const anyEntries = fc.array(
    fc.record({ event: fc.constantFrom('open' as const, 'close' as const), minute: fc.nat(1500) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(
      anyEntries,
      fc.nat(1500),
      fc.integer({ min: 0, max: 60 }),
      (log, nowMinute, toleranceMinutes) => {
        const entries = log.map(({ event, minute }) => ({
          ...entry(event, '00:00'),
          atMs: at('00:00') + minute * 60_000,
        }))
        const judged = judgeDay(plan, day, entries, {
          now: at('00:00') + nowMinute * 60_000,
          toleranceMinutes,
        })
        const all = judged.blocks.flatMap(({ opened, closed }) => [opened, closed!])
        for (const side of ['opened', 'closed'] as const) {
          const used = judged.blocks.map((block) => block[side]!.atMs).filter((ms) => ms !== null)
          expect(new Set(used).size).toBe(used.length)
        }
        for (const { verdict, minutesLate } of all) {
          if (verdict === 'no data') expect(minutesLate).toBe(null)
          const within = minutesLate !== null && Math.abs(minutesLate) <= toleranceMinutes
          if (verdict === 'met') expect(within).toBe(true)
          if (verdict === 'early' || verdict === 'late') expect(within).toBe(false)
        }
        const { opened, closed } = sumUp([judged])
        const due = all.filter(
          ({ verdict }) => !(['no data', 'to come'] satisfies Verdict[] as Verdict[]).includes(verdict),
        )
        expect(opened.due + closed.due).toBe(due.length)
        const unknown = all.filter(({ verdict }) => verdict === 'no data').length
        expect(opened.unknown + closed.unknown).toBe(unknown)
        if (unknown > 0) expect(['partly known', 'no data', 'missed', 'closed early']).toContain(judged.state)
        if (judged.state === 'kept') expect(due).toHaveLength(all.length)
        if (judged.state === 'missed') expect(due.some(({ verdict }) => verdict !== 'met')).toBe(true)
        if (entries.length === 0) expect(due).toEqual([])
        expect(opened.share).toBe(opened.due === 0 ? null : opened.met / opened.due)
      },
    ),
    runs(300),
  )
})
