import { expect, test } from 'vitest'
import type { Sent } from '../../../src/core/calls.ts'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const at = (local: string) => instantOf(local, 'Europe/Berlin')
/** Monday 23 November 2026, 9:00 in Berlin. */
const start = at('2026-11-23T09:00')

const make = (t: TestShop, change: Partial<Sent<'promises.make'>> = {}) =>
  t.call('promises.make', {
    name: 'Maria Anders',
    what: 'Bread knife sharpened',
    told: '2026-11-23T19:00',
    ...change,
  })

const check = { inBudget: true, fullScope: true, leftClean: true }

test('a promise made is on the board as it was told', async () => {
  const t = await testShop()
  const { id } = await make(t, { priceCap: '12,50', kind: 'sharpening', note: 'the blue one' })
  expect(await t.call('promises.one', { promiseId: id })).toEqual({
    id,
    customerId: null,
    name: 'Maria Anders',
    phone: '',
    mustKnow: '',
    what: 'Bread knife sharpened',
    kind: 'sharpening',
    madeAtMs: start,
    toldAtMs: at('2026-11-23T19:00'),
    firstToldAtMs: null,
    movedAtMs: null,
    targetAtMs: at('2026-11-23T17:00'),
    priceCapMills: 12_500,
    warnedAtMs: null,
    readyAtMs: null,
    doneAtMs: null,
    doneDayOnly: false,
    brokenAtMs: null,
    onTime: null,
    inBudget: null,
    fullScope: null,
    leftClean: null,
    note: 'the blue one',
    outcome: 'not-due',
    reason: 'told today 19:00, 10 h left',
  })
})

test('a promise belongs to its customer and shows the name and phone they have now', async () => {
  const t = await testShop()
  const { id: customerId } = await t.call('customers.save', { name: 'Maria Anders', phone: '030-0074321' })
  const { id } = await make(t, { customerId, name: undefined })
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    customerId,
    name: 'Maria Anders',
    phone: '030-0074321',
  })
})

test('a plain day is the end of that day', async () => {
  const t = await testShop()
  const { id } = await make(t, { told: '2026-11-23' })
  expect((await t.call('promises.one', { promiseId: id })).toldAtMs).toBe(at('2026-11-23T23:59'))
})

test.each<[string, Record<string, unknown>, string, string]>([
  ['told in the past', { told: '2026-11-23T08:59' }, 'told-past', 'told'],
  ['a target after the told time', { target: '2026-11-23T19:01' }, 'target-late', 'target'],
  ['a target that has passed', { target: '2026-11-23T08:00' }, 'target-past', 'target'],
  ['a customer that is not there', { customerId: 99 }, 'no-customer', 'customerId'],
  ['nobody', { name: ' ' }, 'no-name', 'name'],
  ['nothing', { what: '' }, 'bad-input', 'what'],
  ['a day that does not exist', { told: '2026-02-30' }, 'bad-input', 'told'],
  ['a price that is none', { priceCap: 'cheap' }, 'bad-input', 'priceCap'],
])('%s is refused with a sentence', async (_, change, code, field) => {
  const t = await testShop()
  const problem = await t.problem('promises.make', {
    name: 'Maria Anders',
    what: 'Bread knife sharpened',
    told: '2026-11-23T19:00',
    ...change,
  })
  expect(problem).toMatchObject({ code, field })
  expect(problem.message).toMatch(/^[A-Z“].*\.$/)
  expect((await t.call('promises.board', {})).dueToday.total).toBe(0)
})

test('closing judges by the real finish, not by the time of typing', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-26T08:00')
  expect(await t.call('promises.close', { promiseId: id, ...check, at: '2026-11-23T18:30' })).toEqual({
    id,
    onTime: true,
    outcome: 'kept',
  })
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    doneAtMs: at('2026-11-23T18:30'),
    onTime: true,
    inBudget: true,
    fullScope: true,
    leftClean: true,
    reason: 'kept: told Mon 19:00, done Mon 18:30',
  })
})

test('what was ready in time is kept although the customer comes days later', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T18:00')
  await t.call('promises.ready', { promiseId: id })
  t.now = at('2026-11-27T10:00')
  expect((await t.call('promises.board', {})).waiting.rows.map((row) => row.reason)).toEqual([
    'ready since Mon 18:00, told Mon 19:00',
  ])
  expect(await t.call('promises.close', { promiseId: id, ...check })).toMatchObject({
    onTime: true,
    outcome: 'kept',
  })
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    doneAtMs: at('2026-11-23T18:00'),
    doneDayOnly: false,
  })
})

