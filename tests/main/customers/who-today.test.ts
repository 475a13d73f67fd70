import { expect, test } from 'vitest'
import { hearPlans } from '../../support/plans.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const dayMs = 86_400_000

const due = async (t: TestShop, limit = 5) => {
  const { rows, total } = await t.call('customers.whoToday', { limit })
  return { total, rows: rows.map(({ name, reason, overdueDays }) => [name, reason, overdueDays]) }
}

test('the longest silence comes first, each with its reason in words', async () => {
  const t = await testShop({ now: '2026-10-01T08:00:00Z' })
  for (const name of ['Anna', 'Ben', 'Cleo', 'Dora']) await t.call('customers.save', { name, phone: '1' })
  await t.call('customers.save', { name: 'Unknown address' })
  await t.call('customers.logTouch', { customerId: 2, kind: 'call', at: '2026-09-20T10:00' })
  t.now = Date.parse('2026-10-10T08:00:00Z')
  await t.call('customers.logTouch', { customerId: 3, kind: 'visit' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'billing' })
  t.now = Date.parse('2026-11-09T08:00:00Z')
  await t.call('customers.logTouch', { customerId: 4, kind: 'letter' })
  expect(await due(t)).toEqual({
    total: 3,
    rows: [
      ['Ben', '50 days since your last call; due every 30 days', 20],
      ['Anna', 'Never heard from us; on file for 39 days', 9],
      ['Cleo', '30 days since their last visit; due every 30 days', 0],
    ],
  })
  expect((await due(t, 1)).rows).toHaveLength(1)
})

test('a day before the cadence is up nobody is due, whatever the hour and the clock change', async () => {
  const t = await testShop({ now: '2026-10-01T21:30:00Z' })
  await t.call('customers.save', { name: 'Anna', email: 'a@x.example' })
  t.now = Date.parse('2026-10-30T22:30:00Z')
  expect((await due(t)).total).toBe(0)
  t.now = Date.parse('2026-10-30T23:30:00Z')
  expect((await due(t)).rows).toEqual([['Anna', 'Never heard from us; on file for 30 days', 0]])
})

test('who is put off comes back on the day, and who gains or loses an address comes and goes', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', street: 'Ring 1' })
  await t.call('customers.save', { name: 'Ben' })
  t.now += 60 * dayMs
  expect((await due(t)).total).toBe(1)
  await t.call('customers.snooze', { customerId: 1, until: '2026-11-05' })
  expect(await due(t)).toEqual({ total: 0, rows: [] })
  t.now = Date.parse('2026-11-05T08:00:00Z')
  expect((await due(t)).total).toBe(1)
  await t.call('customers.save', { customerId: 2, phone: '1' })
  await t.call('customers.save', { customerId: 1, street: '' })
  expect((await due(t)).rows.map(([name]) => name)).toEqual(['Ben'])
})

test('who has only a further mail address or a further postal address is due like everybody else', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', otherMails: 'a@x.example' })
  await t.call('customers.save', { name: 'Ben', otherAddresses: 'Weg 1, Köln' })
  await t.call('customers.save', { name: 'Cleo' })
  t.now += 60 * dayMs
  const names = async () => (await due(t)).rows.map(([name]) => name)
  expect(await names()).toEqual(['Anna', 'Ben'])
  await t.call('customers.save', { customerId: 1, otherMails: '' })
  await t.call('customers.save', { customerId: 3, otherAddresses: 'Weg 2, Köln' })
  expect(await names()).toEqual(['Ben', 'Cleo'])
})

test('a touch that is taken back makes the customer due again', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  t.now += 45 * dayMs
  await t.call('customers.logTouch', { customerId: 1, kind: 'delivery', at: '2026-09-10T08:00' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'mail' })
  expect((await due(t)).total).toBe(0)
  await t.call('shop.undo', {})
  expect((await due(t)).rows).toEqual([['Anna', '36 days since your last delivery; due every 30 days', 6]])
  await t.call('shop.undo', {})
  expect((await due(t)).rows).toEqual([['Anna', 'Never heard from us; on file for 45 days', 15]])
})

test('the shop’s own cadence counts', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'note' })
  t.now += dayMs
  await t.call('shop.change', { cadenceDays: 1 })
  expect((await due(t)).rows).toEqual([['Anna', '1 day since your last note; due every day', 0]])
})

test('no list is walked for the few who never heard from the shop, nor for who is due', async () => {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  await t.call('customers.save', { name: 'Anna', phone: '1' })
  const heard = hearPlans(t)
  await t.call('customers.whoToday', {})
  const steps = heard.flatMap((one) => one.steps)
  expect(steps.filter((step) => step.startsWith('SCAN customer'))).toEqual([])
  expect(steps.join('\n')).toContain('customerContactUnheard (tierId=? AND silentSinceMs>?)')
})
