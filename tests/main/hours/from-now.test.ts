import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, daysFrom, instantOf, startOfDay } from '../../../src/core/day.ts'
import type { Block } from '../../../src/core/hours/week.ts'
import { weekdays } from '../../../src/core/hours/week.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const at = (local: string) => instantOf(local, zone)
const usual: readonly Block[] = [['08:00', '18:00']]

/** A shop that is open from 8 to 18 every day. */
async function shop(now = '2026-11-20T07:00', blocks = usual): Promise<TestShop> {
  const t = await testShop({ now: new Date(at(now)).toISOString() })
  const week = Object.fromEntries(weekdays.map((day) => [day, blocks]))
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  return t
}

/** Opens and closes at these times of a day, in turn. */
async function serve(t: TestShop, day: string, ...times: readonly string[]): Promise<void> {
  for (const [i, time] of times.entries()) {
    t.now = at(`${day}T${time}`)
    await t.call('hours.log', { event: i % 2 === 0 ? 'open' : 'close' })
  }
}

async function states(t: TestShop, from: string, to: string): Promise<readonly string[]> {
  t.now = at(`${addDays(to, 1)}T23:30`)
  return (await t.call('hours.adherence', { from, to })).days.map(({ state }) => state)
}

const christmas = { day: '2026-12-07', to: '2026-12-20', label: 'Christmas hours' }
const long = { ...christmas, blocks: [['09:00', '21:00']] as const }

/** Three long days that were kept; it is the evening of the third. */
async function threeLongDays(): Promise<TestShop> {
  const t = await shop('2026-12-04T12:00')
  await t.call('hours.setSpecialDay', long)
  for (const day of ['2026-12-07', '2026-12-08', '2026-12-09']) await serve(t, day, '09:00', '21:00')
  t.now = at('2026-12-09T21:30')
  return t
}

test.each([
  ['shorter', { ...christmas, blocks: [['09:00', '20:00']] }],
  ['begun later', { ...long, day: '2026-12-10' }],
  ['begun today', { ...long, day: '2026-12-09' }],
  ['closed', { ...christmas, closed: true }],
  ['moved away', { ...long, day: '2026-12-14' }],
] as const)('days of a special day that are over stay judged by it when it is %s', async (_, input) => {
  const t = await threeLongDays()
  await t.call('hours.setSpecialDay', { specialDayId: 1, ...input })
  expect(await states(t, '2026-12-07', '2026-12-09')).toEqual(['kept', 'kept', 'kept'])
})

test('days that are over stay judged when another program says other hours for all of a special day', async () => {
  const t = await threeLongDays()
  const week = Object.fromEntries(weekdays.map((day) => [day, usual]))
  const specialDays = [
    {
      from: christmas.day,
      to: christmas.to,
      yearly: false,
      blocks: [['09:00', '20:00']] as const,
      label: 'Christmas',
    },
  ]
  await t.call('hours.takeOver', { validFrom: '2026-12-10', week, specialDays })
  expect((await states(t, '2026-12-07', '2026-12-09')).slice(0, 2)).toEqual(['kept', 'kept'])
})

test('a special day that is over is corrected by hand, and then judged by what is said', async () => {
  const t = await shop('2026-12-04T12:00')
  const closed = { day: '2026-12-07', closed: true as const, label: 'Inventory' }
  const { id } = await t.call('hours.setSpecialDay', closed)
  await serve(t, '2026-12-07', '10:00', '14:00')
  t.now = at('2026-12-08T09:00')
  const { day, label } = closed
  await t.call('hours.setSpecialDay', { specialDayId: id, day, label, blocks: [['10:00', '14:00']] })
  expect(await states(t, '2026-12-07', '2026-12-07')).toEqual(['kept'])
})

const inventory = { day: '2026-11-24', closed: true as const, label: 'Inventory' }