test('ready in time and closed at the pick-up with its time is kept: the earlier decides', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T18:00')
  await t.call('promises.ready', { promiseId: id })
  t.now = at('2026-11-27T10:00')
  expect(await t.call('promises.close', { promiseId: id, ...check, at: '2026-11-27T09:30' })).toMatchObject({
    onTime: true,
    outcome: 'kept',
  })
  expect(await t.call('promises.keptRate', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
    kept: 1,
  })
})

test('nothing happens to a promise before it is made', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-24T10:00')
  for (const [name, input] of [
    ['promises.warn', { at: '2021-01-01T10:00' }],
    ['promises.ready', { at: '2026-11-23T08:59' }],
    ['promises.close', { ...check, at: '2026-11-23T08:59' }],
    ['promises.close', { ...check, at: '2026-11-22' }],
  ] as const)
    expect(await t.problem(name, { promiseId: id, ...input })).toEqual({
      code: 'before-made',
      message:
        'This promise was made on Monday 23 November 2026 at 09:00. Nothing was changed. Give a later time.',
      field: 'at',
    })
  await t.call('promises.ready', { promiseId: id, at: '2026-11-23T09:00' })
  expect((await t.call('promises.one', { promiseId: id })).readyAtMs).toBe(start)
})

test('where only the day is known, days are compared and no time is invented', async () => {
  const t = await testShop()
  const told = async (on: string) => {
    const { id } = await make(t, { told: '2026-11-24T10:00' })
    t.now = at('2026-11-27T10:00')
    const { onTime, outcome } = await t.call('promises.close', { promiseId: id, ...check, at: on })
    const { doneDayOnly, reason } = await t.call('promises.one', { promiseId: id })
    t.now = start
    return { onTime, outcome, doneDayOnly, reason }
  }
  expect(await told('2026-11-24')).toEqual({
    onTime: true,
    outcome: 'kept',
    doneDayOnly: true,
    reason: 'kept: told Tue 10:00, done Tue',
  })
  expect(await told('2026-11-25')).toMatchObject({
    onTime: false,
    reason: '1 day late and silent: told Tue 10:00, done Wed',
  })
  const { id } = await make(t)
  expect(await t.problem('promises.close', { promiseId: id, ...check, at: '2026-11-24' })).toMatchObject({
    code: 'future',
    field: 'at',
  })
})

test('late after a call is late but warned; late without one is silent; both are on no occasion kept', async () => {
  const t = await testShop()
  const warned = await make(t)
  const silent = await make(t)
  const broken = await make(t)
  const open = await make(t)
  await make(t, { told: '2026-11-30' })
  t.now = at('2026-11-23T16:00')
  await t.call('promises.warn', { promiseId: warned.id })
  t.now = at('2026-11-24T12:00')
  await t.call('promises.warn', { promiseId: silent.id })
  for (const { id } of [warned, silent]) await t.call('promises.close', { promiseId: id, ...check })
  await t.call('promises.break', { promiseId: broken.id, reason: 'The blade broke' })
  expect(await t.call('promises.keptRate', { from: '2026-11-01', to: '2026-11-30' })).toEqual({
    due: 4,
    kept: 0,
    lateButWarned: 1,
    lateAndSilent: 1,
    broken: 1,
    open: 1,
    share: 0,
  })
  expect(await t.call('promises.one', { promiseId: broken.id })).toMatchObject({
    outcome: 'broken',
    note: 'The blade broke',
    reason: 'told yesterday 19:00, broken without a word',
  })
  expect((await t.call('promises.one', { promiseId: open.id })).outcome).toBe('open')
})

test('a finish that lies ahead, a second closing and a promise that is not there are refused', async () => {
  const t = await testShop()
  const { id } = await make(t)
  expect(
    await t.problem('promises.close', { promiseId: id, ...check, at: '2026-11-23T09:01' }),
  ).toMatchObject({
    code: 'future',
    field: 'at',
  })
  await t.call('promises.close', { promiseId: id, ...check })
  expect((await t.problem('promises.close', { promiseId: id, ...check })).code).toBe('closed-already')
  expect((await t.problem('promises.warn', { promiseId: id })).code).toBe('closed-already')
  expect((await t.problem('promises.ready', { promiseId: 99 })).code).toBe('no-promise')
  expect((await t.problem('promises.close', { promiseId: id })).message).toBe(
    'Say whether it stayed in budget.',
  )
})

