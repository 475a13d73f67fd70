import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const dayMs = 86_400_000

const due = async (t: TestShop) => {
  const { rows, ...counts } = await t.call('customers.whoToday', { limit: 5 })
  return { ...counts, rows: rows.map(({ name, reason }) => `${name}: ${reason}`) }
}

/** Anna, Ben and Cleo, called 20, 25 and 28 days ago. */
async function threeCalled(): Promise<TestShop> {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  for (const name of ['Cleo', 'Ben', 'Anna']) await t.call('customers.save', { name, phone: '1' })
  for (const [customerId, ago] of [
    [3, 20],
    [2, 25],
    [1, 28],
  ] as const) {
    t.now = Date.parse('2026-10-20T08:00:00Z') - ago * dayMs
    await t.call('customers.logTouch', { customerId, kind: 'call' })
  }
  t.now = Date.parse('2026-10-20T08:00:00Z')
  return t
}

test('a tier has its own days: proposed from the ideal, overdue from the most, the largest share of its own first', async () => {
  const t = await threeCalled()
  expect(await due(t)).toEqual({ total: 0, overdue: 0, capped: 0, rows: [] })
  const { id: often } = await t.call('customers.saveTier', { name: 'Regulars', idealDays: 7, maxDays: 10 })
  const { id: seldom } = await t.call('customers.saveTier', { name: 'Firms', idealDays: 14, maxDays: 60 })
  expect(await t.call('customers.setTier', { customerIds: [3, 2], tierId: often })).toEqual({ changed: 2 })
  await t.call('customers.setTier', { customerIds: [1], tierId: seldom })
  await t.call('customers.logTouch', { customerId: 3, kind: 'letter', at: '2026-10-08T10:00' })
  expect(await due(t)).toEqual({
    total: 3,
    overdue: 2,
    capped: 0,
    rows: [
      'Ben: 25 days since your last call; Regulars hear from us every 10 days at most',
      'Anna: 12 days since your last letter; Regulars hear from us every 10 days at most',
      'Cleo: 28 days since your last call; Firms ideally hear from us every 14 days',
    ],
  })
  expect(await t.call('customers.tiers', {})).toEqual([
    { id: often, name: 'Regulars', idealDays: 7, maxDays: 10, customers: 2 },
    { id: seldom, name: 'Firms', idealDays: 14, maxDays: 60, customers: 1 },
  ])
  expect(await t.call('customers.one', { customerId: 3 })).toMatchObject({
    tierId: often,
    tier: { name: 'Regulars', idealDays: 7, maxDays: 10 },
    recentContacts: 2,
  })
})

test('a tier that goes leaves who was in it among everybody else, and one undo puts them back', async () => {
  const t = await threeCalled()
  const { id } = await t.call('customers.saveTier', { name: 'Regulars', idealDays: 7, maxDays: 10 })
  await t.call('customers.setTier', { customerIds: [1, 2, 3], tierId: id })
  expect((await due(t)).total).toBe(3)
  expect(await t.call('customers.removeTier', { tierId: id })).toEqual({ moved: 3 })
  const [removed] = await t.call('shop.acts', { limit: 1 })
  expect(removed!.says).toBe('Regulars removed; 3 customers hear from us as often as everybody else')
  expect(await due(t)).toEqual({ total: 0, overdue: 0, capped: 0, rows: [] })
  await t.call('shop.undo', {})
  expect((await due(t)).total).toBe(3)
  await t.call('shop.undo', {})
  expect((await due(t)).total).toBe(0)
  await t.call('shop.redo', {})
  await t.call('shop.change', { cadenceDays: 5 })
  expect((await due(t)).overdue).toBe(3)
})