test.each([
  ['a day', inventory],
  ['the first of two days', { ...inventory, to: '2026-11-25' }],
  ['a yearly one, the first time', { ...inventory, yearly: true }],
] as const)('who reopens on a closed special day is not late: %s', async (_, special) => {
  const t = await shop()
  await serve(t, '2026-11-23', '08:00', '18:00')
  const { id } = await t.call('hours.setSpecialDay', special)
  t.now = at('2026-11-24T10:59')
  await t.call('hours.removeSpecialDay', { specialDayId: id })
  await serve(t, '2026-11-24', '11:00', '18:00')
  expect(await states(t, '2026-11-24', '2026-11-24')).toEqual(['kept'])
})

test.each([
  ['removed', { way: 'remove' }],
  ['moved to tomorrow', { way: 'move' }],
] as const)('a closing entered at lunch gives the afternoon back when it is %s', async (_, { way }) => {
  const t = await shop('2026-11-20T07:00', [
    ['07:00', '12:00'],
    ['14:00', '19:00'],
  ])
  await serve(t, '2026-11-24', '07:00', '12:00')
  t.now = at('2026-11-24T13:00')
  const ill = { from: '2026-11-24', to: '2026-11-24', label: 'ill', promises: [] }
  await t.call('hours.closeForWhile', ill)
  const id = 1
  t.now = at('2026-11-24T13:20')
  if (way === 'remove') await t.call('hours.removeSpecialDay', { specialDayId: id })
  else
    await t.call('hours.setSpecialDay', { specialDayId: id, day: '2026-11-25', closed: true, label: 'ill' })
  const said = await t.call('hours.isOpen', { at: '2026-11-24T15:30:00+01:00' })
  expect(said.open).toBe(true)
  await serve(t, '2026-11-24', '14:40', '19:00')
  expect((await t.call('hours.adherence', { from: '2026-11-24', to: '2026-11-24' })).days).toMatchObject([
    { blocks: [{ opened: { due: '07:00' } }, { opened: { due: '14:00', verdict: 'late' } }] },
  ])
})

test('who opens on a public holiday after all is not late', async () => {
  const t = await shop('2026-12-20T12:00')
  await serve(t, '2026-12-23', '08:00', '18:00')
  const christmasDay = { day: '2026-12-25', name: 'Christmas Day' }
  await t.call('hours.decideHoliday', { ...christmasDay, decision: 'closed' })
  t.now = at('2026-12-25T10:59')
  await t.call('hours.decideHoliday', { ...christmasDay, decision: 'as usual' })
  await serve(t, '2026-12-25', '11:00', '18:00')
  expect(await states(t, '2026-12-25', '2026-12-25')).toEqual(['kept'])
})

test.each(['15:00', '20:00'])(
  'a short day that was kept stays kept when it is removed at %s',
  async (time) => {
    const t = await shop()
    const short = { day: '2026-11-24', blocks: [['10:00', '14:00']] as const, label: 'Short' }
    const { id } = await t.call('hours.setSpecialDay', short)
    await serve(t, '2026-11-24', '10:00', '14:00')
    t.now = at(`2026-11-24T${time}`)
    await t.call('hours.removeSpecialDay', { specialDayId: id })
    expect(await states(t, '2026-11-24', '2026-11-24')).toEqual(['kept'])
  },
)

test('hours that are said of today alone hold from now on, also when the day’s work was done', async () => {
  const t = await shop()
  const short = { day: '2026-11-24', blocks: [['10:00', '14:00']] as const, label: 'Short' }
  const { id } = await t.call('hours.setSpecialDay', short)
  await serve(t, '2026-11-24', '10:00', '14:00')
  t.now = at('2026-11-24T15:00')
  const again = [
    ['10:00', '14:00'],
    ['16:00', '20:00'],
  ] as const
  await t.call('hours.setSpecialDay', { ...short, specialDayId: id, blocks: again })
  const span = { from: '2026-11-24T00:00', to: '2026-11-25T00:00' }
  expect(await t.call('hours.openMinutes', span)).toEqual({ minutes: 480 })
})

