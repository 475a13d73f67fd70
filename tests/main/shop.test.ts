import { expect, onTestFinished, test } from 'vitest'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import { testShop } from '../support/shop.ts'

test('a shop that was set up has its details', async () => {
  const t = await testShop()
  expect(await t.call('shop.details', {})).toEqual({
    name: 'Corner Shop',
    country: 'DE',
    region: '',
    currency: 'EUR',
    zone: 'Europe/Berlin',
    address: '',
    email: '',
    phone: '',
    language: 'en',
    cadenceDays: 30,
    newsletterResets: false,
    billResets: false,
    mostContacts: 6,
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

test('a shop that is set up is not set up again over what it is', async () => {
  const t = await testShop()
  const problem = await t.problem('shop.setUp', { name: 'Other', country: 'FR', zone: 'Europe/Paris' })
  expect(problem).toEqual({
    code: 'set-up-already',
    message:
      'This file holds a shop already: Corner Shop. Nothing was changed. Its details are changed in Settings; for another shop begin a new file.',
  })
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop', country: 'DE' })
})

test.each(['Nowhere/Land', '', 'x'.repeat(900), '+01:00'])(
  'a file whose zone is none (%s) opens in that of the PC, says so, and takes another',
  async (zone) => {
    const made = await testShop()
    const { path } = made.shop
    await made.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['07:00', '19:00']] } })
    made.shop.connection.exec(`INSERT INTO temp.actNow (id) VALUES (1);
      UPDATE shop SET zone = '${zone}', country = 'nowhere'; DELETE FROM temp.actNow`)
    await made.shop.close()
    const opened = await openShop(path)
    if (!opened.ok) throw new Error(opened.problem.message)
    onTestFinished(() => opened.value.close())
    expect(opened.value.notices.map(({ code }) => code)).toEqual(['no-zone', 'no-country'])
    for (const { message } of opened.value.notices) expect(message).toMatch(/ in Settings\.$/)
    const call = async (name: string, input: unknown = {}) =>
      (await dispatch(opened.value, name, input, { now: made.now })).result
    for (const name of ['today.list', 'hours.status', 'shop.history', 'promises.board', 'shop.details'])
      expect(await call(name)).toMatchObject({ ok: true })
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(await call('shop.details')).toMatchObject({ value: { zone: here } })
    expect(await call('shop.change', { zone: 'Asia/Tokyo', country: 'JP' })).toMatchObject({ ok: true })
    expect(await call('shop.details')).toMatchObject({ value: { zone: 'Asia/Tokyo', country: 'JP' } })
  },
)