test('tiers have a name each, days in order, and are a handful', async () => {
  const t = await testShop()
  const tier = { name: 'Regulars', idealDays: 10, maxDays: 10 }
  const { id } = await t.call('customers.saveTier', tier)
  expect(await t.problem('customers.saveTier', { ...tier, name: 'REGULARS' })).toMatchObject({
    code: 'name-taken',
    field: 'name',
  })
  await t.call('customers.saveTier', { ...tier, tierId: id, name: 'Regular guests' })
  expect(await t.problem('customers.saveTier', { ...tier, name: 'B', idealDays: 11 })).toMatchObject({
    code: 'bad-input',
    field: 'idealDays',
  })
  for (let n = 2; n <= 9; n++) await t.call('customers.saveTier', { ...tier, name: `Tier ${n}` })
  expect(await t.problem('customers.saveTier', { ...tier, name: 'One more' })).toMatchObject({
    code: 'too-many-tiers',
  })
  expect(await t.problem('customers.removeTier', { tierId: 99 })).toMatchObject({ code: 'no-tier' })
  expect(await t.problem('customers.setTier', { customerIds: [7], tierId: id })).toMatchObject({
    code: 'no-customer',
  })
})

test('bills and newsletters start the days anew where the owner says so, also those of before', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  t.now += 40 * dayMs
  await t.call('customers.logTouch', { customerId: 1, kind: 'billing' })
  expect((await due(t)).total).toBe(1)
  await t.call('shop.change', { billResets: true })
  expect((await due(t)).total).toBe(0)
  t.now += 31 * dayMs
  expect((await due(t)).rows).toEqual(['Anna: 31 days since your last bill; due every 30 days'])
  await t.call('customers.logTouch', { customerId: 1, kind: 'billing' })
  expect((await due(t)).total).toBe(0)
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect((await due(t)).rows).toEqual(['Anna: Never heard from us; on file for 71 days'])
})

test('who had as many contacts as are enough is not proposed, and counted apart', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  await t.call('shop.change', { cadenceDays: 2, mostContacts: 2 })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  t.now += dayMs
  await t.call('customers.logTouch', { customerId: 1, kind: 'billing' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'letter' })
  t.now += 10 * dayMs
  expect(await due(t)).toEqual({ total: 0, overdue: 0, capped: 1, rows: [] })
  expect((await t.call('customers.one', { customerId: 1 })).recentContacts).toBe(2)
  await t.call('shop.change', { mostContacts: 3 })
  expect(await due(t)).toMatchObject({ total: 1, overdue: 1, capped: 0 })
  await t.call('shop.undo', {})
  t.now = Date.parse('2026-09-30T08:00:00Z')
  expect(await due(t)).toMatchObject({ total: 0, capped: 1 })
  t.now += dayMs
  expect(await due(t)).toMatchObject({ total: 1, capped: 0 })
})

test('not today is until the shop opens again, and no contact', async () => {
  const t = await threeCalled()
  await t.call('shop.change', { cadenceDays: 20 })
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { tue: [['08:00', '18:00']] } })
  expect(await t.call('customers.notToday', { customerId: 1 })).toEqual({ until: '2026-10-27' })
  expect((await due(t)).total).toBe(2)
  expect((await t.call('customers.one', { customerId: 1 })).touchCount).toBe(1)
  t.now = Date.parse('2026-10-26T08:00:00Z')
  expect((await due(t)).total).toBe(2)
  t.now = Date.parse('2026-10-27T08:00:00Z')
  expect((await due(t)).total).toBe(3)
  await t.call('customers.snooze', { customerId: 2, until: '2026-12-24' })
  expect(await t.call('customers.notToday', { customerId: 2 })).toEqual({ until: '2026-12-24' })
})

test('who is kept of two stays in their tier, and else comes into the other’s', async () => {
  const t = await threeCalled()
  const { id } = await t.call('customers.saveTier', { name: 'Regulars', idealDays: 7, maxDays: 10 })
  await t.call('customers.setTier', { customerIds: [2], tierId: id })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await t.call('customers.one', { customerId: 1 })).tierId).toBe(id)
})
