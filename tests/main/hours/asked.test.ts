import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import type { AskedDay } from '../../../src/core/hours/asked.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const split: [string, string][] = [
  ['07:00', '13:00'],
  ['15:30', '19:00'],
]
const time = (t: TestShop, local: string) => (t.now = instantOf(local, zone))

/** A baker, open on weekdays 7-13 and 15:30-19; Monday is 23 November 2026. */
async function baker(at: string) {
  const t = await testShop()
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon: split, tue: split, wed: split, thu: split, fri: split },
  })
  time(t, at)
  return t
}

async function log(
  t: TestShop,
  day: string,
  ...entries: readonly (readonly ['open' | 'close', string, string?])[]
) {
  for (const [event, at, reason = ''] of entries) {
    time(t, `${day}T${at}`)
    await t.call('hours.log', { event, reason })
  }
}
const asked = async (t: TestShop) => (await t.call('hours.status', {})).asked
const words = ({ day, times, more }: AskedDay) => ({
  day,
  times: times.map(({ event, due }) => `${event} ${due}`),
  more,
})
const onDay = async (t: TestShop, day: string) => {
  const { days, ...figures } = await t.call('hours.adherence', { from: day, to: day })
  return { ...days[0]!, figures }
}
const answers = (
  { times }: AskedDay,
  ...all: readonly ('as scheduled' | 'did not' | 'not known' | `${number}:${number}`)[]
) =>
  times.map(({ event, forMs }, i) => {
    const said = all[i]!
    return said.includes(':')
      ? { event, forMs, answer: 'other time' as const, at: `2026-11-23T${said}` }
      : { event, forMs, answer: said as 'did not' }
  })

test('a lunch closing and an afternoon opening that nobody logged are not known, not missed', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:20', 'Bus'], ['close', '19:02'])
  time(t, '2026-11-23T21:00')
  const { state, blocks, figures } = await onDay(t, '2026-11-23')
  expect(blocks.map(({ opened, closed }) => [opened.verdict, opened.reason, closed?.verdict])).toEqual([
    ['late', 'Bus', 'no data'],
    ['no data', '', 'met'],
  ])
  expect(figures).toMatchObject({
    opened: { due: 1, met: 0, share: 0, unknown: 1 },
    closed: { due: 1, met: 1, share: 1, unknown: 1 },
  })
  expect(state).toBe('missed')
  await t.call('hours.correct', { entryId: 1, at: '2026-11-23T06:58', reason: 'By the till' })
  expect((await onDay(t, '2026-11-23')).state).toBe('partly known')
})

test('all of a day is asked on the next, one day at a time, the latest first', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'], ['close', '19:02'])
  expect(await asked(t)).toBe(undefined)
  time(t, '2026-11-25T06:00')
  expect(words((await asked(t))!)).toEqual({
    day: '2026-11-24',
    times: ['open 07:00', 'close 13:00', 'open 15:30', 'close 19:00'],
    more: 1,
  })
  const { items } = await t.call('today.list', {})
  expect(items.filter(({ harm }) => harm === 'hours')).toEqual([
    {
      id: 'hours-asked',
      harm: 'hours',
      title: '4 times were not logged',
      reason: 'yesterday: opening 07:00, closing 13:00, opening 15:30, closing 19:00',
      actions: [
        { label: 'Answer …', page: '/hours' },
        expect.objectContaining({ label: 'As scheduled', call: 'hours.answerDay' }),
        expect.objectContaining({ label: 'Not known', call: 'hours.answerDay' }),
      ],
    },
  ])
  const tuesday = (await asked(t))!
  const { state } = await t.call('hours.answerDay', {
    day: '2026-11-24',
    answers: answers(tuesday, 'not known', 'not known', 'not known', 'not known'),
  })
  expect(state).toBe('no data')
  expect(words((await asked(t))!)).toEqual({
    day: '2026-11-23',
    times: ['close 13:00', 'open 15:30'],
    more: 0,
  })
})

