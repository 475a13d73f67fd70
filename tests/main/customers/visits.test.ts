import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const rhythmIn = (t: TestShop) => t.shop.connection.prepare('SELECT * FROM customerRhythm').all()

/** A shop with Anna, who came every nine days until 27 October, and Ben; it is 30 November. */
async function annasShop(): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  await t.call('customers.save', { name: 'Ben', phone: '2' })
  for (const n of [0, 9, 18, 27])
    await t.call('customers.visit', { customerId: 1, at: `${addDays('2026-09-30', n)}T10:00` })
  return t
}

test('a visit by a key is one step, kept by its day, and moves no cadence', async () => {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  const { act } = await t.answer('customers.visit', { customerId: 1, at: '2026-11-29T23:30' })
  expect(act).toMatchObject({ says: 'Anna was here yesterday', page: '/customers?id=1' })
  expect(rhythmIn(t)).toMatchObject([{ customerId: 1, days: 1, everyDays: null }])
  const { touches } = await t.call('customers.one', { customerId: 1 })
  expect(touches).toEqual([])
  await t.call('shop.undo', {})
  expect(rhythmIn(t)).toEqual([])
  await t.call('shop.redo', {})
  expect(rhythmIn(t)).toMatchObject([{ days: 1 }])
  expect(await t.problem('customers.visit', { customerId: 9 })).toMatchObject({ code: 'no-customer' })
  expect(await t.problem('customers.visit', { customerId: 1, at: '2026-12-01T10:00' })).toMatchObject({
    code: 'future',
    field: 'at',
  })
})

test('the evidence says how often somebody came, and how unusual their silence is', async () => {
  const t = await annasShop()
  expect(await t.call('customers.alive', { customerId: 1 })).toEqual({
    params: null,
    notEnough:
      'Not enough data to say who is still with us: 1 customer with visits and 3 visits after a first. It takes 50 and 100.',
    weeks: 9,
    pauses: 'none of their 3 pauses was this long',
    rows: [
      {
        customerId: 1,
        days: 4,
        lastDay: '2026-10-27',
        everyDays: 9,
        silentDays: 34,
        isQuiet: true,
        pAlive: null,
        expectedVisits: null,
        words: 'came every 9 days, silent for 34',
      },
    ],
  })
  expect((await t.call('customers.alive', { customerId: 2 })).rows).toEqual([])
  expect(await t.problem('customers.alive', { customerId: 9 })).toMatchObject({ code: 'no-customer' })
})

test('what came after the day that is asked of is not known on it', async () => {
  const t = await annasShop()
  const { rows } = await t.call('customers.alive', { asOf: '2026-10-20' })
  expect(rows).toMatchObject([{ customerId: 1, days: 3, lastDay: '2026-10-18', silentDays: 2 }])
  expect((await t.call('customers.alive', { asOf: '2026-09-29', customerId: 1 })).rows).toEqual([])
})

test('that somebody was here today is noted once', async () => {
  const t = await annasShop()
  await t.call('customers.visit', { customerId: 1 })
  const again = {
    code: 'here-already',
    message: 'Anna was here already today. Nothing was changed.',
  }
  expect(await t.problem('customers.visit', { customerId: 1 })).toMatchObject(again)
  await t.call('shop.undo', {})
  await t.call('customers.logTouch', { customerId: 1, kind: 'visit' })
  expect(await t.problem('customers.visit', { customerId: 1 })).toMatchObject(again)
  await t.call('customers.visit', { customerId: 2 })
})

