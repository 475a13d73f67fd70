import { expect, test } from 'vitest'
import { formatsOf } from '../../src/core/formats.ts'
import { addDays, instantOf } from '../../src/core/day.ts'
import { statusWords } from '../../src/core/hours/words.ts'
import { testShop, type TestShop } from '../support/shop.ts'

const zone = 'Europe/Berlin'
const split: [string, string][] = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
]
const weekdaysSplit = { mon: split, tue: split, wed: split, thu: split, fri: split }

/** A shop in Berlin, Monday 23 November 2026, open on weekdays 7-12 and 14-19. */
async function splitShop(at: string): Promise<TestShop> {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: weekdaysSplit })
  t.now = instantOf(`2026-11-23T${at}`, zone)
  return t
}
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))

test('a schedule is kept as versions, each valid from its day', async () => {
  const t = await testShop()
  expect(await t.call('hours.schedule', {})).toBe(null)
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['07:00', '24:00']] } })
  const { act } = await t.answer('hours.setSchedule', {
    validFrom: '2026-12-01',
    week: { tue: [['20:00', '02:00']] },
  })
  expect(act?.says).toBe('Opening hours from Tuesday 1 December 2026 saved')
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const versions = ['2026-01-01', '2026-12-01']
  expect(await t.call('hours.schedule', {})).toEqual({
    validFrom: '2026-01-01',
    week: { ...none, mon: [['07:00', '00:00']] },
    versions,
  })
  expect(await t.call('hours.schedule', { day: '2026-12-01' })).toEqual({
    validFrom: '2026-12-01',
    week: { ...none, tue: [['20:00', '02:00']] },
    versions,
  })
  expect(await t.call('hours.schedule', { day: '2025-12-31' })).toBe(null)
  await t.call('hours.setSchedule', { validFrom: '2026-12-01', week: {} })
  expect(await t.call('hours.schedule', { day: '2026-12-01' })).toEqual({
    validFrom: '2026-12-01',
    week: none,
    versions,
  })
})

