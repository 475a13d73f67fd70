import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const now = '2026-11-23T08:00:00Z'

async function made() {
  const t = await testShop({ now })
  const { id: maria } = await t.call('customers.save', { name: 'Maria Anders', phone: '030 1' })
  const { id: max } = await t.call('customers.save', { name: 'Max Lang', phone: '030 2' })
  const told = '2026-11-27T17:00'
  const { id: promiseId } = await t.call('promises.make', {
    customerId: maria,
    what: 'Cake',
    told,
    priceCap: '20',
  })
  const { id: other } = await t.call('promises.make', { customerId: max, what: 'Bread', told })
  return { t, maria, max, promiseId, other }
}

test('who, what, note and price of a promise are corrected where said; what was told stays, and one undo takes it back', async () => {
  const { t, max, promiseId, other } = await made()
  const before = await t.call('promises.one', { promiseId })
  const beside = await t.call('promises.one', { promiseId: other })
  await t.call('promises.change', { promiseId, what: 'Wedding cake', note: 'No nuts', priceCap: '45' })
  const changed = await t.call('promises.one', { promiseId })
  expect(changed).toEqual({ ...before, what: 'Wedding cake', note: 'No nuts', priceCapMills: 45_000 })
  await t.call('promises.change', { promiseId, customerId: max })
  expect(await t.call('promises.one', { promiseId })).toMatchObject({
    name: 'Max Lang',
    phone: '030 2',
    what: 'Wedding cake',
  })
  await t.call('promises.change', { promiseId, name: 'Somebody new' })
  expect(await t.call('promises.one', { promiseId })).toMatchObject({
    name: 'Somebody new',
    customerId: null,
    phone: '',
  })
  await t.call('promises.change', { promiseId, priceCap: '' })
  expect((await t.call('promises.one', { promiseId })).priceCapMills).toBeNull()
  expect((await t.call('shop.acts', { limit: 1 }))[0]?.says).toBe(
    'Promise to Somebody new changed: Wedding cake',
  )
  for (let times = 0; times < 4; times++) await t.call('shop.undo', {})
  expect(await t.call('promises.one', { promiseId })).toEqual(before)
  expect(await t.call('promises.one', { promiseId: other })).toEqual(beside)
})

test('a change that changes nothing leaves no trace; a wrong price, an unknown customer and a promise that is gone are refused', async () => {
  const { t, promiseId } = await made()
  const before = await t.call('promises.one', { promiseId })
  expect((await t.answer('promises.change', { promiseId, what: 'Cake', priceCap: '20' })).act).toBeUndefined()
  expect((await t.problem('promises.change', { promiseId, priceCap: '1.234' })).field).toBe('priceCap')
  expect((await t.problem('promises.change', { promiseId, what: '' })).field).toBe('what')
  expect((await t.problem('promises.change', { promiseId, customerId: 999 })).code).toBe('no-customer')
  expect((await t.problem('promises.change', { promiseId: 999, what: 'Tart' })).code).toBe('no-promise')
  expect(await t.call('promises.one', { promiseId })).toEqual(before)
})

test('a customer’s own promises: the open ones by their told moment, then the last that were closed, and nobody else’s', async () => {
  const { t, maria, max, promiseId } = await made()
  const make = async (what: string, told: string) =>
    (await t.call('promises.make', { customerId: maria, what, told })).id
  await make('Later', '2026-11-30T10:00')
  await make('Sooner', '2026-11-24T10:00')
  const closed = [await make('First', '2026-11-25T10:00'), await make('Second', '2026-11-25T10:00')]
  await t.call('promises.close', { promiseId: closed[0]!, inBudget: true, fullScope: true, leftClean: true })
  t.now += 60_000
  await t.call('promises.break', { promiseId: closed[1]!, reason: 'ill' })
  const of = await t.call('promises.ofCustomer', { customerId: maria, limit: 1 })
  expect(of.open.map(({ what }) => what)).toEqual(['Sooner', 'Cake', 'Later'])
  expect(of.closed).toMatchObject({ total: 2, rows: [{ what: 'Second', outcome: 'broken' }] })
  const [cake] = of.open.filter(({ id }) => id === promiseId)
  expect(cake).toEqual(await t.call('promises.one', { promiseId }))
  expect(
    (await t.call('promises.ofCustomer', { customerId: max, limit: 5 })).open.map(({ what }) => what),
  ).toEqual(['Bread'])
})

test('a phone alone is kept with the promise’s customer; somebody named becomes one, and another phone is refused', async () => {
  const { t } = await made()
  const told = '2026-11-27T17:00'
  const { id: customerId } = await t.call('customers.save', { name: 'Ada Bell' })
  const { id: hers } = await t.call('promises.make', { customerId, what: 'Cake', told })
  const { id: named } = await t.call('promises.make', { name: 'Cy Dorn', what: 'Bread', told })
  const says: (string | undefined)[] = []
  for (const [promiseId, phone] of [
    [hers, '030 111111'],
    [named, '030 222222'],
  ] as const) {
    says.push((await t.answer('promises.change', { promiseId, phone })).act?.says)
    expect(await t.call('promises.one', { promiseId })).toMatchObject({ phone })
  }
  expect(says).toEqual(['Phone of Ada Bell added', 'Promise to Cy Dorn changed: Bread'])
  // The same number, written otherwise, changes nothing.
  expect((await t.answer('promises.change', { promiseId: hers, phone: '+49 30 111111' })).act).toBeUndefined()
  const other = {
    code: 'other-phone',
    message:
      'Ada Bell is on file with another phone, 030 111111. Nothing was changed. Correct it on their page, or leave it out here.',
    field: 'phone',
  }
  expect(await t.problem('promises.change', { promiseId: hers, phone: '030 333333' })).toEqual(other)
  const again = { customerId, what: 'Tart', told, phone: '030 333333' }
  expect(await t.problem('promises.make', again)).toEqual(other)
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await t.call('promises.one', { promiseId: hers })).toMatchObject({ phone: '' })
})