test('told later with a new time: due by that, judged by the first word, and told again when it passes too', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T18:30')
  const told = { promiseId: id, at: '2026-11-23T18:20', told: '2026-11-24T10:00' }
  expect((await t.answer('promises.warn', told)).act?.says).toBe(
    'Maria Anders was told that it will be later, now tomorrow 10:00: Bread knife sharpened',
  )
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    toldAtMs: at('2026-11-24T10:00'),
    firstToldAtMs: at('2026-11-23T19:00'),
    warnedAtMs: at('2026-11-23T18:20'),
    outcome: 'not-due',
    reason: 'told today 18:20: now tomorrow 10:00, 15 h left, first today 19:00',
  })
  expect((await t.call('promises.board', {})).later.rows[0]?.id).toBe(id)
  t.now = at('2026-11-24T09:55')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-24T12:00' })
  t.now = at('2026-11-24T12:05')
  expect((await t.call('promises.board', {})).overdue.rows[0]?.id).toBe(id)
  expect(await t.problem('promises.warn', { promiseId: id, told: '2026-11-24T12:00' })).toMatchObject({
    code: 'told-past',
    field: 'told',
  })
  t.now = at('2026-11-24T11:00')
  expect(await t.call('promises.close', { promiseId: id, ...check })).toMatchObject({
    onTime: false,
    outcome: 'late-but-warned',
  })
  expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    due: 1,
    lateButWarned: 1,
  })
  for (let n = 0; n < 3; n++) await t.call('shop.undo', {})
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    toldAtMs: at('2026-11-23T19:00'),
    firstToldAtMs: null,
    warnedAtMs: null,
  })
})

test('told first that it is late and later by when: the row says when they heard the new time', async () => {
  const t = await testShop()
  const { id } = await make(t)
  await t.call('promises.warn', { promiseId: id, at: '2026-11-23T09:00' })
  t.now = at('2026-11-23T15:00')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-24T10:00' })
  expect((await t.call('promises.one', { promiseId: id })).reason).toBe(
    'told today 15:00: now tomorrow 10:00, 19 h left, first today 19:00',
  )
})

test('a second word that passes in silence stays silence when a third follows', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T18:30')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-24T10:00' })
  t.now = at('2026-11-30T10:00')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-30T18:00' })
  t.now = at('2026-11-30T12:00')
  expect((await t.call('promises.close', { promiseId: id, ...check })).outcome).toBe('late-and-silent')
  expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    due: 1,
    lateButWarned: 0,
    lateAndSilent: 1,
  })
})

test('told in time that it is late, and the new time only later: they knew', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T17:00')
  await t.call('promises.warn', { promiseId: id })
  t.now = at('2026-11-23T21:00')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-24T12:00' })
  t.now = at('2026-11-24T11:00')
  expect((await t.call('promises.close', { promiseId: id, ...check })).outcome).toBe('late-but-warned')
  expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    lateButWarned: 1,
  })
})

test('an earlier word that was agreed counts on when a later one follows, and nobody was told by it that it is late', async () => {
  const t = await testShop()
  const { id } = await t.call('promises.make', { name: 'Hans', what: 'Cake', told: '2026-12-24T11:00' })
  const closing = { from: '2026-12-23', to: '2026-12-26', label: 'Fair' }
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { wed: [['08:00', '18:00']] } })
  await t.call('hours.closeForWhile', { ...closing, promises: [{ promiseId: id, told: '2026-12-22T11:00' }] })
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({ warnedAtMs: null })
  t.now = at('2026-12-21T10:00')
  await t.call('promises.warn', { promiseId: id })
  await t.call('promises.warn', { promiseId: id, told: '2026-12-23T11:00' })
  t.now = at('2026-12-23T10:00')
  expect(await t.call('promises.close', { promiseId: id, ...check })).toMatchObject({
    onTime: false,
    outcome: 'late-but-warned',
  })
  expect(await t.call('promises.keptRate', { from: '2026-12-22', to: '2026-12-22' })).toMatchObject({
    due: 1,
  })
})