test('hours that cannot be are explained with the name of the day, and nothing is saved', async () => {
  const t = await testShop()
  const week = {
    wed: [
      ['07:00', '12:00'],
      ['11:00', '14:00'],
    ],
  }
  expect(await t.problem('hours.setSchedule', { validFrom: '2026-01-01', week })).toEqual({
    code: 'overlap',
    message: 'Wednesday: 07:00–12:00 and 11:00–14:00 overlap. Let one close before the other opens.',
    field: 'week.wed',
  })
  expect(await t.problem('hours.setSchedule', { validFrom: '2026-02-30', week: {} })).toMatchObject({
    message: 'Write a day as 2026-11-23.',
    field: 'validFrom',
  })
  expect(
    await t.problem('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['7', '12:00']] } }),
  ).toMatchObject({ message: 'Write a time as 07:00, from 00:00 to 23:59.', field: 'week.mon.0.0' })
  expect(await t.call('hours.schedule', {})).toBe(null)
})

test('one tap logs the opening at this minute, with how late it is', async () => {
  const t = await splitShop('07:02')
  t.now += 59_999
  const answer = await t.answer('hours.log', { event: 'open' })
  expect(answer.act?.says).toBe('Opening at 07:02 logged')
  expect(answer.result).toEqual({
    ok: true,
    value: {
      id: 1,
      event: 'open',
      day: '2026-11-23',
      at: '2026-11-23T07:02',
      atMs: instantOf('2026-11-23T07:02', zone),
      reason: '',
      who: 'owner',
      reconstructed: false,
      told: false,
      due: '07:00',
      minutesLate: 2,
    },
  })
  const { today, ...status } = await t.call('hours.status', {})
  expect(status).toEqual({
    open: true,
    sinceMs: instantOf('2026-11-23T07:02', zone),
    since: '07:02',
    entryId: 1,
    lateMinutes: 2,
    closesAt: '12:00',
    next: { day: '2026-11-23', time: '14:00' },
    toleranceMinutes: 5,
  })
  expect(today).toMatchObject({ day: '2026-11-23', state: 'under way' })
  await t.call('shop.undo', {})
  expect((await t.call('hours.status', {})).open).toBe(false)
})

test('opening twice, closing without opening and the future are answered in words', async () => {
  const t = await splitShop('08:00')
  expect(await t.problem('hours.log', { event: 'close' })).toMatchObject({
    code: 'not-open',
    message: 'No opening is logged before this closing. Nothing was logged. Log the opening first.',
  })
  await t.call('hours.log', { event: 'open', at: '2026-11-23T07:02', reason: ' forgot to press ' })
  expect(await t.problem('hours.log', { event: 'open' })).toMatchObject({
    code: 'already-open',
    message:
      'The shop was already open then: opened at 07:02 on Monday 23 November 2026. Nothing was logged. Log a closing first.',
  })
  expect(await t.problem('hours.log', { event: 'close', at: '2026-11-23T08:01' })).toMatchObject({
    code: 'future',
    message:
      '08:01 on Monday 23 November 2026 is still to come. Nothing was changed. Enter it when it has happened.',
  })
  time(t, '2026-11-23T12:00')
  await t.call('hours.log', { event: 'close' })
  expect(await t.problem('hours.log', { event: 'close' })).toMatchObject({ code: 'not-open' })
  expect(await t.problem('hours.log', { event: 'close', at: '2026-11-23T11:00' })).toMatchObject({
    code: 'already-closed',
  })
  expect(await t.problem('hours.log', { event: 'open', at: '2026-11-23T09:00' })).toMatchObject({
    code: 'already-open',
  })
  expect(await t.problem('hours.log', { event: 'open', at: '2026-03-29T02:30' })).toMatchObject({
    code: 'no-such-time',
    message: 'The clocks skipped 02:30 on Sunday 29 March 2026. Nothing was changed. Use 03:30.',
  })
  const { days } = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect(days[0]).toMatchObject({ state: 'under way', reasons: ['forgot to press'] })
})

test('a morning can be logged after the afternoon', async () => {
  const t = await splitShop('20:00')
  await t.call('hours.log', { event: 'open', at: '2026-11-23T14:00', reason: 'no power' })
  await t.call('hours.log', { event: 'open', at: '2026-11-23T07:00', reason: 'no power' })
  await t.call('hours.log', { event: 'close', at: '2026-11-23T12:00', reason: 'no power' })
  await t.call('hours.log', { event: 'close', at: '2026-11-23T19:00', reason: 'no power' })
  const { opened, closed, days } = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect({ opened, closed, state: days[0]?.state }).toEqual({
    opened: { due: 2, met: 2, share: 1, unknown: 0, told: 0 },
    closed: { due: 2, met: 2, share: 1, unknown: 0, told: 0 },
    state: 'kept',
  })
})

test('who opens again when the day is over is outside of the hours, and no closing was due', async () => {
  const t = await splitShop('14:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T19:00')
  await t.call('hours.log', { event: 'close' })
  time(t, '2026-11-23T20:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T20:30')
  expect(await t.call('hours.status', {})).toMatchObject({
    since: '20:00',
    outside: true,
    overtimeMinutes: 30,
  })
})

test('a forgotten closing does not stand in the way of the next day, and can be dated back', async () => {
  const t = await splitShop('14:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T22:00')
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, since: '14:00', overtimeMinutes: 180 })
  time(t, '2026-11-24T06:58')
  const morning = await t.call('hours.status', {})
  expect(morning).toMatchObject({ open: false, forgotten: { day: '2026-11-23', since: '14:00' } })
  expect(await t.problem('hours.log', { event: 'close' })).toMatchObject({ code: 'not-open' })
  expect(await t.call('hours.log', { event: 'open' })).toMatchObject({ day: '2026-11-24', minutesLate: -2 })
  expect(
    await t.call('hours.log', { event: 'close', at: '2026-11-23T19:10', reason: 'forgot' }),
  ).toMatchObject({
    day: '2026-11-23',
    due: '19:00',
    minutesLate: 10,
  })
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, since: '06:58', lateMinutes: -2 })
})

