import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const split: [string, string][] = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
]
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))

/** Monday 23 November 2026, open on weekdays 7-12 and 14-19. */
async function shop(at: string) {
  const t = await testShop()
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon: split, tue: split, wed: split, thu: split, fri: split },
  })
  time(t, at)
  return t
}
const onDay = async (t: TestShop, day: string) =>
  (await t.call('hours.adherence', { from: day, to: day })).days[0]!

test('what is logged later than the tolerance needs a reason, and it is known who logged it', async () => {
  const t = await shop('2026-11-23T07:20')
  expect(await t.problem('hours.log', { event: 'open', at: '2026-11-23T07:02' })).toEqual({
    code: 'no-reason',
    message: 'Say why 07:02 is logged only now. Nothing was logged.',
    field: 'reason',
  })
  const logged = await t.call('hours.log', { event: 'open', at: '2026-11-23T07:15' })
  expect(logged).toMatchObject({ who: 'owner', reason: '', minutesLate: 15 })
  expect(await t.call('hours.status', {})).toMatchObject({ entryId: logged.id, unexplained: true })
  await t.call('hours.explain', { entryId: logged.id, reason: 'Train was late' })
  expect(await t.call('hours.status', {})).not.toHaveProperty('unexplained')
  const { reasons } = await t.call('hours.adherence', { from: '2026-11-01', to: '2026-11-30' })
  expect(reasons).toEqual([{ reason: 'Train was late', count: 1 }])
  expect(await t.problem('hours.explain', { entryId: 99, reason: 'x' })).toMatchObject({ code: 'no-entry' })
})

test('a correction keeps the first entry with its time, and takes its place in the figures', async () => {
  const t = await shop('2026-11-23T07:20')
  const { id } = await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T09:00')
  const { act, result } = await t.answer('hours.correct', {
    entryId: id,
    at: '2026-11-23T07:03',
    reason: 'Pressed later',
  })
  expect([act?.says, result]).toMatchObject([
    'Opening corrected to 07:03',
    { ok: true, value: { id: 2, at: '2026-11-23T07:03', minutesLate: 3 } },
  ])
  await t.call('hours.correct', { entryId: 2, at: '2026-11-23T07:04', reason: 'By the camera' })
  expect(await t.call('hours.entries', { from: '2026-11-23', to: '2026-11-23' })).toEqual([
    {
      id: 3,
      event: 'open',
      day: '2026-11-23',
      at: '2026-11-23T07:04',
      atMs: instantOf('2026-11-23T07:04', zone),
      loggedAtMs: t.now,
      who: 'owner',
      reason: '',
      reconstructed: false,
      told: false,
      correction: 'By the camera',
      earlier: [
        {
          id: 1,
          at: '2026-11-23T07:20',
          atMs: instantOf('2026-11-23T07:20', zone),
          loggedAtMs: instantOf('2026-11-23T07:20', zone),
          who: 'owner',
        },
        {
          id: 2,
          at: '2026-11-23T07:03',
          atMs: instantOf('2026-11-23T07:03', zone),
          loggedAtMs: t.now,
          who: 'owner',
        },
      ],
    },
  ])
  expect((await onDay(t, '2026-11-23')).blocks[0]?.opened).toMatchObject({
    entryId: 3,
    at: '07:04',
    verdict: 'met',
  })
  expect(await t.problem('hours.correct', { entryId: 1, at: '2026-11-23T07:00', reason: 'x' })).toMatchObject(
    {
      code: 'no-entry',
    },
  )
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await t.call('hours.status', {})).toMatchObject({ since: '07:20', entryId: 1 })
})