test('a second word that passes in silence is silence, and so it is counted', async () => {
  const t = await testShop()
  const { id } = await make(t)
  t.now = at('2026-11-23T18:30')
  await t.call('promises.warn', { promiseId: id, told: '2026-11-24T10:00' })
  t.now = at('2026-11-25T10:00')
  expect(await t.call('promises.close', { promiseId: id, ...check })).toMatchObject({
    onTime: false,
    outcome: 'late-and-silent',
  })
  expect((await t.call('promises.one', { promiseId: id })).reason).toBe(
    '39 h late and silent: told Mon 19:00, then yesterday 10:00, done today 10:00',
  )
  expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    due: 1,
    lateButWarned: 0,
    lateAndSilent: 1,
  })
})

test.each([
  ['is done', []],
  ['hears a third', [['2026-11-24T13:00', { told: '2026-11-25T12:00' }]]],
] as const)(
  'a second word taken back in time is no silence when it passes and the customer %s',
  async (_, more) => {
    const t = await testShop()
    const { id: promiseId } = await make(t)
    t.now = at('2026-11-23T18:30')
    await t.call('promises.warn', { promiseId, told: '2026-11-24T10:00' })
    t.now = at('2026-11-24T08:00')
    expect((await t.answer('promises.warn', { promiseId })).act?.says).toBe(
      'Maria Anders was told that it will be later: Bread knife sharpened',
    )
    expect((await t.call('promises.one', { promiseId })).reason).toBe(
      'told yesterday 19:00, then today 10:00, 2 h left, customer warned',
    )
    expect((await t.problem('promises.warn', { promiseId })).code).toBe('warned-already')
    for (const [when, input] of more) {
      t.now = at(when)
      await t.call('promises.warn', { promiseId, ...input })
    }
    t.now = at('2026-11-25T10:00')
    expect((await t.call('promises.close', { promiseId, ...check })).outcome).toBe('late-but-warned')
    expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
      due: 1,
      lateButWarned: 1,
    })
  },
)

test('a word said before the last one, or after it has passed, takes nothing back', async () => {
  const t = await testShop()
  const { id: promiseId } = await make(t)
  t.now = at('2026-11-23T18:30')
  await t.call('promises.warn', { promiseId, told: '2026-11-24T10:00' })
  t.now = at('2026-11-24T10:00')
  for (const input of [{}, { at: '2026-11-23T18:29' }])
    expect(await t.problem('promises.warn', { promiseId, ...input })).toMatchObject({
      code: 'warned-already',
      field: 'told',
    })
  // Said at the time, typed only now.
  await t.call('promises.warn', { promiseId, at: '2026-11-24T09:59' })
  t.now = at('2026-11-25T10:00')
  expect((await t.call('promises.close', { promiseId, ...check })).outcome).toBe('late-but-warned')
})

test('each step is named and can be undone', async () => {
  const t = await testShop()
  const { id } = await make(t)
  const says = []
  for (const [name, input] of [
    ['promises.warn', { promiseId: id }],
    ['promises.ready', { promiseId: id }],
    ['promises.close', { promiseId: id, ...check }],
  ] as const)
    says.push((await t.answer(name, input)).act?.says)
  expect(says).toEqual([
    'Maria Anders was told that it will be later: Bread knife sharpened',
    'Ready for Maria Anders: Bread knife sharpened',
    'Promise to Maria Anders closed: Bread knife sharpened',
  ])
  for (let n = 0; n < 4; n++) await t.call('shop.undo', {})
  expect((await t.problem('promises.one', { promiseId: id })).code).toBe('no-promise')
})

test('a price that can be read in two ways is refused with both', async () => {
  const t = await testShop()
  const promise = { name: 'Maria Anders', what: 'Cake', told: '2026-11-23T19:00' }
  expect(await t.problem('promises.make', { ...promise, priceCap: '1.299' })).toEqual({
    code: 'bad-input',
    message: '“1.299” can be read in two ways. Write 1299 or 1.30.',
    field: 'priceCap',
  })
})

