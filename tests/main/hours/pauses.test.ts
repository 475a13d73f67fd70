import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))
const day: [string, string][] = [['07:00', '19:00']]

/** Monday 23 November 2026, opened at 07:00. */
async function openShop(week: Record<string, [string, string][]> = { mon: day, tue: day }) {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week })
  time(t, '2026-11-23T07:00')
  await t.call('hours.log', { event: 'open' })
  return t
}

test('a pause is closed time, told as such, and no late opening', async () => {
  const t = await openShop()
  time(t, '2026-11-23T14:00')
  const { act, result } = await t.answer('hours.pause', { until: '14:30', note: 'At the bank' })
  expect([act?.says, result]).toEqual([
    'Pause until 14:30 begun',
    {
      ok: true,
      value: {
        id: 1,
        from: '2026-11-23T14:00',
        until: '2026-11-23T14:30',
        endedAtMs: null,
        note: 'At the bank',
      },
    },
  ])
  const pause = {
    id: 1,
    since: '14:00',
    until: '14:30',
    untilMs: instantOf('2026-11-23T14:30', zone),
    note: 'At the bank',
  }
  time(t, '2026-11-23T14:10')
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, pause })
  expect(await t.call('hours.isOpen', { at: '2026-11-23T13:10:00Z' })).toEqual({
    open: false,
    next: '2026-11-23T13:30:00Z',
  })
  time(t, '2026-11-23T14:42')
  expect(await t.call('hours.status', {})).toHaveProperty('pause', { ...pause, overdueMinutes: 12 })
  await t.call('hours.endPause', {})
  expect(await t.call('hours.status', {})).not.toHaveProperty('pause')
  expect(await t.problem('hours.endPause', {})).toMatchObject({ code: 'no-pause' })
  time(t, '2026-11-23T19:00')
  await t.call('hours.log', { event: 'close' })
  const answer = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect(answer).toMatchObject({
    opened: { due: 1, met: 1 },
    closed: { due: 1, met: 1 },
    pausedMinutes: 42,
    days: [{ state: 'kept', pausedMinutes: 42 }],
  })
  const range = { from: '2026-11-23T00:00', to: '2026-11-24T00:00' }
  expect(await t.call('hours.openMinutes', range)).toEqual({ minutes: 720 - 42 })
})

test('a pause can be made longer, and a closing ends it', async () => {
  const t = await openShop()
  time(t, '2026-11-23T14:00')
  await t.call('hours.pause', { until: '14:30', note: 'At the bank' })
  time(t, '2026-11-23T14:20')
  expect(await t.call('hours.pause', { until: '2026-11-23T15:00' })).toMatchObject({
    id: 1,
    until: '2026-11-23T15:00',
    note: 'At the bank',
  })
  time(t, '2026-11-23T14:40')
  await t.call('hours.log', { event: 'close' })
  time(t, '2026-11-23T14:45')
  await t.call('hours.log', { event: 'open' })
  expect(await t.call('hours.status', {})).not.toHaveProperty('pause')
  const { pausedMinutes } = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect(pausedMinutes).toBe(40)
})

test('a pause has to end ahead, and before the shop closes', async () => {
  const t = await openShop()
  time(t, '2026-11-23T14:00')
  expect(await t.problem('hours.pause', { until: '13:30' })).toEqual({
    code: 'past',
    message: '13:30 has passed. No pause was begun. Say a later time.',
    field: 'until',
  })
  expect(await t.problem('hours.pause', { until: '19:00' })).toMatchObject({ code: 'after-closing' })
  expect(await t.problem('hours.pause', { until: '2026-11-24T08:00' })).toMatchObject({
    code: 'after-closing',
  })
  expect(await t.problem('hours.pause', { until: 'soon' })).toMatchObject({ field: 'until' })
  await t.call('hours.log', { event: 'close' })
  expect(await t.problem('hours.pause', { until: '14:30' })).toMatchObject({ code: 'not-open' })
})

test('a pause that ends in the minute it began takes nothing off', async () => {
  const t = await openShop()
  time(t, '2026-11-23T14:00')
  await t.call('hours.pause', { until: '14:30' })
  await t.call('hours.endPause', {})
  expect(await t.call('hours.isOpen', { at: '2026-11-23T12:00:00Z' })).toEqual({
    open: true,
    until: '2026-11-23T18:00:00Z',
  })
  const { pausedMinutes } = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-23' })
  expect(pausedMinutes).toBe(0)
})

test('a time after midnight is that of the night that runs', async () => {
  const t = await openShop({ mon: [['07:00', '02:00']] })
  time(t, '2026-11-23T23:50')
  expect(await t.call('hours.pause', { until: '00:20' })).toMatchObject({ until: '2026-11-24T00:20' })
})