test('hours of a running special day that is made to lie in the past are said of what was', async () => {
  const t = await threeLongDays()
  t.now = at('2026-12-10T07:50')
  const short = [['09:00', '19:00']] as const
  const input = { ...christmas, to: '2026-12-09', blocks: short }
  const { act } = await t.answer('hours.setSpecialDay', { specialDayId: 1, ...input })
  expect(act?.says).toBe('Christmas hours saved: Monday 7 December – Wednesday 9 December')
  expect(await minutesOn(t, '2026-12-09')).toBe(600)
  expect(await minutesOn(t, '2026-12-11')).toBe(600)
  expect(await states(t, '2026-12-09', '2026-12-09')).toEqual(['missed'])
})

test('why the shop was closed this morning is told to nobody once it is open again', async () => {
  const t = await shop()
  await serve(t, '2026-11-24', '08:00')
  t.now = at('2026-11-24T08:30')
  await t.call('hours.closeForWhile', { ...flu, from: '2026-11-24', to: '2026-11-26' })
  await t.call('hours.log', { event: 'close' })
  const told = async () =>
    JSON.stringify([
      await t.call('hours.sign', { paper: 'A4', kind: 'hours' }),
      await t.call('hours.voicemail', {}),
    ])
  expect(await told()).toMatch(/\bflu\b/)
  t.now = at('2026-11-24T13:20')
  await t.call('hours.removeSpecialDay', { specialDayId: 1 })
  expect(await told()).not.toMatch(/\bflu\b|8:30/)
})

/** Minutes for which the shop is to be open on a day. */
async function minutesOn(t: TestShop, day: string): Promise<number> {
  const span = { from: `${day}T00:00`, to: `${addDays(day, 1)}T00:00` }
  return (await t.call('hours.openMinutes', span)).minutes
}

/** A yearly break of 7 to 20 December, in its first year or a later one; it is noon on the 10th. */
async function yearlyBreak(year: number): Promise<TestShop> {
  const t = await shop('2025-12-01T12:00')
  const special = { day: `${year}-12-07`, to: `${year}-12-20`, label: 'Break' }
  t.now = at(`${year}-12-01T12:00`)
  await t.call('hours.setSchedule', {
    validFrom: '2025-01-01',
    week: Object.fromEntries(weekdays.map((day) => [day, usual])),
  })
  await t.call('hours.setSpecialDay', { ...special, yearly: true, closed: true })
  await serve(t, '2026-12-05', '08:00', '18:00')
  t.now = at('2026-12-10T12:00')
  return t
}

test.each([2025, 2026])(
  'what is changed of a yearly break goes on this year, too (since %s)',
  async (year) => {
    const dates = { specialDayId: 1, day: `${year}-12-07`, to: `${year}-12-20`, yearly: true }
    const minutes = async (t: TestShop) => [
      await minutesOn(t, '2026-12-08'),
      await minutesOn(t, '2026-12-10'),
      await minutesOn(t, '2026-12-15'),
      await minutesOn(t, '2027-12-08'),
    ]
    const renamed = await yearlyBreak(year)
    await renamed.call('hours.setSpecialDay', { ...dates, label: 'Holidays', closed: true })
    expect(await minutes(renamed)).toEqual([0, 0, 0, 0])

    const open = await yearlyBreak(year)
    await open.call('hours.setSpecialDay', { ...dates, label: 'Break', blocks: [['09:00', '15:00']] })
    expect(await minutes(open)).toEqual([0, 180, 360, 360])

    const once = await yearlyBreak(year)
    await once.call('hours.setSpecialDay', { ...dates, yearly: false, label: 'Break', closed: true })
    expect(await minutes(once)).toEqual([0, 0, 0, 600])
  },
)