test('each answer counts as what it is, in one change that can be undone', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'])
  time(t, '2026-11-24T06:00')
  const monday = (await asked(t))!
  const { act, result } = await t.answer('hours.answerDay', {
    day: '2026-11-23',
    answers: answers(monday, '13:10', 'did not', 'as scheduled'),
  })
  expect([act?.says, result.ok]).toEqual(['Hours of Monday 23 November 2026 answered', true])
  const { state, blocks, figures } = await onDay(t, '2026-11-23')
  expect(state).toBe('missed')
  expect(blocks).toMatchObject([
    { opened: { verdict: 'met' }, closed: { verdict: 'reconstructed', at: '13:10' } },
    { opened: { verdict: 'missed', at: null }, closed: { verdict: 'reconstructed', at: '19:00' } },
  ])
  expect(figures).toMatchObject({
    opened: { due: 2, met: 1, unknown: 0 },
    closed: { due: 0, unknown: 0 },
    reconstructed: 2,
  })
  expect(await asked(t)).toBe(undefined)
  await t.call('shop.undo', {})
  expect(await asked(t)).toEqual(monday)
})

test('a day with all its times remembered is reconstructed, one with a time nobody knows is not all known', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'], ['close', '13:00'], ['open', '15:30'])
  await log(t, '2026-11-24', ['open', '07:00'], ['close', '13:00'], ['open', '15:30'], ['close', '19:00'])
  time(t, '2026-11-25T06:00')
  await t.call('hours.answerDay', { day: '2026-11-23', answers: answers((await asked(t))!, 'as scheduled') })
  expect((await onDay(t, '2026-11-23')).state).toBe('reconstructed')
  await t.call('shop.undo', {})
  await t.call('hours.answerDay', { day: '2026-11-23', answers: answers((await asked(t))!, 'not known') })
  expect((await onDay(t, '2026-11-23')).state).toBe('partly known')
  const { streak } = await t.call('hours.adherence', { from: '2026-11-24', to: '2026-11-24' })
  expect(streak).toEqual({ days: 1, since: '2026-11-24', skipped: 0 })
})

test('what was answered is not asked again, and what does not fit is refused in words', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'], ['close', '19:02'])
  time(t, '2026-11-24T06:00')
  const monday = (await asked(t))!
  const refuse = (...all: Parameters<typeof answers> extends [unknown, ...infer A] ? A : never) =>
    t.problem('hours.answerDay', { day: '2026-11-23', answers: answers(monday, ...all) })
  expect(await refuse('15:40', 'as scheduled')).toEqual({
    code: 'out-of-order',
    message: 'For this closing say a time from 07:01 to 15:30. Nothing was changed.',
    field: 'answers.0.at',
  })
  expect(await refuse('14:00', '13:30')).toMatchObject({ code: 'out-of-order', field: 'answers.0.at' })
  expect(await refuse('as scheduled', '19:30')).toMatchObject({ field: 'answers.1.at' })
  await t.call('hours.answerDay', { day: '2026-11-23', answers: answers(monday, 'not known', '16:00') })
  expect(await refuse('did not', 'did not')).toMatchObject({ code: 'not-asked', field: 'answers.0' })
  expect(
    await t.problem('hours.answerDay', { day: '2026-11-22', answers: answers(monday, 'did not', 'did not') }),
  ).toMatchObject({ code: 'not-asked' })
  expect(await t.call('hours.status', {})).not.toHaveProperty('forgotten')
})

test('what is told of a day lies after the last entry of the days before and before the first of the days after', async () => {
  const t = await baker('2026-11-20T06:55')
  await log(t, '2026-11-19', ['open', '07:00'], ['close', '13:00'], ['open', '15:30'], ['close', '19:00'])
  await log(t, '2026-11-20', ['open', '07:00'], ['close', '13:00'], ['open', '15:30'], ['close', '19:02'])
  await log(t, '2026-11-23', ['open', '15:30'])
  await log(t, '2026-11-24', ['open', '02:30', 'Dough'], ['close', '02:50'], ['open', '07:00'])
  time(t, '2026-11-25T06:00')
  const tell = (openAt: string, closeAt: string) => ({
    day: '2026-11-23',
    answers: [
      { event: 'open', forMs: instantOf('2026-11-23T07:00', zone), answer: 'other time', at: openAt },
      { event: 'close', forMs: instantOf('2026-11-23T13:00', zone), answer: 'not known' },
      { event: 'close', forMs: instantOf('2026-11-23T19:00', zone), answer: 'other time', at: closeAt },
    ],
  })
  expect(await t.problem('hours.answerDay', tell('2026-11-20T19:01', '2026-11-23T19:10'))).toEqual({
    code: 'out-of-order',
    message: 'For this opening say a time from 19:02 to 12:59. Nothing was changed.',
    field: 'answers.0.at',
  })
  expect(await t.problem('hours.answerDay', tell('2026-11-23T06:50', '2026-11-24T02:31'))).toEqual({
    code: 'out-of-order',
    message: 'For this closing say a time from 15:31 to 02:30. Nothing was changed.',
    field: 'answers.2.at',
  })
  await t.call('hours.answerDay', tell('2026-11-23T06:50', '2026-11-24T02:30') as never)
})

