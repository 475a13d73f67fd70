import { expect, test } from 'vitest'
import { calls, callsAbout } from '../../../src/core/calls.ts'
import { handlers } from '../../../src/main/handlers.ts'
import { testShop } from '../../support/shop.ts'

test('each store call has a handler, and each handler a call', () => {
  const storeCalls = Object.entries(calls).filter(([, def]) => def.kind !== 'machine')
  expect(Object.keys(handlers).toSorted()).toEqual(storeCalls.map(([name]) => name).toSorted())
})

test('each name says its feature, and each path field is a field of the input', () => {
  for (const [name, def] of Object.entries(calls)) {
    expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
    for (const path of def.paths) expect(Object.keys(def.input.shape)).toContain(path)
  }
})

test('an unknown call, one of the machine, or one of the prototype is refused', async () => {
  const t = await testShop()
  for (const name of ['shop.destroy', 'files.choose', 'toString', '__proto__', ''])
    expect((await t.problem(name as never, {})).code).toBe('unknown-call')
})

test('input with a field too many is refused and changes nothing', async () => {
  const t = await testShop()
  const before = await t.shop.reader.selectFrom('acts').selectAll().execute()
  const problem = await t.problem('shop.change', { name: 'X', admin: true })
  expect(problem.code).toBe('bad-input')
  expect(await t.shop.reader.selectFrom('acts').selectAll().execute()).toEqual(before)
})

test('a refused write leaves neither rows nor an act behind', async () => {
  const t = await testShop({ setUp: false })
  expect((await t.problem('shop.change', { name: 'X' })).code).toBe('no-shop')
  expect(await t.shop.reader.selectFrom('acts').selectAll().execute()).toEqual([])
  expect(await t.shop.reader.selectFrom('changes').selectAll().execute()).toEqual([])
})

test('a write answers with what it made stale and its act; a read with neither', async () => {
  const t = await testShop()
  const answer = await t.answer('shop.change', { phone: '030 123' })
  expect(answer).toMatchObject({
    stale: callsAbout(['shop', 'promises']),
    act: { says: 'Shop details changed' },
  })
  expect(await t.answer('shop.details', {})).toMatchObject({ stale: [], result: { ok: true } })
})

test('two writes at once both happen, one after the other', async () => {
  const t = await testShop()
  await Promise.all([t.call('shop.change', { phone: '1' }), t.call('shop.change', { email: 'a@b.example' })])
  expect(await t.call('shop.details', {})).toMatchObject({ phone: '1', email: 'a@b.example' })
})

test('the reading connection cannot write', async () => {
  const t = await testShop()
  await expect(t.shop.reader.updateTable('shop').set({ name: 'x' }).execute()).rejects.toThrow(/readonly/)
})
