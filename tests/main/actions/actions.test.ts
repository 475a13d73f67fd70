import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const today = '2026-11-23'
const dayMs = 86_400_000

const listed = async (t: TestShop, closed = false) =>
  (await t.call('actions.list', { closed })).rows.map(({ what, reason }) => `${what}: ${reason}`)
const onToday = async (t: TestShop) => {
  const { items, kinds } = await t.call('today.list', {})
  return {
    items: items.filter(({ harm }) => harm === 'action').map(({ title, reason }) => `${title}: ${reason}`),
    count: kinds.find(({ harm }) => harm === 'action')?.count ?? 0,
  }
}
const says = async (t: TestShop) => (await t.call('shop.acts', { limit: 1 }))[0]!.says

test('what is to be done stands on Today from its day on, until it is done', async () => {
  const t = await testShop()
  await t.call('actions.add', { what: 'Order flour', due: '2026-11-24' })
  const { id: actionId } = await t.call('actions.add', { what: 'Call the baker', due: today })
  expect(await listed(t)).toEqual(['Call the baker: due today', 'Order flour: due tomorrow'])
  expect(await onToday(t)).toEqual({ items: ['Call the baker: due today'], count: 1 })
  t.now += 3 * dayMs
  expect(await onToday(t)).toEqual({
    items: ['Call the baker: due 3 days ago', 'Order flour: due 2 days ago'],
    count: 2,
  })
  await t.call('actions.finish', { actionId, result: 'Brings it on Friday' })
  expect(await says(t)).toBe('Done: Call the baker')
  expect((await onToday(t)).items).toEqual(['Order flour: due 2 days ago'])
  const { rows, total } = await t.call('actions.list', { closed: true })
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ state: 'done', result: 'Brings it on Friday', closedAtMs: t.now })
  await t.call('shop.undo', {})
  expect((await onToday(t)).count).toBe(2)
})

test('it is moved to another day and to somebody, or taken off the list; what is closed stays as it is', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  const { id: actionId } = await t.call('actions.add', { what: 'Order flour', due: today, staffId })
  expect(await says(t)).toBe('Order flour: to do today, Mia Lang')
  await t.call('actions.move', { actionId, due: '2026-11-27' })
  expect(await says(t)).toBe('Order flour: to do by Fri')
  expect(await listed(t)).toEqual(['Order flour: due Fri, in 4 days, for Mia Lang'])
  await t.call('actions.move', { actionId, staffId: null })
  expect(await listed(t)).toEqual(['Order flour: due Fri, in 4 days'])
  const before = (await t.call('shop.acts', { limit: 1 }))[0]!.id
  await t.call('actions.move', { actionId, due: '2026-11-27' })
  expect((await t.call('shop.acts', { limit: 1 }))[0]!.id).toBe(before)
  await t.call('actions.drop', { actionId })
  expect(await says(t)).toBe('Off the list: Order flour')
  for (const [name, input] of [
    ['actions.finish', { actionId }],
    ['actions.drop', { actionId }],
    ['actions.move', { actionId, due: '2026-11-28' }],
  ] as const)
    expect((await t.problem(name, input)).code).toBe('closed-already')
})

test('a day that has passed, somebody who is not there and a thing that is gone are refused', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  await t.call('staff.retire', { staffId })
  const add = { what: 'Order flour', due: today }
  const { id: actionId } = await t.call('actions.add', add)
  expect(await t.problem('actions.add', { ...add, due: '2026-11-22' })).toMatchObject({
    code: 'past',
    field: 'due',
  })
  expect((await t.problem('actions.add', { ...add, staffId })).code).toBe('no-staff')
  expect((await t.problem('actions.add', { ...add, about: { kind: 'batch', id: 7 } })).code).toBe(
    'nothing-there',
  )
  expect((await t.problem('actions.move', { actionId, due: '2026-11-22' })).code).toBe('past')
  expect((await t.problem('actions.move', { actionId, staffId })).code).toBe('no-staff')
  expect((await t.problem('actions.move', { actionId })).message).toBe('Give a day, or say who does it.')
  expect((await t.problem('actions.finish', { actionId: 99 })).code).toBe('no-action')
  expect((await t.problem('actions.one', { actionId: 99 })).code).toBe('no-action')
})

test('what it is about is a link by its name of today, and a name where the thing is gone', async () => {
  const t = await testShop()
  const { id: customer } = await t.call('customers.save', { name: 'Anna Berg', phone: '030 1' })
  const { id: promise } = await t.call('promises.make', {
    name: 'Bo',
    what: 'Cake',
    told: '2026-11-27T17:00',
  })
  const { id: product } = await t.call('stock.saveProduct', { name: 'Milk' })
  const { batchId: batch } = await t.call('stock.addBatch', {
    productId: product,
    lot: 'L1',
    date: '2026-12-01',
    quantity: 3,
  })
  const { id: issue } = await t.call('newsletter.create', { month: '2026-12', subject: 'Advent' })
  const things = { customer, promise, product, batch, issue }
  for (const [kind, id] of Object.entries(things))
    await t.call('actions.add', { what: kind, due: today, about: { kind: kind as 'customer', id } })
  await t.call('customers.save', { customerId: customer, name: 'Anna Berg-Roth' })
  const about = async () =>
    (await t.call('actions.list', {})).rows.map(
      (row) => `${row.about!.name} ${row.about!.page}${row.about!.phone}`,
    )
  expect(await about()).toEqual([
    'Anna Berg-Roth /customers?id=1030 1',
    'Cake, Bo /promises?find=Bo%20Cake',
    'Milk /stock?product=1',
    'Milk, lot L1 /stock?product=1',
    'Advent /newsletter',
  ])
  const { rows, total } = await t.call('actions.list', { about: { kind: 'customer', id: customer } })
  expect([total, rows.map(({ what, reason }) => [what, reason])]).toEqual([1, [['customer', 'due today']]])
  await t.call('newsletter.remove', { issueId: issue })
  expect((await about()).at(-1)).toBe('Advent null')
  const item = (await t.call('today.list', {})).items.find(({ title }) => title === 'customer')
  expect(item?.about).toEqual({
    kind: 'customer',
    id: customer,
    name: 'Anna Berg-Roth',
    page: '/customers?id=1',
    phone: '030 1',
  })
})

test('what is to be done about a customer goes along when two are merged, and comes back by the same undo', async () => {
  const t = await testShop()
  const { id: goneId } = await t.call('customers.save', { name: 'Anna Berg' })
  const { id: keepId } = await t.call('customers.save', { name: 'Anna Berg-Roth' })
  await t.call('actions.add', { what: 'Call back', due: today, about: { kind: 'customer', id: goneId } })
  const of = async (id: number) =>
    (await t.call('actions.list', { about: { kind: 'customer', id } })).rows.map((row) => row.about!.name)
  await t.call('customers.merge', { keepId, goneId, fields: {} })
  expect(await of(keepId)).toEqual(['Anna Berg-Roth'])
  await t.call('shop.undo', {})
  expect([await of(keepId), await of(goneId)]).toEqual([[], ['Anna Berg']])
})