test('a correction stays between its neighbours, in the past, and says why', async () => {
  const t = await shop('2026-11-23T07:00')
  const opened = await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T12:00')
  const closed = await t.call('hours.log', { event: 'close' })
  const correct = (entryId: number, at: string, reason = 'slip') =>
    t.problem('hours.correct', { entryId, at: `2026-11-23T${at}`, reason })
  expect(await correct(opened.id, '12:00')).toEqual({
    code: 'out-of-order',
    message:
      'The time has to be before the closing at 12:00 on Monday 23 November 2026. Nothing was changed.',
    field: 'at',
  })
  expect(await correct(closed.id, '07:00')).toMatchObject({ code: 'out-of-order' })
  expect(await correct(closed.id, '12:01')).toMatchObject({ code: 'future' })
  expect(await correct(closed.id, '12:00')).toMatchObject({ code: 'same-time' })
  expect(await correct(closed.id, '11:50', ' ')).toMatchObject({ message: 'Say why.', field: 'reason' })
})

test('a closing goes with its opening when a correction moves that to another trading day', async () => {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['22:00', '02:00']] } })
  time(t, '2026-11-24T03:00')
  const opened = await t.call('hours.log', { event: 'open' })
  expect(opened.day).toBe('2026-11-24')
  time(t, '2026-11-24T04:00')
  await t.call('hours.log', { event: 'close' })
  await t.call('hours.correct', { entryId: opened.id, at: '2026-11-23T22:05', reason: 'Forgot to press' })
  const rows = await t.call('hours.entries', { from: '2026-11-23', to: '2026-11-24' })
  expect(rows.map(({ event, day }) => [event, day])).toEqual([
    ['open', '2026-11-23'],
    ['close', '2026-11-23'],
  ])
})

test('after a quarter of a year a forgotten closing is not asked any more, and can still be added on its day', async () => {
  const t = await shop('2026-02-02T07:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-05-05T07:00')
  expect((await t.call('hours.status', {})).forgotten).toMatchObject({ day: '2026-02-02' })
  time(t, '2026-05-08T07:00')
  expect(await t.call('hours.status', {})).not.toHaveProperty('forgotten')
  await t.call('hours.reconstructClose', { day: '2026-02-02' })
  expect((await onDay(t, '2026-02-02')).blocks.at(-1)?.closed?.verdict).toBe('reconstructed')
})

test('a forgotten closing is asked until it is answered, however many openings come after it', async () => {
  const t = await shop('2026-11-23T14:00')
  await t.call('hours.log', { event: 'open' })
  expect(await t.call('hours.status', {})).not.toHaveProperty('forgotten')
  expect(await t.problem('hours.reconstructClose', { day: '2026-11-23' })).toMatchObject({
    code: 'nothing-forgotten',
  })
  time(t, '2026-11-24T07:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-25T06:55')
  await t.call('hours.log', { event: 'open' })
  const forgotten = async () => (await t.call('hours.status', {})).forgotten
  expect(await forgotten()).toEqual({
    day: '2026-11-24',
    since: '07:00',
    offered: '2026-11-24T19:00',
    more: 1,
  })
  const { act, result } = await t.answer('hours.reconstructClose', { day: '2026-11-24' })
  expect([act?.says, result]).toMatchObject([
    'Closing of Tuesday 24 November 2026 reconstructed',
    { ok: true, value: { at: '2026-11-24T19:00', reconstructed: true, due: '19:00' } },
  ])
  expect(await forgotten()).toEqual({
    day: '2026-11-23',
    since: '14:00',
    offered: '2026-11-23T19:00',
    more: 0,
  })
  await t.call('hours.log', { event: 'close', at: '2026-11-23T19:20', reason: 'Forgot to press' })
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, since: '06:55' })
  expect(await forgotten()).toBe(undefined)
})

