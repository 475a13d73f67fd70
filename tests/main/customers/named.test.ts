import { expect, test } from 'vitest'
import type { Sent } from '../../../src/core/calls.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const promised = async (t: TestShop, who: Partial<Sent<'promises.make'>>) => {
  const { id } = await t.call('promises.make', { what: 'Cake', told: '2026-11-27T17:00', ...who })
  const { customerId, name, phone } = await t.call('promises.one', { promiseId: id })
  return { customerId, name, phone }
}
const add = async (t: TestShop, name: string, phone = '') =>
  (await t.call('customers.save', { name, phone })).id
const everybody = async (t: TestShop) =>
  (await t.call('customers.search', {})).rows.map(({ name, phone }) => `${name} ${phone}`.trim())

test('a name that exactly one customer has is that customer, however it is written', async () => {
  const t = await testShop()
  const zoe = await add(t, 'Zoë Ångström', '08 123 456')
  await add(t, 'Zoe Angstrom-Lindh')
  expect(await promised(t, { name: 'zoe angstrom' })).toEqual({
    customerId: zoe,
    name: 'Zoë Ångström',
    phone: '08 123 456',
  })
  expect(await promised(t, { name: 'Zoe' })).toEqual({ customerId: null, name: 'Zoe', phone: '' })
})

test('of two with one name nobody is chosen, unless a phone tells them apart', async () => {
  const t = await testShop()
  await add(t, 'Anna Lang', '030 111 1111')
  const second = await add(t, 'Anna Lang', '030 222 2222')
  expect(await promised(t, { name: 'Anna Lang' })).toMatchObject({ customerId: null })
  expect(await promised(t, { name: 'Anna Lang', phone: '+49 30 2222222' })).toMatchObject({
    customerId: second,
  })
  expect(await everybody(t)).toEqual(['Anna Lang 030 111 1111', 'Anna Lang 030 222 2222'])
})

test('with a phone somebody new is a customer from then on, and one undo takes both back', async () => {
  const t = await testShop()
  const { act } = await t.answer('promises.make', {
    name: 'Bert Roth',
    phone: '0171 555 777',
    what: 'Cake',
    told: '2026-11-27T17:00',
  })
  expect(act?.says).toBe('Promise to Bert Roth made for Fri 17:00: Cake')
  expect(await everybody(t)).toEqual(['Bert Roth 0171 555 777'])
  expect((await t.call('promises.board', {})).later.rows).toMatchObject([
    { name: 'Bert Roth', phone: '0171 555 777' },
  ])
  await t.call('shop.undo', {})
  expect(await everybody(t)).toEqual([])
  expect((await t.call('promises.board', {})).later.total).toBe(0)
})

test('another phone under the same name is another person; an empty phone is filled, over a known one none is taken', async () => {
  const t = await testShop()
  const first = await add(t, 'Carla Gross', '030 333 3333')
  expect((await promised(t, { name: 'Carla Gross', phone: '030 444 4444' })).customerId).not.toBe(first)
  const empty = await add(t, 'Dora Klein')
  expect(await promised(t, { name: 'Dora Klein', phone: '030 555 5555' })).toEqual({
    customerId: empty,
    name: 'Dora Klein',
    phone: '030 555 5555',
  })
  const over = { customerId: empty, phone: '030 9', what: 'Bread', told: '2026-11-27T17:00' }
  expect(await t.problem('promises.make', over)).toMatchObject({ code: 'other-phone', field: 'phone' })
  expect(await everybody(t)).toEqual([
    'Carla Gross 030 333 3333',
    'Carla Gross 030 444 4444',
    'Dora Klein 030 555 5555',
  ])
})

test('a promise that is refused makes no customer', async () => {
  const t = await testShop()
  expect(
    await t.problem('promises.make', {
      name: 'Bert',
      phone: '0171 1',
      what: 'Cake',
      told: '2026-11-20T17:00',
    }),
  ).toMatchObject({ code: 'told-past' })
  expect(await everybody(t)).toEqual([])
})

test('a contact is logged by name where the name is one customer’s, else the customer is asked for', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Lang')
  await t.call('customers.logTouch', { name: 'anna lang', kind: 'visit' })
  expect((await t.call('customers.one', { customerId: anna })).touches).toHaveLength(1)
  for (const name of ['Anna', '!!!', undefined])
    expect(await t.problem('customers.logTouch', { name, kind: 'visit' })).toMatchObject({ field: 'name' })
  expect(await t.problem('customers.logTouch', { customerId: 999, kind: 'visit' })).toMatchObject({
    code: 'no-customer',
  })
})

test('a number is never kept as a name', async () => {
  const t = await testShop()
  const made = { what: 'Cake', told: '2026-11-27T17:00' }
  const refused = { code: 'no-name', field: 'name' }
  expect(await t.problem('promises.make', { ...made, name: '04 78 12 34 56' })).toMatchObject(refused)
  const { id: promiseId } = await t.call('promises.make', { ...made, name: 'Bert Roth' })
  expect(await t.problem('promises.change', { promiseId, name: '0478123' })).toMatchObject(refused)
  expect(await everybody(t)).toEqual([])
})
