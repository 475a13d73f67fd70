import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const day: [string, string][] = [['07:00', '19:00']]
const weekdays = { mon: day, tue: day, wed: day, thu: day, fri: day }

async function shop() {
  const t = await testShop({ now: '2026-11-23T12:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week: weekdays })
  return t
}

test('closed, half, extra, ranges and yearly ones hold in the week, in open hours and for the checklist', async () => {
  const t = await shop()
  const eve = { day: '2026-12-24', yearly: true, blocks: [['07:00', '12:00']] as [string, string][] }
  const { act, result } = await t.answer('hours.setSpecialDay', { ...eve, label: 'Christmas Eve' })
  expect([act?.says, result]).toEqual([
    'Christmas Eve saved: 24 December, every year',
    { ok: true, value: { id: 1 } },
  ])
  await t.call('hours.setSpecialDay', {
    day: '2026-12-25',
    to: '2026-12-27',
    closed: true,
    label: 'Christmas',
  })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-27',
    blocks: [['13:00', '18:00']],
    label: 'Sunday sale',
  })
  const { week, days } = await t.call('hours.week', { day: '2026-12-24' })
  expect([week, days.map((one) => [one.weekday, one.blocks, one.special?.label])]).toEqual([
    '2026-W52',
    [
      ['mon', [['07:00', '19:00']], undefined],
      ['tue', [['07:00', '19:00']], undefined],
      ['wed', [['07:00', '19:00']], undefined],
      ['thu', [['07:00', '12:00']], 'Christmas Eve'],
      ['fri', [], 'Christmas'],
      ['sat', [], 'Christmas'],
      ['sun', [['13:00', '18:00']], 'Sunday sale'],
    ],
  ])
  const local = { from: '2026-12-24T00:00', to: '2026-12-28T00:00' }
  expect(await t.call('hours.openMinutes', local)).toEqual({ minutes: 600 })
  const instants = { from: '2026-12-24T00:00:00+01:00', to: '2026-12-27T23:00:00Z' }
  expect(await t.call('hours.openMinutes', instants)).toEqual({ minutes: 600 })
  expect(await t.call('hours.isOpen', { at: '2026-12-24T12:30:00+01:00' })).toEqual({
    open: false,
    next: '2026-12-27T12:00:00Z',
  })
  expect(await t.call('hours.isOpen', { at: '2026-12-24T10:30:00Z' })).toEqual({
    open: true,
    until: '2026-12-24T11:00:00Z',
  })
  const listed = await t.call('hours.specialDays', { from: '2026-12-01', to: '2027-12-31' })
  expect(listed.map(({ from, to, rule }) => [from, to, rule.id])).toEqual([
    ['2026-12-24', '2026-12-24', 1],
    ['2026-12-25', '2026-12-27', 2],
    ['2026-12-27', '2026-12-27', 3],
    ['2027-12-24', '2027-12-24', 1],
  ])
  await t.call('shop.undo', {})
  expect((await t.call('hours.week', { day: '2026-12-24' })).days[6]?.blocks).toEqual([])
})

test('what cannot be is explained, and nothing is saved', async () => {
  const t = await shop()
  const problem = (input: object) =>
    t.problem('hours.setSpecialDay', { day: '2026-12-31', label: 'New Year’s Eve', ...input })
  expect(await problem({})).toMatchObject({ code: 'closed-or-hours', field: 'blocks' })
  expect(await problem({ closed: true, blocks: day })).toMatchObject({ code: 'closed-or-hours' })
  expect(await problem({ closed: true, label: ' ' })).toMatchObject({
    message: 'Give it a name, such as Christmas Eve.',
  })
  expect(await problem({ closed: true, to: '2026-12-30' })).toMatchObject({ code: 'bad-range', field: 'to' })
  expect(await problem({ closed: true, to: '2027-12-31', yearly: true })).toMatchObject({ code: 'bad-range' })
  expect(await problem({ closed: true, specialDayId: 9 })).toMatchObject({ code: 'no-special-day' })
  expect(
    await problem({
      blocks: [
        ['07:00', '12:00'],
        ['11:00', '13:00'],
      ],
    }),
  ).toEqual({
    code: 'overlap',
    message: '07:00–12:00 and 11:00–13:00 overlap. Let one close before the other opens.',
    field: 'blocks',
  })
  expect(await problem({ blocks: [['20:00', '08:00']] })).toEqual({
    code: 'overlap',
    message:
      '20:00–08:00 on Thursday 31 December 2026 runs into 07:00–19:00 on the day after. Nothing was changed. Let the one close before 07:00, or the other open later.',
    field: 'blocks',
  })
  expect(await t.call('hours.specialDays', { from: '2026-01-01', to: '2027-12-31' })).toEqual([])
})