test('a contact that was a visit is one by its day; a day counts once', async () => {
  const t = await annasShop()
  await t.call('customers.logTouch', { customerId: 1, kind: 'visit', at: '2026-10-27T15:00' })
  expect(rhythmIn(t)).toMatchObject([{ days: 4 }])
  await t.call('customers.logTouch', { customerId: 1, kind: 'visit' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  expect(rhythmIn(t)).toMatchObject([{ days: 5 }])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(rhythmIn(t)).toMatchObject([{ days: 4 }])
})

const listed = async (t: TestShop) => {
  const { rows, total } = await t.call('customers.search', { only: 'quiet', by: 'quiet', down: true })
  return { total, rows: rows.map(({ name, silence }) => [name, silence]) }
}

test('quiet regulars are listed, the most unusual silence first, each with its evidence', async () => {
  const t = await annasShop()
  for (const n of [0, 2, 4, 6])
    await t.call('customers.visit', { customerId: 2, at: `2026-11-0${n + 1}T10:00` })
  await t.call('customers.save', { name: 'Cleo', phone: '3' })
  await t.call('customers.visit', { customerId: 3 })
  expect(await listed(t)).toEqual({
    total: 2,
    rows: [
      ['Ben', 'Came every 2 days, silent for 23'],
      ['Anna', 'Came every 9 days, silent for 34'],
    ],
  })
  await t.call('customers.putAside', { customerId: 2 })
  expect((await listed(t)).rows.map(([name]) => name)).toEqual(['Anna'])
  await t.call('customers.visit', { customerId: 1 })
  expect(await listed(t)).toEqual({ total: 0, rows: [] })
  const { rows } = await t.call('customers.search', {})
  expect(rows.map((row) => 'silence' in row)).toEqual([false, false])
})

const due = async (t: TestShop, limit = 5) => {
  const { rows, total } = await t.call('customers.whoToday', { limit })
  return { total, rows: rows.map(({ name, reason }) => [name, reason]) }
}

test('a quiet regular is for today, until somebody got in touch with them since', async () => {
  const t = await annasShop()
  const evidence = ['Anna', 'Came every 9 days, silent for 34']
  expect(await due(t)).toEqual({ total: 1, rows: [evidence] })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', at: '2026-11-14T10:00' })
  expect((await due(t)).total).toBe(1)
  await t.call('customers.snooze', { customerId: 1, until: '2026-12-02' })
  expect((await due(t)).total).toBe(0)
  await t.call('shop.undo', {})
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', at: '2026-11-15T10:00' })
  expect((await due(t)).total).toBe(0)
})

test('who fell quiet longer ago than the cadence is due by it, and stays so', async () => {
  const t = await annasShop()
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', at: '2026-10-28T10:00' })
  for (const [now, words] of [
    ['2026-11-15T08:00:00Z', 'Came every 9 days, silent for 19'],
    ['2026-12-14T08:00:00Z', 'Came every 9 days, silent for 48'],
    ['2026-12-15T08:00:00Z', '48 days since your last call; due every 30 days'],
    ['2027-12-15T08:00:00Z', '413 days since your last call; due every 30 days'],
  ] as const) {
    t.now = Date.parse(now)
    expect((await due(t)).rows).toContainEqual(['Anna', words])
  }
})

test('who fell quiet long before they were put on file is for today at once, in every tier, until they hear', async () => {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  for (const [name, first, every] of [
    ['Years', '2025-06-01', 6],
    ['Months', '2026-08-01', 5],
    ['Lately', '2026-10-10', 9],
    ['Regular', '2026-11-10', 6],
  ] as const) {
    const { id } = await t.call('customers.save', { name, phone: '030 111111' })
    for (const k of [0, 1, 2, 3])
      await t.call('customers.visit', { customerId: id, at: `${addDays(first, k * every)}T10:00` })
  }
  const all = {
    total: 3,
    rows: [
      ['Years', 'Came every 6 days, silent for 529'],
      ['Months', 'Came every 5 days, silent for 106'],
    ],
  }
  expect(await due(t, 2)).toEqual(all)
  expect((await due(t)).rows.map(([name]) => name)).toEqual(['Years', 'Months', 'Lately'])
  const { id: tierId } = await t.call('customers.saveTier', { name: 'Stamm', idealDays: 7, maxDays: 14 })
  await t.call('customers.setTier', { customerIds: [1, 2], tierId })
  expect(await due(t, 2)).toEqual(all)
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  await t.call('customers.snooze', { customerId: 2, until: '2026-12-02' })
  expect((await due(t)).rows.map(([name]) => name)).toEqual(['Lately'])
  t.now = Date.parse('2026-12-02T08:00:00Z')
  expect((await due(t)).rows.map(([name]) => name)).toContain('Months')
})

test('quiet regulars leave half of the places to who waits by the cadence', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  for (let n = 1; n <= 12; n++) await t.call('customers.save', { name: `Customer ${n}`, phone: `${n}` })
  t.now = Date.parse('2026-11-30T08:00:00Z')
  for (let n = 1; n <= 6; n++) {
    await t.call('customers.logTouch', { customerId: n, kind: 'call', at: '2026-11-01T10:00' })
    for (const k of [0, 1, 2, 3])
      await t.call('customers.visit', {
        customerId: n,
        at: `${addDays('2026-11-10', k * Math.ceil(n / 2))}T10:00`,
      })
  }
  const { total, rows } = await due(t)
  expect(total).toBe(12)
  expect(rows.map(([name]) => name)).toEqual([
    'Customer 1',
    'Customer 2',
    'Customer 3',
    'Customer 7',
    'Customer 8',
  ])
  expect((await due(t, 100)).rows).toHaveLength(12)
})