test.each(['special days', 'weekly hours'] as const)(
  'what is said last of today holds from then on, also after something was removed: %s',
  async (how) => {
    const t = await threeLongDays()
    await serve(t, '2026-12-10', '09:00')
    t.now = at('2026-12-10T12:00')
    await t.call('hours.removeSpecialDay', { specialDayId: 1 })
    t.now = at('2026-12-10T12:03')
    const until20 = [['08:00', '20:00']] as const
    const week = Object.fromEntries(weekdays.map((day) => [day, until20]))
    if (how === 'weekly hours') await t.call('hours.setSchedule', { validFrom: '2026-12-10', week })
    else
      await t.call('hours.setSpecialDay', {
        day: '2026-12-10',
        to: '2026-12-20',
        label: 'Christmas hours',
        blocks: until20,
      })
    expect(await t.call('hours.status', {})).toMatchObject({ closesAt: '20:00' })
    t.now = at('2026-12-10T20:00')
    await t.call('hours.log', { event: 'close' })
    expect(await states(t, '2026-12-10', '2026-12-10')).toEqual(['kept'])
  },
)

test('hours of another program leave the morning as it was judged', async () => {
  const t = await threeLongDays()
  await serve(t, '2026-12-10', '09:00')
  t.now = at('2026-12-10T12:00')
  const week = Object.fromEntries(weekdays.map((day) => [day, usual]))
  const blocks = [['10:00', '20:00']] as const
  const specialDays = [
    { from: christmas.day, to: christmas.to, yearly: false, blocks, label: 'Christmas' },
  ] as const
  await t.call('hours.takeOver', { validFrom: '2026-12-11', week, specialDays: [...specialDays] })
  t.now = at('2026-12-10T20:00')
  await t.call('hours.log', { event: 'close' })
  expect(await states(t, '2026-12-07', '2026-12-10')).toEqual(['kept', 'kept', 'kept', 'kept'])
})

test('a holiday that was decided is decided otherwise from now on, as often as one likes', async () => {
  const t = await shop('2026-12-20T12:00')
  await serve(t, '2026-12-23', '08:00', '18:00')
  const day = { day: '2026-12-25', name: 'Christmas Day' }
  await t.call('hours.decideHoliday', { ...day, decision: 'as usual' })
  await serve(t, '2026-12-25', '08:00', '12:00')
  t.now = at('2026-12-25T12:01')
  await t.call('hours.decideHoliday', { ...day, decision: 'closed' })
  t.now = at('2026-12-25T13:00')
  await t.call('hours.decideHoliday', { ...day, decision: 'as usual' })
  t.now = at('2026-12-25T13:01')
  await t.call('hours.decideHoliday', { ...day, decision: 'closed' })
  expect(await minutesOn(t, '2026-12-25')).toBe(241 + 1)
})

const flu = { label: 'flu', promises: [] }

test.each(['removed', 'shortened', 'moved'] as const)(
  'a closing over which a longer one was entered today closes the morning when it is %s',
  async (how) => {
    const t = await shop()
    await serve(t, '2026-11-22', '08:00', '18:00')
    await t.call('hours.closeForWhile', { ...flu, from: '2026-11-23', to: '2026-11-25' })
    t.now = at('2026-11-24T11:05')
    await t.call('hours.closeForWhile', { ...flu, from: '2026-11-24', to: '2026-11-27' })
    const day = { removed: '', shortened: '2026-11-23', moved: '2026-11-28' }[how]
    const edit = { specialDayId: 1, day, to: day, closed: true as const, label: 'flu' }
    if (how === 'removed') await t.call('hours.removeSpecialDay', { specialDayId: 1 })
    else await t.call('hours.setSpecialDay', edit)
    expect(await states(t, '2026-11-23', '2026-11-25')).toEqual(['closed', 'closed', 'closed'])
  },
)

test('a closing whose first day is set to today stays one on the days that are over', async () => {
  const t = await shop()
  await serve(t, '2026-11-22', '08:00', '18:00')
  await t.call('hours.closeForWhile', { ...flu, from: '2026-11-23', to: '2026-11-25' })
  t.now = at('2026-11-24T11:05')
  const edit = { day: '2026-11-24', to: '2026-11-27', closed: true as const, label: 'flu' }
  await t.call('hours.setSpecialDay', { specialDayId: 1, ...edit })
  expect(await states(t, '2026-11-23', '2026-11-25')).toEqual(['closed', 'closed', 'closed'])
})