test('after weeks without the PC all open questions are left as not known at once', async () => {
  const t = await baker('2026-11-02T06:55')
  await log(t, '2026-11-02', ['open', '07:00'])
  time(t, '2026-11-23T06:00')
  expect(words((await asked(t))!)).toMatchObject({ day: '2026-11-20', more: 14 })
  const { act } = await t.answer('hours.leaveAsked', {})
  expect(act?.says).toBe('15 days left as not known')
  expect(await t.call('hours.status', {})).not.toHaveProperty('asked')
  expect(await t.problem('hours.leaveAsked', {})).toMatchObject({ code: 'nothing-asked' })
  const { opened, noDataDays } = await t.call('hours.adherence', { from: '2026-11-01', to: '2026-11-22' })
  expect({ opened, noDataDays }).toEqual({
    opened: { due: 1, met: 1, share: 1, unknown: 29, told: 0 },
    noDataDays: 14,
  })
})

test('nothing is asked of days before the log began, nor after a quarter of a year', async () => {
  const t = await baker('2026-07-01T06:55')
  await log(t, '2026-07-01', ['open', '07:00'])
  time(t, '2026-07-02T06:00')
  expect(words((await asked(t))!)).toMatchObject({ day: '2026-07-01', more: 0 })
  time(t, '2026-11-23T06:00')
  const { more } = (await asked(t))!
  expect(more).toBe(64)
})

test('a closing after an opening outside the hours is asked by itself', async () => {
  const t = await baker('2026-11-21T10:00')
  await t.call('hours.log', { event: 'open' })
  time(t, '2026-11-23T06:00')
  const saturday = (await asked(t))!
  expect(saturday).toMatchObject({
    day: '2026-11-21',
    since: '10:00',
    times: [{ event: 'close', due: null }],
  })
  const [one] = saturday.times
  const say = (more: object) => ({
    day: '2026-11-21',
    answers: [{ event: 'close', forMs: one!.forMs, ...more }],
  })
  expect(await t.problem('hours.answerDay', say({ answer: 'as scheduled' }))).toMatchObject({
    code: 'no-time',
  })
  expect(
    await t.problem('hours.answerDay', say({ answer: 'other time', at: '2026-11-21T09:00' })),
  ).toMatchObject({ code: 'out-of-order' })
  await t.call('hours.answerDay', say({ answer: 'not known' }) as never)
  expect(await t.call('hours.status', {})).not.toHaveProperty('asked')
  expect(await t.call('hours.status', {})).not.toHaveProperty('forgotten')
})

test('what is entered when its day is over is only remembered, whoever asks for it, and never counts as kept', async () => {
  const t = await baker('2026-11-28T08:00')
  const enter = async (day: string, more: { reason?: string; pcOff?: boolean }) => {
    for (const [i, at] of ['07:00', '13:00', '15:30', '19:00'].entries())
      await t.call('hours.log', { event: i % 2 === 0 ? 'open' : 'close', at: `${day}T${at}`, ...more })
  }
  await enter('2026-11-25', { reason: 'was there' })
  expect(await onDay(t, '2026-11-25')).toMatchObject({
    state: 'reconstructed',
    figures: { opened: { due: 0, met: 0 }, closed: { due: 0, met: 0 }, reconstructed: 4 },
  })
  // A reason of its own: told, and counted apart.
  await enter('2026-11-26', { pcOff: true })
  expect(await onDay(t, '2026-11-26')).toMatchObject({
    state: 'kept',
    figures: { opened: { due: 2, met: 2, told: 2 }, closed: { due: 2, met: 2, told: 2 }, reconstructed: 0 },
  })
})

