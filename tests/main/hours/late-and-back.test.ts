import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))
const log = async (t: TestShop, event: 'open' | 'close', local: string) => {
  time(t, local)
  await t.call('hours.log', { event })
}
const split: [string, string][] = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
]

/** Monday 23 November 2026, 06:30. */
async function shop(): Promise<TestShop> {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: split, tue: split } })
  time(t, '2026-11-23T06:30')
  return t
}

const lateText = async (t: TestShop, at?: string) =>
  (await t.call('hours.notice', { kind: 'late', ...(at && { at }) })).text

/** The words of a sign, without its markup. */
const words = async (t: TestShop, input: object): Promise<string> =>
  (await t.call('hours.sign', { paper: 'A5', ...input })).html
    .replace(/<style>[^]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('a late opening is instead of the last one due before it, of today', async () => {
  const t = await shop()
  expect(await lateText(t, '07:00')).toBe('We open at 07:00 today. We are sorry.')
  expect(await lateText(t, '07:01')).toBe('We open at 07:01 today instead of 07:00. We are sorry.')
  expect(await lateText(t, '14:20')).toBe('We open at 14:20 today instead of 14:00. We are sorry.')
  expect(await words(t, { kind: 'late', at: '07:01' })).toBe(
    'Corner Shop – We open at 07:01 Corner Shop We open at 07:01 today. We are sorry. Monday 23 November 2026',
  )
  time(t, '2026-11-23T07:20')
  expect(await lateText(t, '07:20')).toBe(
    'We opened at 07:20 today instead of 07:00. We are sorry to everyone who waited.',
  )
  expect(await lateText(t, '07:21')).toBe('We open at 07:21 today instead of 07:00. We are sorry.')
  expect(await t.call('hours.notice', { kind: 'late', at: '07:21' })).toEqual({
    text: 'We open at 07:21 today instead of 07:00. We are sorry.',
    dated: 'On Monday 23 November we opened at 07:21 instead of 07:00. We are sorry to everyone who waited.',
  })
})

test('an opening that was kept and closed again is not what a later one is instead of', async () => {
  const t = await shop()
  await log(t, 'open', '2026-11-23T07:00')
  expect(await lateText(t, '08:00')).toBe('We open at 08:00 today instead of 07:00. We are sorry.')
  await log(t, 'close', '2026-11-23T07:30')
  expect(await lateText(t, '08:00')).toBe('We open at 08:00 today. We are sorry.')
  expect(await lateText(t, '07:30')).toBe(
    'We opened at 07:30 today instead of 07:00. We are sorry to everyone who waited.',
  )
  // What was closed in the morning says nothing of the afternoon.
  expect(await lateText(t, '14:20')).toBe('We open at 14:20 today instead of 14:00. We are sorry.')
  time(t, '2026-11-24T06:30')
  expect(await lateText(t, '08:00')).toBe('We open at 08:00 today instead of 07:00. We are sorry.')
})

test('what opened late and is open still is told instead of its time', async () => {
  const t = await shop()
  await log(t, 'open', '2026-11-23T07:10')
  expect(await lateText(t, '08:00')).toBe('We open at 08:00 today instead of 07:00. We are sorry.')
})

test('a closing at the very moment the shop should open keeps nothing', async () => {
  const t = await shop()
  await log(t, 'open', '2026-11-23T06:40')
  await log(t, 'close', '2026-11-23T07:00')
  expect(await lateText(t, '08:00')).toBe('We open at 08:00 today instead of 07:00. We are sorry.')
})

test('of what is logged the last late opening of today is told, not that of another day', async () => {
  const t = await shop()
  await log(t, 'open', '2026-11-23T07:20')
  await log(t, 'close', '2026-11-23T12:00')
  await log(t, 'open', '2026-11-23T14:30')
  expect(await lateText(t)).toBe(
    'We opened at 14:30 today instead of 14:00. We are sorry to everyone who waited.',
  )
  expect(await words(t, { kind: 'late', note: 'The bus' })).toContain(
    'We opened at 14:30 today. We are sorry. The bus',
  )
  await log(t, 'close', '2026-11-23T19:00')
  await log(t, 'open', '2026-11-24T07:00')
  expect(await t.problem('hours.notice', { kind: 'late' })).toEqual({
    code: 'not-late',
    message: 'No late opening is logged today. Say when you open.',
    field: 'at',
  })
  expect((await t.problem('hours.sign', { paper: 'A5', kind: 'late' })).code).toBe('not-late')
})

test('on time within the tolerance of the shop is not late', async () => {
  const t = await shop()
  await log(t, 'open', '2026-11-23T07:05')
  expect((await t.problem('hours.notice', { kind: 'late' })).code).toBe('not-late')
  await t.call('shop.change', { toleranceMinutes: 4 })
  expect(await lateText(t)).toContain('We opened at 07:05 today instead of 07:00.')
})

test('a time that the clocks skip is told nowhere', async () => {
  const t = await shop()
  time(t, '2026-03-29T01:00')
  for (const kind of ['late', 'pause'] as const) {
    expect(await t.problem('hours.notice', { kind, at: '02:30' })).toMatchObject({ field: 'at' })
    expect(await t.problem('hours.sign', { paper: 'A5', kind, at: '02:30' })).toMatchObject({ field: 'at' })
  }
})

test('when the shop is back is said as asked, else as the pause that runs says', async () => {
  const t = await shop()
  expect(await t.call('hours.notice', { kind: 'pause', at: '10:30' })).toEqual({
    text: 'We are out for a moment and back at 10:30.',
    dated: 'On Monday 23 November we are closed for a while and back at 10:30.',
  })
  expect((await t.call('hours.notice', { kind: 'pause', at: '10:30', note: 'At lunch!' })).text).toBe(
    'We are out for a moment and back at 10:30. At lunch!',
  )
  const noPause = { code: 'no-pause', message: 'No pause is running. Say when you are back.', field: 'at' }
  await log(t, 'open', '2026-11-23T07:00')
  expect(await t.problem('hours.notice', { kind: 'pause' })).toEqual(noPause)
  time(t, '2026-11-23T09:00')
  await t.call('hours.pause', { until: '09:30', note: 'At the bank' })
  expect((await t.call('hours.notice', { kind: 'pause', note: 'At lunch' })).text).toBe(
    'We are out for a moment and back at 09:30. At lunch.',
  )
  expect((await t.call('hours.notice', { kind: 'pause', at: '10:30' })).text).toBe(
    'We are out for a moment and back at 10:30.',
  )
  await t.call('hours.endPause', {})
  expect(await t.problem('hours.notice', { kind: 'pause' })).toEqual(noPause)
  await log(t, 'close', '2026-11-23T12:00')
  expect(await t.problem('hours.notice', { kind: 'pause' })).toEqual(noPause)
})

test('hours that are still to come say from when they are', async () => {
  const t = await testShop()
  time(t, '2026-11-23T06:30')
  await t.call('hours.setSchedule', { validFrom: '2026-11-30', week: { mon: [['08:00', '12:00']] } })
  await t.call('hours.setSchedule', { validFrom: '2026-12-07', week: { mon: [['09:00', '12:00']] } })
  expect(await words(t, {})).toContain(
    'Opening hours from Monday 30 November Monday 08:00–12:00 Tuesday–Sunday closed',
  )
  time(t, '2026-11-30T06:30')
  expect(await words(t, {})).toContain('Opening hours Monday 08:00–12:00')
  expect((await t.call('hours.voicemail', {})).text).toContain('We are open Monday from 08:00 to 12:00.')
})

test('special days are told up to 60 days ahead', async () => {
  const t = await shop()
  const none = {
    code: 'no-special-days',
    message: 'There are no special days in the next 60 days. Set one first.',
  }
  expect(await t.problem('hours.notice', { kind: 'holidays' })).toEqual(none)
  await t.call('hours.setSpecialDay', { day: '2027-01-23', closed: true, label: 'Too far' })
  expect(await t.problem('hours.notice', { kind: 'holidays' })).toEqual(none)
  expect(await words(t, {})).not.toContain('Too far')
  await t.call('hours.setSpecialDay', { day: '2027-01-22', closed: true, label: 'Stocktaking' })
  const text = 'Our hours on special days:\nFriday 22 January 2027 (Stocktaking): closed'
  expect(await t.call('hours.notice', { kind: 'holidays' })).toEqual({ text, dated: text })
})

test('what is told of the hours is that of this shop', async () => {
  const t = await shop()
  await t.call('shop.change', { name: 'Käse & Brot', address: 'Marktplatz 1', phone: '030 1' })
  await t.call('hours.setSpecialDay', { day: '2026-12-24', closed: true, label: 'Eve' })
  const { jsonLd } = await t.call('hours.jsonLd', {})
  expect(JSON.parse(jsonLd)).toMatchObject({ name: 'Käse & Brot', telephone: '030 1' })
  expect(jsonLd).toContain('2026-12-24')
  const empty = await testShop({ setUp: false })
  for (const [name, input] of [
    ['hours.jsonLd', {}],
    ['hours.voicemail', {}],
    ['hours.sign', { paper: 'A4' }],
  ] as const)
    expect(await empty.problem(name, input)).toEqual({
      code: 'no-shop',
      message: 'This file holds no shop yet. Set the shop up first.',
    })
})