test('a closing past midnight belongs to the day it was opened, over both DST nights', async () => {
  const t = await testShop()
  const night: [string, string][] = [['20:00', '02:00']]
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { sat: night, sun: night } })
  for (const [saturday, real] of [
    ['2026-03-28', 6],
    ['2026-10-24', 6],
  ] as const) {
    time(t, `${saturday}T20:00`)
    await t.call('hours.log', { event: 'open' })
    t.now += real * 3_600_000 + 4 * 60_000
    expect(await t.call('hours.status', {})).toMatchObject({ open: true, today: { day: saturday } })
    expect(await t.call('hours.log', { event: 'close' })).toMatchObject({
      day: saturday,
      due: expect.any(String),
      minutesLate: 4,
    })
    const { days } = await t.call('hours.adherence', { from: saturday, to: saturday })
    expect(days[0]?.state).toBe('kept')
  }
  time(t, '2026-11-22T00:30')
  expect(await t.call('hours.status', {})).toMatchObject({
    open: false,
    overdueMinutes: 270,
    today: { day: '2026-11-21' },
  })
  expect(await t.call('hours.log', { event: 'open' })).toMatchObject({ day: '2026-11-21', minutesLate: 270 })
})

test('closed though it should be open is told in minutes; nothing scheduled is told as such', async () => {
  const t = await testShop()
  expect(await t.call('hours.status', {})).toEqual({
    open: false,
    today: {
      day: '2026-11-23',
      state: 'no schedule',
      blocks: [],
      reasons: [],
      special: null,
      pausedMinutes: 0,
    },
    nothingScheduled: true,
    toleranceMinutes: 5,
  })
  await t.call('hours.setSchedule', { validFrom: '2026-11-30', week: weekdaysSplit })
  expect(await t.call('hours.status', {})).toMatchObject({ next: { day: '2026-11-30', time: '07:00' } })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: weekdaysSplit })
  expect(await t.call('hours.status', {})).toMatchObject({
    open: false,
    overdueMinutes: 120,
    next: { day: '2026-11-23', time: '14:00' },
    today: { state: 'no data' },
  })
  await t.call('hours.log', { event: 'open', at: '2026-11-23T07:00', reason: 'forgot' })
  await t.call('hours.log', { event: 'close', at: '2026-11-23T08:15', reason: 'forgot' })
  expect(await t.call('hours.status', {})).toMatchObject({ open: false, overdueMinutes: 45 })
})

test('closed early is told as such, and a closed shop is waited for only when opening is due', async () => {
  const t = await splitShop('07:00')
  const said = async (at: string) => {
    time(t, `2026-11-23T${at}`)
    return statusWords(await t.call('hours.status', {}), formatsOf('DE'))
  }
  const log = async (event: 'open' | 'close', at: string) => {
    time(t, `2026-11-23T${at}`)
    await t.call('hours.log', { event })
  }
  await log('open', '06:50')
  await log('close', '06:55')
  expect(await said('06:59')).toBe('Closed until 07:00')
  expect(await said('07:00')).toBe('Closed, opening is due now')
  expect(await said('07:10')).toBe('Should be open: closed for 10 min')
  await log('open', '07:10')
  await t.call('hours.pause', { until: '07:30' })
  expect(await said('07:20')).toBe('Pause, back at 07:30')
  await log('close', '07:20')
  expect(await said('07:20')).toBe('Closed at 07:20, 4 h 40 min before closing time')
  expect(await said('07:40')).toBe('Closed at 07:20, 4 h 40 min before closing time')
  await log('open', '08:00')
  await log('close', '12:00')
  expect(await said('12:00')).toBe('Closed until 14:00')
  expect(await said('13:59')).toBe('Closed until 14:00')
  expect(await said('14:00')).toBe('Closed, opening is due now')
  expect(await said('14:10')).toBe('Should be open: closed for 10 min')
  await log('open', '14:10')
  await log('close', '15:00')
  expect(await said('15:30')).toBe('Closed at 15:00, 4 h before closing time')
  expect(await t.call('hours.notice', { kind: 'late', at: '16:00' })).toMatchObject({
    text: 'We open at 16:00 today. We are sorry.',
  })
  expect(await said('19:00')).toBe('Closed')
})

