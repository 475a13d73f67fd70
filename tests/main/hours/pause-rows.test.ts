import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const time = (t: TestShop, local: string, seconds = 0) => (t.now = instantOf(local, zone) + seconds * 1000)
const rows = (t: TestShop) =>
  t.shop.reader
    .selectFrom('pauses')
    .select(['id', 'fromMs', 'untilMs', 'endedAtMs', 'note'])
    .orderBy('id')
    .execute()
const row = (id: number, from: string, until: string, ended: string | null, note: string) => ({
  id,
  fromMs: instantOf(from, zone),
  untilMs: instantOf(until, zone),
  endedAtMs: ended && instantOf(ended, zone),
  note,
})

/** Opened on Monday 23 November 2026 at 07:00. */
async function openShop(week: Record<string, [string, string][]> = { mon: [['07:00', '19:00']] }) {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week })
  time(t, '2026-11-23T07:00')
  await t.call('hours.log', { event: 'open' })
  return t
}

test('pauses are kept to the minute, and what happens to one leaves the others alone', async () => {
  const t = await openShop()
  time(t, '2026-11-23T10:00', 30)
  await t.call('hours.pause', { until: '10:15', note: 'Post' })
  time(t, '2026-11-23T10:10', 45)
  const ended = await t.answer('hours.endPause', {})
  expect([ended.act?.says, ended.result]).toEqual([
    'Pause ended',
    {
      ok: true,
      value: {
        id: 1,
        from: '2026-11-23T10:00',
        until: '2026-11-23T10:15',
        endedAtMs: instantOf('2026-11-23T10:10', zone),
        note: 'Post',
      },
    },
  ])
  time(t, '2026-11-23T14:00', 59)
  await t.call('hours.pause', { until: '14:30', note: 'Bank' })
  time(t, '2026-11-23T14:20')
  await t.call('hours.pause', { until: '15:00', note: 'Doctor' })
  const first = row(1, '2026-11-23T10:00', '2026-11-23T10:15', '2026-11-23T10:10', 'Post')
  expect(await rows(t)).toEqual([first, row(2, '2026-11-23T14:00', '2026-11-23T15:00', null, 'Doctor')])
  time(t, '2026-11-23T14:40')
  await t.call('hours.endPause', {})
  const second = row(2, '2026-11-23T14:00', '2026-11-23T15:00', '2026-11-23T14:40', 'Doctor')
  expect(await rows(t)).toEqual([first, second])
  time(t, '2026-11-23T16:00')
  await t.call('hours.pause', { until: '16:10', note: 'Late lunch' })
  time(t, '2026-11-23T16:05')
  await t.call('hours.log', { event: 'close' })
  expect(await rows(t)).toEqual([
    first,
    second,
    row(3, '2026-11-23T16:00', '2026-11-23T16:10', '2026-11-23T16:05', 'Late lunch'),
  ])
})

test('a closing after the announced end ends the pause at that end', async () => {
  const t = await openShop()
  time(t, '2026-11-23T16:00')
  await t.call('hours.pause', { until: '16:10' })
  time(t, '2026-11-23T16:40')
  await t.call('hours.log', { event: 'close' })
  expect(await rows(t)).toEqual([row(1, '2026-11-23T16:00', '2026-11-23T16:10', '2026-11-23T16:10', '')])
  expect(await t.problem('hours.endPause', {})).toEqual({
    code: 'no-pause',
    message: 'No pause is running. Nothing was changed.',
  })
})

test('without an opening there is nothing to pause', async () => {
  const t = await testShop()
  expect(await t.problem('hours.pause', { until: '2026-11-23T14:30' })).toEqual({
    code: 'not-open',
    message: 'The shop is closed, so there is nothing to pause. Log the opening first.',
  })
})

test('a time that the clocks skip ends no pause', async () => {
  const t = await testShop()
  time(t, '2026-03-29T01:00')
  expect(await t.problem('hours.pause', { until: '02:30' })).toMatchObject({
    code: 'no-such-time',
    field: 'until',
  })
})

test('the last minute before the closing is still a pause, the closing is none', async () => {
  const t = await openShop()
  time(t, '2026-11-23T14:00')
  expect(await t.problem('hours.pause', { until: '19:00' })).toEqual({
    code: 'after-closing',
    message: 'The shop closes at 19:00. No pause was begun. Say an earlier time, or log the closing.',
    field: 'until',
  })
  expect(await rows(t)).toEqual([])
  expect(await t.call('hours.pause', { until: '18:59' })).toMatchObject({ until: '2026-11-23T18:59' })
})

test('a time that has passed is of tomorrow only where that is at most half a day away', async () => {
  const t = await openShop({ mon: [['07:00', '24:00']], tue: [['00:00', '24:00']] })
  const past = (time: string) => ({
    code: 'past',
    message: `${time} has passed. No pause was begun. Say a later time.`,
    field: 'until',
  })
  time(t, '2026-11-23T22:00')
  expect(await t.problem('hours.pause', { until: '22:00' })).toEqual(past('22:00'))
  expect(await t.problem('hours.pause', { until: '10:01' })).toEqual(past('10:01'))
  expect(await t.problem('hours.pause', { until: '2026-11-23T03:00' })).toEqual(past('03:00'))
  expect(await t.call('hours.pause', { until: '10:00' })).toMatchObject({ until: '2026-11-24T10:00' })
})

test('on a day without a closing a pause ends before the opening would count as forgotten', async () => {
  const t = await openShop({ tue: [['07:00', '19:00']] })
  const tooLong = {
    code: 'too-long',
    message: 'That is too long for a pause. None was begun. Log the closing instead.',
    field: 'until',
  }
  expect(await t.problem('hours.pause', { until: '2026-11-24T04:00' })).toEqual(tooLong)
  expect(await t.call('hours.pause', { until: '2026-11-24T03:59' })).toMatchObject({
    until: '2026-11-24T03:59',
  })
})

test('where hours never end a pause lasts less than a week', async () => {
  const whole: [string, string][] = [['00:00', '24:00']]
  const t = await openShop(
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, whole])),
  )
  expect((await t.problem('hours.pause', { until: '2026-11-30T00:00' })).code).toBe('too-long')
  expect(await t.call('hours.pause', { until: '2026-11-29T23:59' })).toMatchObject({
    until: '2026-11-29T23:59',
  })
})
