import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop } from '../../support/shop.ts'

const zone = 'Asia/Kolkata'
const day: [string, string][] = [['09:00', '17:30']]

/** A shop whose zone is half an hour off any whole one, open on Monday and Tuesday. */
async function shop() {
  const t = await testShop({ zone })
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: day, tue: day } })
  const at = (local: string) => (t.now = instantOf(local, zone))
  const log = async (event: 'open' | 'close', local: string) => {
    at(local)
    await t.call('hours.log', { event })
  }
  return { t, at, log }
}

test('open minutes are counted from and to the moment asked, in the shop’s zone', async () => {
  const { t } = await shop()
  const minutes = async (from: string, to: string) =>
    (await t.call('hours.openMinutes', { from, to })).minutes
  expect(await minutes('2026-11-23T08:00', '2026-11-23T09:20')).toBe(20)
  expect(await minutes('2026-11-23T17:00', '2026-11-24T09:10')).toBe(40)
  expect(await minutes('2026-11-23T10:00', '2026-11-23T10:00')).toBe(0)
  expect(await minutes('2026-11-23T03:00:00Z', '2026-11-23T03:50:00Z')).toBe(20)
  expect(await minutes('2026-11-23T09:00', '2026-11-23T03:50:00Z')).toBe(20)
  expect(await t.problem('hours.openMinutes', { from: '2026-11-23T10:01', to: '2026-11-23T10:00' })).toEqual({
    code: 'bad-range',
    message: '2026-11-23T10:01 is after 2026-11-23T10:00. Choose a start that is not after the end.',
    field: 'to',
  })
})

test('a range knows the pauses that lie in it, and no others', async () => {
  const { t, at, log } = await shop()
  await log('open', '2026-11-23T09:00')
  for (const [from, until] of [
    ['2026-11-23T10:00', '10:10'],
    ['2026-11-23T12:00', '12:30'],
  ] as const) {
    at(from)
    await t.call('hours.pause', { until })
    at(`2026-11-23T${until}`)
    await t.call('hours.endPause', {})
  }
  await log('close', '2026-11-23T17:30')
  expect((await t.call('hours.status', {})).today).toMatchObject({ state: 'kept', pausedMinutes: 40 })
  await log('open', '2026-11-24T09:20')
  await log('close', '2026-11-24T17:30')
  const minutes = async (from: string, to: string) =>
    (await t.call('hours.openMinutes', { from, to })).minutes
  expect(await minutes('2026-11-23T11:00', '2026-11-23T13:00')).toBe(90)
  expect(await minutes('2026-11-23T10:00', '2026-11-23T11:00')).toBe(50)
  const one = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect(one.days.map(({ day: of, state, pausedMinutes }) => [of, state, pausedMinutes])).toEqual([
    ['2026-11-23', 'kept', 40],
  ])
  expect([one.opened.due, one.opened.met, one.closed.due, one.closed.met]).toEqual([1, 1, 1, 1])
  expect(one.streak).toEqual({ days: 1, since: '2026-11-23', skipped: 0 })
  const both = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-24' })
  expect(both.days.map(({ state }) => state)).toEqual(['kept', 'missed'])
  expect([both.opened.due, both.opened.met, both.pausedMinutes]).toEqual([2, 1, 40])
  expect(both.streak).toEqual({ days: 0, since: null, skipped: 0 })
})

test('a range of days beyond what can be judged is refused, for each in words', async () => {
  const { t } = await shop()
  for (const [name, from, to] of [
    ['hours.adherence', '2026-11-24', '2026-11-23'],
    ['hours.openMinutes', '1990-01-01T00:00', '2026-11-23T00:00'],
    ['hours.adherence', '1990-01-01', '2026-11-23'],
  ] as const)
    expect(await t.problem(name, { from, to })).toMatchObject({ code: 'bad-range', field: 'to' })
})

test('a streak goes on before the range, over what was not logged, as far as the log does', async () => {
  const { t, log } = await shop()
  const kept = async (of: string) => {
    await log('open', `${of}T09:00`)
    await log('close', `${of}T17:30`)
  }
  const streak = async (from: string, to: string) => (await t.call('hours.adherence', { from, to })).streak
  for (const of of ['2026-07-20', '2026-07-21', '2026-11-16', '2026-11-23', '2026-11-24']) await kept(of)
  // 16 Mondays and 17 Tuesdays of which nothing is known lie in between.
  expect(await streak('2026-11-24', '2026-11-24')).toEqual({ days: 5, since: '2026-07-20', skipped: 33 })
  expect(await streak('2026-07-20', '2026-07-21')).toEqual({ days: 2, since: '2026-07-20', skipped: 0 })
  await log('open', '2026-11-30T09:20')
  await kept('2026-12-01')
  expect(await streak('2026-12-01', '2026-12-01')).toEqual({ days: 1, since: '2026-12-01', skipped: 0 })
  expect(await streak('2026-11-23', '2026-12-01')).toEqual({ days: 1, since: '2026-12-01', skipped: 0 })
})

test('a time that the clocks skip is refused at its field', async () => {
  const t = await testShop()
  const [skipped, real] = ['2026-03-29T02:30', '2026-03-29T04:00']
  for (const [field, range] of [
    ['from', { from: skipped, to: real }],
    ['to', { from: '2026-03-29T01:00', to: skipped }],
  ] as const)
    expect(await t.problem('hours.openMinutes', range)).toMatchObject({ field })
})

test('whether it is open looks ahead for more than a week, past pauses that run', async () => {
  const { t, at, log } = await shop()
  await log('open', '2026-11-23T09:00')
  at('2026-11-23T10:00')
  await t.call('hours.pause', { until: '10:10' })
  expect(await t.call('hours.isOpen', { at: '2026-11-23T10:05:00+05:30' })).toEqual({
    open: false,
    next: '2026-11-23T04:40:00Z',
  })
  expect(await t.call('hours.isOpen', { at: '2026-11-23T09:30:00+05:30' })).toEqual({
    open: true,
    until: '2026-11-23T04:30:00Z',
  })
  expect(await t.call('hours.isOpen', { at: '2026-11-24T17:30:00+05:30' })).toEqual({
    open: false,
    next: '2026-11-30T03:30:00Z',
  })
})