const days = daysFrom('2026-11-24', '2026-12-06')
const anyDay = fc.nat(days.length - 1)
const hours = fc.constantFrom<readonly Block[]>(
  [],
  [['10:00', '14:00']],
  [
    ['07:00', '12:00'],
    ['13:00', '20:00'],
  ],
)
const step = fc.oneof(
  fc.record({ kind: fc.constant('later' as const), minutes: fc.integer({ min: 20, max: 2000 }) }),
  fc.record({
    kind: fc.constant('new' as const),
    from: anyDay,
    long: fc.nat(4),
    hours,
    yearly: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('close' as const), long: fc.nat(4) }),
  fc.record({ kind: fc.constant('edit' as const), nth: fc.nat(9), from: anyDay, long: fc.nat(4), hours }),
  fc.record({ kind: fc.constant('same' as const), nth: fc.nat(9), long: fc.nat(4), hours }),
  fc.record({ kind: fc.constant('remove' as const), nth: fc.nat(9) }),
)
const numbers = runs(40)

/** How long the shop is to be open, a figure for each day that is over and one for today until now. */
async function until(t: TestShop): Promise<readonly number[]> {
  const today = dayAt(t.now, zone)
  const past = daysFrom('2026-11-20', addDays(today, -1))
  const spans = [
    ...past.map((day) => [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]),
    [startOfDay(today, zone), t.now],
  ]
  const minutes: number[] = []
  for (const [from, to] of spans) {
    const span = { from: new Date(from!).toISOString(), to: new Date(to!).toISOString() }
    minutes.push((await t.call('hours.openMinutes', span)).minutes)
  }
  return minutes
}

test(`what is changed of special days changes nothing of what was (${numbers.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const t = await shop('2026-11-23T19:00')
      await serve(t, '2026-11-20', '08:00', '18:00')
      t.now = at('2026-11-23T19:00')
      for (const step of steps) {
        if (step.kind === 'later') {
          t.now += step.minutes * 60_000
          continue
        }
        const today = dayAt(t.now, zone)
        const to = (from: string, long: number) => addDays(from, long)
        if (step.kind === 'close') {
          const span = { from: today, to: to(today, step.long) }
          const before = await until(t)
          await t.answer('hours.closeForWhile', { ...flu, ...span })
          expect(await until(t)).toEqual(before)
          continue
        }
        const said = 'hours' in step ? step.hours : []
        const content = said.length === 0 ? { closed: true as const } : { blocks: said }
        if (step.kind === 'new') {
          const day = days[step.from]!
          // What is entered of today or before is said of the whole day.
          if (day <= today) continue
          const input = { day, to: to(day, step.long), label: 'new', yearly: step.yearly, ...content }
          await t.answer('hours.setSpecialDay', input)
          continue
        }
        const rules = await t.call('hours.specialDays', { from: '2026-11-20', to: '2027-01-31' })
        const rule = rules[step.nth % (rules.length || 1)]?.rule
        if (!rule) continue
        const last = rule.yearly ? '9999-12-31' : rule.to
        const before = await until(t)
        if (step.kind === 'remove') await t.answer('hours.removeSpecialDay', { specialDayId: rule.id })
        else {
          const day = step.kind === 'same' ? rule.from : days[step.from]!
          // An earlier beginning, what is over, and what is said to have held is corrected.
          if (
            rule.closedUntilMs !== undefined ||
            day < rule.from ||
            last < today ||
            to(day, step.long) < today
          )
            continue
          const input = { day, to: to(day, step.long), label: rule.label, yearly: rule.yearly, ...content }
          await t.answer('hours.setSpecialDay', { specialDayId: rule.id, ...input })
        }
        expect(await until(t)).toEqual(before)
      }
    }),
    numbers,
  )
})