test('a reconstructed closing is neither kept nor missed, and is counted apart', async () => {
  const t = await testShop()
  const day: [string, string][] = [['07:00', '12:00']]
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: day, tue: day, wed: day } })
  for (const [open, close] of [
    ['2026-11-23T07:00', '2026-11-23T12:00'],
    ['2026-11-24T07:00', ''],
    ['2026-11-25T07:00', '2026-11-25T12:00'],
  ] as const) {
    time(t, open)
    await t.call('hours.log', { event: 'open' })
    if (close !== '') {
      time(t, close)
      await t.call('hours.log', { event: 'close' })
    }
  }
  await t.call('hours.reconstructClose', { day: '2026-11-24', at: '2026-11-24T12:10' })
  const answer = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-25' })
  expect(answer).toMatchObject({
    opened: { due: 3, met: 3 },
    closed: { due: 2, met: 2, share: 1 },
    reconstructed: 1,
    streak: { days: 2, since: '2026-11-23', skipped: 1 },
    minutes: { closed: { early: 0, late: 0, worst: null } },
  })
  expect(answer.days[1]).toMatchObject({
    state: 'reconstructed',
    blocks: [{ closed: { verdict: 'reconstructed', at: '12:10', minutesLate: 10 } }],
  })
})

test('an opening after the last closing has no time to offer; the owner says one', async () => {
  const t = await shop('2026-11-21T10:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T06:00')
  const { forgotten } = await t.call('hours.status', {})
  expect(forgotten).toEqual({ day: '2026-11-21', since: '10:00', more: 0 })
  expect(await t.problem('hours.reconstructClose', { day: '2026-11-21' })).toMatchObject({ code: 'no-time' })
  expect(
    await t.problem('hours.reconstructClose', { day: '2026-11-21', at: '2026-11-21T09:00' }),
  ).toMatchObject({ code: 'out-of-order' })
  await t.call('hours.reconstructClose', { day: '2026-11-21', at: '2026-11-21T13:00' })
  expect(await t.call('hours.status', {})).not.toHaveProperty('forgotten')
})

test('a shop opened twice in a block, or a block through, is judged by the nearest of its entries', async () => {
  const t = await shop('2026-11-23T06:30')
  for (const [at, event] of [
    ['06:30', 'open'],
    ['06:45', 'close'],
    ['07:04', 'open'],
    ['10:00', 'close'],
    ['10:30', 'open'],
    ['19:02', 'close'],
  ] as const) {
    time(t, `2026-11-23T${at}`)
    await t.call('hours.log', { event })
  }
  const words = (await onDay(t, '2026-11-23')).blocks.flatMap(({ opened, closed }) =>
    [opened, closed].map((judged) => `${judged?.at ?? ''} ${judged?.verdict}`),
  )
  expect(words).toEqual(['07:04 met', '10:00 early', ' no data', '19:02 met'])
  time(t, '2026-11-24T12:00')
  expect(await t.problem('hours.log', { event: 'close' })).toMatchObject({ code: 'not-open' })
  expect((await onDay(t, '2026-11-24')).state).toBe('no data')
})

test.each([
  ['2026-03-28', '2026-03-29', 7],
  ['2026-10-24', '2026-10-25', 9],
])(
  'the night of %s is logged, paused, forgotten and told afterwards by its real hours',
  async (eve, night, real) => {
    const t = await testShop()
    await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { sat: [['20:00', '04:00']] } })
    time(t, `${eve}T20:00`)
    await t.call('hours.log', { event: 'open' })
    expect(await t.call('hours.openMinutes', { from: `${eve}T00:00`, to: `${night}T12:00` })).toEqual({
      minutes: real * 60,
    })
    time(t, `${night}T01:30`)
    await t.call('hours.pause', { until: '03:30' })
    time(t, `${night}T20:00`)
    expect((await t.call('hours.status', {})).forgotten).toMatchObject({
      day: eve,
      offered: `${night}T04:00`,
    })
    expect(await t.call('hours.reconstructClose', { day: eve })).toMatchObject({ day: eve, minutesLate: 0 })
    const { state, pausedMinutes } = await onDay(t, eve)
    expect({ state, pausedMinutes }).toEqual({ state: 'reconstructed', pausedMinutes: (real - 6) * 60 })
  },
)
