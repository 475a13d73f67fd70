import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))
const day = '2026-11-23'

/** Open on Mondays from 7 to 12 and 14 to 19; Monday is 23 November 2026. */
async function shop(at: string) {
  const t = await testShop()
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: {
      mon: [
        ['07:00', '12:00'],
        ['14:00', '19:00'],
      ],
    },
  })
  time(t, `${day}T${at}`)
  return t
}
const adherence = (t: TestShop) => t.call('hours.adherence', { from: day, to: day })
const rows = (t: TestShop) => t.call('hours.entries', { from: day, to: day })

test('an earlier time for an opening that is logged is its correction, and no second opening', async () => {
  const t = await shop('07:30')
  await t.call('hours.log', { event: 'open' })
  time(t, `${day}T08:00`)
  const { act } = await t.answer('hours.log', {
    event: 'open',
    at: `${day}T06:58`,
    reason: 'Pressed too late',
  })
  expect(act?.says).toBe('Opening corrected to 06:58')
  expect(await rows(t)).toMatchObject([
    {
      event: 'open',
      at: `${day}T06:58`,
      correction: 'Pressed too late',
      earlier: [{ at: `${day}T07:30` }],
    },
  ])
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, since: '06:58', lateMinutes: -2 })
  for (const [at, event] of [
    ['12:00', 'close'],
    ['14:00', 'open'],
    ['19:00', 'close'],
  ] as const) {
    time(t, `${day}T${at}`)
    await t.call('hours.log', { event })
  }
  time(t, '2026-11-24T08:00')
  const status = await t.call('hours.status', {})
  expect(status).not.toHaveProperty('forgotten')
  expect(status).not.toHaveProperty('asked')
  expect((await adherence(t)).days[0]?.state).toBe('kept')
})

test('a later time is one too, of a closing as of an opening, each with its reason', async () => {
  const t = await shop('07:00')
  await t.call('hours.log', { event: 'open' })
  time(t, `${day}T11:40`)
  await t.call('hours.log', { event: 'close' })
  time(t, `${day}T13:00`)
  const log = (event: 'open' | 'close', at: string, reason = '') =>
    t.answer('hours.log', { event, at: `${day}T${at}`, reason })
  expect((await log('close', '12:02')).result).toMatchObject({ problem: { code: 'not-open' } })
  expect((await log('close', '12:02', 'Pressed before the last customer')).act?.says).toBe(
    'Closing corrected to 12:02',
  )
  expect((await log('close', '11:58', 'By the camera')).act?.says).toBe('Closing corrected to 11:58')
  expect((await log('open', '07:04')).result).toMatchObject({ problem: { code: 'already-open' } })
  expect((await log('open', '07:04', 'By the camera')).act?.says).toBe('Opening corrected to 07:04')
  expect((await rows(t)).map(({ event, at, earlier }) => [event, at.slice(11), earlier.length])).toEqual([
    ['open', '07:04', 1],
    ['close', '11:58', 2],
  ])
})

test('a lunch closing that was forgotten can be logged between its opening and the evening', async () => {
  const t = await shop('07:00')
  await t.call('hours.log', { event: 'open' })
  time(t, `${day}T19:00`)
  await t.call('hours.log', { event: 'close' })
  time(t, `${day}T19:30`)
  await t.call('hours.log', { event: 'close', at: `${day}T12:00`, reason: 'forgot' })
  await t.call('hours.log', { event: 'open', at: `${day}T14:01`, reason: 'forgot' })
  expect((await adherence(t)).days[0]).toMatchObject({ state: 'kept' })
})

test('the log of an older shop with two openings in a row asks for no closing that never was', async () => {
  const t = await shop('20:00')
  await t.call('hours.log', { event: 'open', at: `${day}T07:30`, reason: 'late' })
  await t.call('hours.log', { event: 'close', at: `${day}T19:00`, reason: 'late' })
  // As it was written before an earlier time became a correction.
  const atMs = instantOf(`${day}T06:58`, zone)
  t.shop.connection.exec(
    `INSERT INTO temp.actNow (id) VALUES (1);
     INSERT INTO hoursLog (event, tradingDay, atMs, loggedAtMs) VALUES ('open', '${day}', ${atMs}, ${t.now});
     DELETE FROM temp.actNow`,
  )
  time(t, '2026-11-24T08:00')
  const status = await t.call('hours.status', {})
  expect(status).not.toHaveProperty('forgotten')
  expect(status.asked?.times.map(({ event, due }) => `${event} ${due}`)).toEqual([
    'close 12:00',
    'open 14:00',
  ])
})

