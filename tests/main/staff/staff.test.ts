import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const listed = async (t: TestShop) =>
  (await t.call('staff.list', {})).rows.map(
    ({ name, initials, active }) => `${initials} ${name}${active ? '' : ', gone'}`,
  )

test('a name gets initials of its own, and can be corrected', async () => {
  const t = await testShop()
  const { id } = await t.call('staff.save', { name: 'Mia Lang' })
  await t.call('staff.save', { name: 'Max Lindt' })
  await t.call('staff.save', { name: 'Jo Berg', initials: 'Bg' })
  await t.call('staff.save', { staffId: id, name: 'Mia Lange', initials: 'Mi' })
  expect(await listed(t)).toEqual(['Mi Mia Lange', 'MaL Max Lindt', 'Bg Jo Berg'])
})

test('two people are told apart by name and by initials', async () => {
  const t = await testShop()
  await t.call('staff.save', { name: 'Mia Lang' })
  expect(await t.problem('staff.save', { name: ' mia  LANG' })).toMatchObject({
    code: 'name-taken',
    field: 'name',
  })
  expect(await t.problem('staff.save', { name: 'Max', initials: 'ml' })).toMatchObject({
    code: 'initials-taken',
    field: 'initials',
  })
  expect((await t.problem('staff.save', { staffId: 9, name: 'Max' })).code).toBe('no-staff')
})

test('who no longer works here stays on the list, and can be taken back while the initials are free', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  await t.call('staff.retire', { staffId })
  expect((await t.problem('staff.retire', { staffId })).code).toBe('retired-already')
  expect((await t.problem('staff.save', { name: 'Mia Lang' })).message).toContain('no longer works here')
  await t.call('staff.save', { name: 'Max Lindt' })
  expect(await listed(t)).toEqual(['ML Max Lindt', 'ML Mia Lang, gone'])
  expect((await t.problem('staff.takeBack', { staffId })).code).toBe('initials-taken')
  await t.call('staff.save', { staffId, name: 'Mia Lang', initials: 'Mi' })
  await t.call('staff.takeBack', { staffId })
  expect((await t.problem('staff.takeBack', { staffId })).code).toBe('not-retired')
  expect(await listed(t)).toEqual(['Mi Mia Lang', 'ML Max Lindt'])
})

test('each act says who did it, by the name of then; who is no longer there signs nothing', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  const does = (name: string, input: unknown) => dispatch(t.shop, name, input, { now: t.now, staffId })
  const last = async () => (await t.call('shop.history', { limit: 1 })).acts[0]!.who
  await does('customers.save', { name: 'Anna Berg' })
  expect(await last()).toBe('Mia Lang')
  await t.call('staff.save', { staffId, name: 'Mia Lange', initials: 'ML' })
  expect(await last()).toBe('owner')
  await does('customers.save', { name: 'Bo Berg' })
  await does('hours.log', { event: 'open' })
  expect(await last()).toBe('Mia Lange')
  const { people, acts } = await t.call('shop.history', { who: 'Mia Lang' })
  expect(people).toEqual(['Mia Lang', 'Mia Lange', 'owner'])
  expect(acts.map(({ says }) => says)).toEqual(['Anna Berg added'])
  await t.call('staff.retire', { staffId })
  await does('customers.save', { name: 'Cy Berg' })
  expect(await last()).toBe('owner')
})

test('an undo takes a name back, and is not hindered by who undoes it', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  const { result } = await dispatch(t.shop, 'shop.undo', {}, { now: t.now, staffId })
  expect(result).toMatchObject({ ok: true })
  expect(await listed(t)).toEqual([])
})