test('a price with more decimals than the currency has is refused, and a number is never read by a mark', async () => {
  const promise = { name: 'Maria Anders', what: 'Cake', told: '2026-11-23T19:00' }
  const germany = await testShop()
  expect(await germany.problem('promises.make', { ...promise, priceCap: '1.2999' })).toEqual({
    code: 'bad-input',
    message: 'Prices in EUR have 2 decimals. Write it so.',
    field: 'priceCap',
  })
  for (const [country, priceCap, mills] of [
    ['TN', 1.299, 1299],
    ['DE', 12.5, 12_500],
    ['VN', 12_345, 12_345_000],
  ] as const) {
    const t = await testShop()
    await t.call('shop.change', { country })
    const { id } = await t.call('promises.make', { ...promise, priceCap })
    expect(await t.call('promises.one', { promiseId: id })).toMatchObject({ priceCapMills: mills })
  }
  const japan = await testShop()
  await japan.call('shop.change', { country: 'JP' })
  for (const priceCap of ['12.50', 12.5])
    expect(await japan.problem('promises.make', { ...promise, priceCap })).toMatchObject({
      message: 'Prices in JPY have no decimals. Write it so.',
    })
})

test('what was ready too late stays late when it is closed by its day alone', async () => {
  const t = await testShop()
  const { id } = await make(t, { told: '2026-11-23T10:00' })
  t.now = at('2026-11-23T15:00')
  await t.call('promises.ready', { promiseId: id })
  t.now = at('2026-11-24T09:00')
  expect(await t.call('promises.close', { promiseId: id, ...check, at: '2026-11-23' })).toMatchObject({
    onTime: false,
    outcome: 'late-and-silent',
  })
  expect(await t.call('promises.one', { promiseId: id })).toMatchObject({
    doneAtMs: at('2026-11-23T15:00'),
    doneDayOnly: false,
  })
  expect(await t.call('promises.keptRate', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    kept: 0,
    lateAndSilent: 1,
  })
})

test('later is said of nothing that is ready, at no time that is not later, and over no word said meanwhile', async () => {
  const t = await testShop()
  const { id: promiseId } = await make(t)
  const warn = (input: object) => t.problem('promises.warn', { promiseId, ...input })
  const earlier = {
    code: 'told-earlier',
    message:
      'Maria Anders heard today 19:00 before, and this is no later. Nothing was changed. Give a later time.',
    field: 'told',
  }
  for (const told of ['2026-11-23T18:00', '2026-11-23T19:00']) expect(await warn({ told })).toEqual(earlier)
  const seenToldAtMs = at('2026-11-23T19:00')
  await t.call('promises.warn', { promiseId, told: '2026-11-24T12:00', seenToldAtMs })
  expect(await warn({ told: '2026-11-24T10:00', seenToldAtMs })).toEqual({
    code: 'changed-meanwhile',
    message:
      'By when it is promised was changed meanwhile: tomorrow 12:00. Nothing was changed now. Open it again to say another time.',
    field: 'told',
  })
  expect(await warn({ told: '2026-11-23T18:00' })).toEqual(earlier)
  // Better news than the last word is still later than the first.
  await t.call('promises.warn', { promiseId, told: '2026-11-24T10:00', seenToldAtMs: at('2026-11-24T12:00') })
  await t.call('promises.ready', { promiseId })
  expect(await warn({ told: '2026-11-25T10:00' })).toEqual({
    code: 'ready-already',
    message: 'This is marked as ready: it is not late. Nothing was changed.',
  })
  expect(await t.call('promises.one', { promiseId })).toMatchObject({
    toldAtMs: at('2026-11-24T10:00'),
    firstToldAtMs: seenToldAtMs,
  })
})

test('a word of a delay that was undone, or whose promise was, is as if it had not been', async () => {
  const t = await testShop()
  const { id: promiseId } = await make(t)
  await t.call('promises.warn', { promiseId, told: '2026-11-24T12:00' })
  await t.call('shop.undo', {})
  await t.call('promises.warn', { promiseId, told: '2026-11-24T10:00', seenToldAtMs: at('2026-11-23T19:00') })
  expect(await t.call('promises.one', { promiseId })).toMatchObject({
    toldAtMs: at('2026-11-24T10:00'),
    firstToldAtMs: at('2026-11-23T19:00'),
  })
  for (let times = 0; times < 2; times++) await t.call('shop.undo', {})
  expect(await t.problem('promises.warn', { promiseId, told: '2026-11-24T10:00' })).toMatchObject({
    code: 'no-promise',
  })
})