test('adherence of a month: days without data and days to come count for nothing', async () => {
  const t = await splitShop('06:00')
  const log = async (day: string, ...pairs: [string, string][]) => {
    const now = t.now
    for (const [open, close] of pairs) {
      t.now = instantOf(`${day}T${close}`, 'Europe/Berlin')
      await t.call('hours.log', { event: 'open', at: `${day}T${open}`, reason: 'forgot' })
      await t.call('hours.log', { event: 'close', at: `${day}T${close}`, reason: 'forgot' })
    }
    t.now = now
  }
  await log('2026-11-16', ['07:00', '12:00'], ['14:05', '19:00'])
  await log('2026-11-17', ['07:06', '12:00'], ['14:00', '18:50'])
  await log('2026-11-21', ['10:00', '11:00'])
  const answer = await t.call('hours.adherence', { from: '2026-11-16', to: '2026-11-24' })
  expect({ opened: answer.opened, closed: answer.closed, states: answer.days.map((d) => d.state) }).toEqual({
    opened: { due: 4, met: 3, share: 0.75, unknown: 6, told: 0 },
    closed: { due: 4, met: 3, share: 0.75, unknown: 6, told: 0 },
    states: ['kept', 'missed', 'no data', 'no data', 'no data', 'extra', 'closed', 'to come', 'to come'],
  })
  await t.call('shop.change', { toleranceMinutes: 10 })
  expect((await t.call('hours.adherence', { from: '2026-11-16', to: '2026-11-24' })).opened.share).toBe(1)
  expect(await t.call('hours.adherence', { from: '2025-12-01', to: '2025-12-01' })).toMatchObject({
    opened: { due: 0, met: 0, share: null },
    closed: { due: 0, met: 0, share: null },
    days: [{ day: '2025-12-01', state: 'no schedule', blocks: [], reasons: [] }],
  })
  expect(await t.problem('hours.adherence', { from: '2026-12-01', to: '2026-11-01' })).toMatchObject({
    code: 'bad-range',
  })
})

test('a day is judged by the version of the hours that was valid then', async () => {
  const t = await splitShop('08:00')
  await t.call('hours.setSchedule', { validFrom: '2026-11-23', week: { mon: [['08:00', '12:00']] } })
  const now = t.now
  t.now = instantOf('2026-11-16T12:00', 'Europe/Berlin')
  await t.call('hours.log', { event: 'open', at: '2026-11-16T08:00', reason: 'forgot' })
  await t.call('hours.log', { event: 'close', at: '2026-11-16T12:00', reason: 'forgot' })
  t.now = now
  await t.call('hours.log', { event: 'open' })
  const { days } = await t.call('hours.adherence', { from: '2026-11-16', to: '2026-11-23' })
  expect(days[0]?.blocks[0]?.opened).toMatchObject({ due: '07:00', minutesLate: 60, verdict: 'late' })
  expect(days[7]?.blocks[0]?.opened).toMatchObject({ due: '08:00', minutesLate: 0, verdict: 'met' })
})

test('ten years are judged in one call, more are refused', async () => {
  const t = await splitShop('06:00')
  const from = addDays('2026-11-23', -3650)
  expect((await t.call('hours.adherence', { from, to: '2026-11-23' })).days).toHaveLength(3651)
  expect(await t.problem('hours.adherence', { from: '2000-01-01', to: '2026-11-23' })).toMatchObject({
    message: 'Choose at most 3.700 days, about ten years.',
  })
})
