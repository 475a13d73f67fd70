import { expect, test } from 'vitest'
import { testShop } from '../support/shop.ts'

test('a shop that was set up has its details', async () => {
  const t = await testShop()
  expect(await t.call('shop.details', {})).toEqual({
    name: 'Corner Shop',
    country: 'DE',
    region: '',
    zone: 'Europe/Berlin',
    address: '',
    email: '',
    phone: '',
    cadenceDays: 30,
    toleranceMinutes: 5,
  })
})

test('undo takes a change back, and undoing that brings it again', async () => {
  const t = await testShop()
  const { act } = await t.answer('shop.change', { name: 'Käse & Brot' })
  expect(act?.says).toBe('Shop details changed')
  expect(await t.call('shop.undo', {})).toEqual({ says: 'Undone: Shop details changed' })
  expect((await t.call('shop.details', {}))?.name).toBe('Corner Shop')
  const [undone] = await t.call('shop.acts', {})
  expect(undone).toMatchObject({ says: 'Shop details changed', undone: true })
  const acts = await t.shop.reader.selectFrom('acts').selectAll().orderBy('id').execute()
  await t.call('shop.undo', { actId: acts.at(-1)!.id })
  expect((await t.call('shop.details', {}))?.name).toBe('Käse & Brot')
})

test('an act that others stand on is not undone, and names the later one', async () => {
  const t = await testShop()
  const first = await t.answer('shop.change', { name: 'One' })
  await t.call('shop.change', { name: 'Two' })
  const problem = await t.problem('shop.undo', { actId: first.act!.id })
  expect(problem.code).toBe('changed-since')
  expect((await t.call('shop.details', {}))?.name).toBe('Two')
})

test('a write outside of an act is refused by the store itself', async () => {
  const t = await testShop()
  expect(() => t.shop.connection.exec(`UPDATE shop SET name = 'x'`)).toThrow(/NOT NULL/)
})

test('a time zone that does not exist is refused by name', async () => {
  const t = await testShop({ setUp: false })
  expect(await t.problem('shop.setUp', { name: 'A', country: 'DE', zone: 'Mars/Olympus' })).toEqual({
    code: 'bad-input',
    message: 'Choose a time zone, such as Europe/Berlin.',
    field: 'zone',
  })
})