test('what is told because the PC was not on yet counts as told, not as late, and is said beside the figure', async () => {
  const t = await shop('07:32')
  const { id } = await t.call('hours.log', { event: 'open' })
  expect(await t.call('hours.status', {})).toMatchObject({ lateMinutes: 32, unexplained: true })
  const { act } = await t.answer('hours.correct', { entryId: id, at: `${day}T06:58`, pcOff: true })
  expect(act?.says).toBe('Opening corrected to 06:58')
  expect(await rows(t)).toMatchObject([
    { told: true, correction: 'The PC was not on yet', earlier: [{ at: `${day}T07:32` }] },
  ])
  expect(await t.call('hours.status', {})).toMatchObject({ lateMinutes: -2 })
  const { opened, days } = await adherence(t)
  expect(opened).toEqual({ due: 1, met: 1, share: 1, unknown: 0, told: 1 })
  expect(days[0]?.blocks[0]?.opened).toMatchObject({ verdict: 'met', told: true })
})

test('it needs no other reason, but a time; and is judged by that time', async () => {
  const t = await shop('07:40')
  expect(await t.problem('hours.log', { event: 'open', pcOff: true })).toMatchObject({
    code: 'no-time',
    field: 'at',
  })
  await t.call('hours.log', { event: 'open', at: `${day}T07:20`, pcOff: true })
  const { opened, reasons } = await adherence(t)
  expect(opened).toEqual({ due: 1, met: 0, share: 0, unknown: 0, told: 1 })
  expect(reasons).toEqual([{ reason: 'The PC was not on yet', count: 1 }])
})

test('a lateness that was known stays with its day and its hours, wherever memory would put it', async () => {
  const t = await shop('15:10')
  const { id: entryId } = await t.call('hours.log', { event: 'open', reason: 'The key' })
  const judged = async () => {
    const { days, opened } = await t.call('hours.adherence', { from: '2026-11-16', to: '2026-11-24' })
    return [opened, days.map(({ day: on, blocks }) => [on, blocks.map((block) => block.opened.verdict)])]
  }
  time(t, '2026-11-25T09:00')
  const before = await judged()
  for (const at of ['2026-11-16T07:00', `${day}T07:00`, `${day}T19:30`, '2026-11-24T08:00']) {
    expect(await t.problem('hours.correct', { entryId, at, reason: 'Wrong' })).toMatchObject({
      code: 'elsewhere',
      field: 'at',
    })
    expect(await judged()).toEqual(before)
  }
  const { id } = await t.call('hours.correct', { entryId, at: `${day}T14:00`, reason: 'Wrong' })
  expect((await t.problem('hours.correct', { entryId: id, at: `${day}T07:00`, reason: 'Wrong' })).code).toBe(
    'elsewhere',
  )
  await t.call('hours.log', { event: 'open', at: `${day}T07:00`, reason: 'Forgot' })
  expect((await adherence(t)).days[0]!.blocks.map(({ opened }) => opened.verdict)).toEqual([
    'reconstructed',
    'missed',
  ])
})

test('what was logged for no hours is no other day’s lateness either', async () => {
  const t = await shop('09:00')
  time(t, '2026-11-24T10:00')
  const { id: entryId } = await t.call('hours.log', { event: 'open' })
  expect((await t.problem('hours.correct', { entryId, at: `${day}T07:00`, reason: 'Wrong' })).code).toBe(
    'elsewhere',
  )
  expect((await adherence(t)).days[0]!.blocks[0]!.opened.verdict).toBe('no data')
})

test('a closing that was known to be early stays so, also when a later one is remembered beside it', async () => {
  const t = await shop('07:00')
  await t.call('hours.log', { event: 'open' })
  time(t, `${day}T11:00`)
  await t.call('hours.log', { event: 'close' })
  time(t, '2026-11-25T09:00')
  const early = { due: 1, met: 0 }
  expect((await adherence(t)).closed).toMatchObject(early)
  for (const [event, at] of [
    ['open', '11:30'],
    ['close', '12:00'],
  ] as const)
    await t.call('hours.log', { event, at: `${day}T${at}`, reason: 'I came back' })
  const { opened, closed, days } = await adherence(t)
  expect([opened, closed]).toMatchObject([{ due: 1, met: 1 }, early])
  expect(days[0]).toMatchObject({ state: 'missed', blocks: [{ closed: { at: '11:00' } }, {}] })
})

test('an opening remembered while other hours held does not cover the late one that was logged', async () => {
  const t = await shop('07:40')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-25T09:00')
  const { act } = await t.answer('hours.setSpecialDay', {
    day,
    blocks: [
      ['07:00', '07:30'],
      ['07:35', '12:00'],
    ],
    label: 'Split',
  })
  await t.call('hours.log', { event: 'open', at: `${day}T07:00`, reason: 'I think' })
  await t.call('shop.undo', { actId: act!.id })
  const { opened, days } = await adherence(t)
  expect(opened).toMatchObject({ due: 1, met: 0 })
  expect(days[0]?.blocks[0]?.opened).toMatchObject({ verdict: 'late', at: '07:40' })
})