test('past days stay judged by the special days of then: a yearly one that came is ended, not taken back', async () => {
  const t = await shop()
  const rule = { day: '2025-11-21', yearly: true, closed: true, label: 'Inventory' } as const
  const { id } = await t.call('hours.setSpecialDay', rule)
  const on = async (d: string) => (await t.call('hours.adherence', { from: d, to: d })).days[0]!
  expect(await on('2026-11-21')).toMatchObject({
    state: 'closed',
    special: { label: 'Inventory', reason: '', source: 'owner' },
  })
  await t.call('hours.setSpecialDay', {
    ...rule,
    blocks: [['07:00', '09:00']],
    closed: undefined,
    specialDayId: id,
  })
  const listed = await t.call('hours.specialDays', { from: '2025-01-01', to: '2028-12-31' })
  expect(listed.map(({ from, rule: { id: of, blocks } }) => [from, of, blocks.length])).toEqual([
    ['2025-11-21', 1, 0],
    ['2026-11-21', 1, 0],
    ['2027-11-21', 2, 1],
    ['2028-11-21', 2, 1],
  ])
  t.now = instantOf('2027-12-01T08:00', zone)
  const { act } = await t.answer('hours.removeSpecialDay', { specialDayId: 2 })
  expect(act?.says).toBe('Inventory ended')
  expect((await t.call('hours.specialDays', { from: '2027-01-01', to: '2030-12-31' })).length).toBe(1)
  expect((await on('2027-11-21')).blocks.length).toBe(1)
  const ahead = await t.call('hours.setSpecialDay', { day: '2028-01-07', closed: true, label: 'Wedding' })
  expect((await t.answer('hours.removeSpecialDay', { specialDayId: ahead.id })).act?.says).toBe(
    'Wedding removed',
  )
  expect(await t.problem('hours.removeSpecialDay', { specialDayId: ahead.id })).toMatchObject({
    code: 'no-special-day',
  })
  expect((await on('2027-11-21')).special?.label).toBe('Inventory')
})

test('a holiday trip that ends early leaves its past days closed', async () => {
  const t = await shop()
  const { id } = await t.call('hours.setSpecialDay', {
    day: '2026-11-19',
    to: '2026-11-27',
    closed: true,
    label: 'Away',
  })
  await t.call('hours.removeSpecialDay', { specialDayId: id })
  const { days } = await t.call('hours.adherence', { from: '2026-11-18', to: '2026-11-24' })
  expect(days.map(({ state }) => state)).toEqual([
    'no data',
    'closed',
    'closed',
    'closed',
    'closed',
    // Of the day on which it ends only what is left is due.
    'to come',
    'to come',
  ])
})

test('a preview says in rows and words what new hours change', async () => {
  const t = await shop()
  await t.call('hours.log', { event: 'open', at: '2026-11-23T07:00', reason: 'forgot' })
  const later: [string, string][] = [['08:00', '19:00']]
  const preview = await t.call('hours.previewSchedule', {
    validFrom: '2026-11-23',
    week: { ...weekdays, mon: later, fri: [], sat: [['07:00', '12:00']] },
  })
  expect({ ...preview, rows: preview.rows.filter((row) => row.changed) }).toEqual({
    validFrom: '2026-11-23',
    against: '2024-01-01',
    until: null,
    rows: [
      { weekday: 'mon', before: day, after: later, changed: true, minutes: -60 },
      { weekday: 'fri', before: day, after: [], changed: true, minutes: -720 },
      { weekday: 'sat', before: [], after: [['07:00', '12:00']], changed: true, minutes: 300 },
    ],
    minutesBefore: 3600,
    minutesAfter: 3120,
    nextDay: '2026-11-23',
    judgedAnew: ['2026-11-23'],
    changes: true,
    words: [
      'From Monday 23 November 2026 on they take the place of the hours valid since Monday 1 January 2024.',
      'Monday: 08:00–19:00 instead of 07:00–19:00, 1 h less.',
      'Friday: closed instead of 07:00–19:00, 12 h less.',
      'Saturday: 07:00–12:00 instead of closed, 5 h more.',
      '52 h a week instead of 60 h, 8 h less.',
      'The first day that changes is Monday 23 November 2026.',
      '1 day already logged would be judged by other hours.',
    ],
  })
  const same = await t.call('hours.previewSchedule', { validFrom: '2026-12-01', week: weekdays })
  expect([same.nextDay, same.judgedAnew, same.words.at(-1)]).toEqual([null, [], 'No weekday changes.'])
  const first = await t.call('hours.previewSchedule', { validFrom: '2023-01-01', week: weekdays })
  expect([first.against, first.until, first.words.slice(0, 2)]).toEqual([
    null,
    '2024-01-01',
    [
      'From Sunday 1 January 2023 on these are the first opening hours.',
      'They hold up to Sunday 31 December 2023; from the day after on others are saved.',
    ],
  ])
})

test('a version of the weekly hours can be taken out, and undone', async () => {
  const t = await shop()
  await t.call('hours.setSchedule', { validFrom: '2026-12-01', week: {} })
  await t.call('hours.removeSchedule', { validFrom: '2026-12-01' })
  expect((await t.call('hours.schedule', { day: '2026-12-02' }))?.versions).toEqual(['2024-01-01'])
  expect(await t.problem('hours.removeSchedule', { validFrom: '2026-12-01' })).toMatchObject({
    code: 'no-schedule',
  })
  await t.call('shop.undo', {})
  expect((await t.call('hours.schedule', { day: '2026-12-02' }))?.week.mon).toEqual([])
})

test('an instant or a local minute is asked for, and a wrong order is told', async () => {
  const t = await shop()
  expect(await t.problem('hours.isOpen', { at: '2026-11-23' })).toMatchObject({
    message: 'Write an instant as 2026-11-23T06:00:00Z.',
  })
  expect(await t.problem('hours.openMinutes', { from: 'soon', to: '2026-11-23T07:00' })).toMatchObject({
    field: 'from',
  })
  expect(
    await t.problem('hours.openMinutes', { from: '2026-11-24T07:00', to: '2026-11-23T07:00' }),
  ).toMatchObject({ code: 'bad-range' })
  const empty = await testShop()
  expect(await empty.call('hours.isOpen', { at: '2026-11-23T06:00:00Z' })).toEqual({ open: false })
  const whole: [string, string][] = [['00:00', '24:00']]
  const always = { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: whole, sun: whole }
  await empty.call('hours.setSchedule', { validFrom: '2026-01-01', week: always })
  expect(await empty.call('hours.isOpen', { at: '2026-11-23T06:00:00Z' })).toEqual({ open: true })
})