test('an entry corrected when its day is over is only remembered from then on', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(
    t,
    '2026-11-23',
    ['open', '07:20', 'Bus'],
    ['close', '13:00'],
    ['open', '15:30'],
    ['close', '19:00'],
  )
  time(t, '2026-11-24T03:59')
  await t.call('hours.correct', { entryId: 1, at: '2026-11-23T07:01', reason: 'By the till' })
  expect((await onDay(t, '2026-11-23')).state).toBe('kept')
  await t.call('shop.undo', {})
  time(t, '2026-11-24T06:00')
  await t.call('hours.correct', { entryId: 1, at: '2026-11-23T07:01', reason: 'By the till' })
  const { state, blocks } = await onDay(t, '2026-11-23')
  expect([state, blocks[0]?.opened]).toMatchObject(['missed', { verdict: 'missed', at: '07:01' }])
})

test('what was known to be late or not kept stays so, whatever is remembered later', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:20', 'Bus'], ['close', '13:00'])
  time(t, '2026-11-25T08:00')
  const correct = async (entryId: number, at: string) =>
    (await t.call('hours.correct', { entryId, at: `2026-11-23T${at}`, reason: 'I think' })).id
  const figures = async () => (await onDay(t, '2026-11-23')).figures
  const later = await correct(1, '08:30')
  expect(await figures()).toMatchObject({ opened: { due: 1, met: 0 }, reconstructed: 0 })
  await correct(later, '07:00')
  expect(await figures()).toMatchObject({ opened: { due: 1, met: 0 }, reconstructed: 0 })
  // What was kept is not known any more, or known to be worse.
  const closed = await correct(2, '13:01')
  expect(await figures()).toMatchObject({ closed: { due: 0 }, reconstructed: 1 })
  await correct(closed, '11:00')
  expect(await figures()).toMatchObject({ closed: { due: 1, met: 0 }, reconstructed: 0 })
})

test('what was said not to have been kept, and then to have been late, is late', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'], ['close', '13:00'])
  time(t, '2026-11-24T08:00')
  await t.call('hours.answerDay', {
    day: '2026-11-23',
    answers: answers((await asked(t))!, 'did not', 'not known'),
  })
  await t.call('hours.log', { event: 'open', at: '2026-11-23T17:30', reason: 'The doctor' })
  expect((await onDay(t, '2026-11-23')).blocks[1]?.opened).toMatchObject({ verdict: 'late', at: '17:30' })
})

test('a time told because the PC was off counts, whether it is logged or corrects what was remembered', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:20', 'Bus'])
  time(t, '2026-11-25T08:00')
  const at = '2026-11-23T07:01'
  const { id } = await t.call('hours.correct', { entryId: 1, at: '2026-11-23T07:03', reason: 'I think' })
  expect(await t.call('hours.correct', { entryId: id, at, pcOff: true })).toMatchObject({
    reconstructed: false,
    told: true,
  })
  expect((await onDay(t, '2026-11-23')).blocks[0]?.opened).toMatchObject({ verdict: 'met', told: true })
})

test('what was said not to have been kept is known otherwise by a correction alone', async () => {
  const t = await baker('2026-11-23T06:55')
  await log(t, '2026-11-23', ['open', '07:00'])
  time(t, '2026-11-24T08:00')
  await t.call('hours.answerDay', {
    day: '2026-11-23',
    answers: answers((await asked(t))!, 'did not', 'as scheduled', 'did not'),
  })
  expect(
    await t.problem('hours.reconstructClose', { day: '2026-11-23', at: '2026-11-23T19:00' }),
  ).toMatchObject({ code: 'answered' })
  const { act } = await t.answer('hours.log', {
    event: 'close',
    at: '2026-11-23T13:00',
    reason: 'Did after all',
  })
  expect(act?.says).toBe('Closing corrected to 13:00 on Monday 23 November 2026')
  expect((await onDay(t, '2026-11-23')).blocks[0]?.closed).toMatchObject({ verdict: 'reconstructed' })
  const rows = await t.call('hours.entries', { from: '2026-11-23', to: '2026-11-23' })
  expect(rows[1]).toMatchObject({ event: 'close', correction: 'Did after all', reconstructed: true })
  await t.call('shop.undo', {})
  expect((await onDay(t, '2026-11-23')).blocks[0]?.closed).toMatchObject({ verdict: 'missed' })
})
