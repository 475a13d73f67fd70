import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import type { TestShop } from '../../support/shop.ts'

const actSaying = async (t: TestShop, words: string) =>
  (await t.call('shop.acts', { limit: 100 })).find(({ says }) => says.includes(words))!.id

async function undo(t: TestShop, words: string): Promise<string> {
  const { result } = await t.answer('shop.undo', { actId: await actSaying(t, words) })
  return result.ok ? 'undone' : result.problem.message
}

const first = (says: string) => `“${says}” came after it. Nothing was changed. Undo that first.`

/** Anna is number 1, Berta number 2. */
async function two(): Promise<TestShop> {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna' })
  await t.call('customers.save', { name: 'Berta' })
  return t
}

test('nobody is taken off the file while they sent somebody, or were sent', async () => {
  const t = await two()
  await t.call('referrals.set', { customerId: 1, byId: 2 })
  expect(await undo(t, 'Berta added')).toBe(first('Anna was sent by Berta'))
  expect(await undo(t, 'Anna added')).toBe(first('Anna was sent by Berta'))
  expect(await undo(t, 'Anna was sent by Berta')).toBe('undone')
  expect(await undo(t, 'Berta added')).toBe('undone')
  expect(t.shop.connection.prepare('SELECT count(*) FROM actions').pluck().get()).toBe(0)
})

test('nor while they are told apart from another, or something is, or was, to be done about them', async () => {
  const t = await two()
  await t.call('customers.twoPeople', { customerId: 1, otherId: 2 })
  expect(await undo(t, 'Berta added')).toBe(first('Anna and Berta are two people'))
  await t.call('shop.undo', {})
  await t.call('actions.add', {
    what: 'Call back',
    due: '2026-11-30',
    about: { kind: 'customer', id: 2 },
  })
  // What was changed of them and undone since is not in the way.
  await t.call('customers.save', { customerId: 2, notes: 'x' })
  await t.call('shop.undo', {})
  expect(await undo(t, 'Berta added')).toBe(first('Call back: to do by Mon 30 Nov'))
  await t.call('actions.finish', { actionId: 1 })
  expect(await undo(t, 'Berta added')).toBe(first('Done: Call back'))
})

test('nor by undoing the import that brought them; nor a promise while something is to be done about it', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna' })
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,Phone\nBerta,030 111111\n')
  await t.call('customers.importFile', { path, commit: true })
  await t.call('referrals.set', { customerId: 1, byId: 2 })
  expect(await undo(t, 'list.csv')).toBe(first('Anna was sent by Berta'))
  const { id } = await t.call('promises.make', { customerId: 1, what: 'Cake', told: '2026-12-04T17:00' })
  await t.call('actions.add', {
    what: 'Order almonds',
    due: '2026-11-30',
    about: { kind: 'promise', id },
  })
  expect(await undo(t, 'Cake')).toBe(first('Order almonds: to do by Mon 30 Nov'))
})

test('nothing comes back that points at somebody who is not on file, until they are', async () => {
  const t = await two()
  await t.call('customers.twoPeople', { customerId: 1, otherId: 2 })
  const said = await actSaying(t, 'are two people')
  await t.call('shop.undo', {})
  expect(await undo(t, 'Berta added')).toBe('undone')
  expect((await t.problem('shop.redo', { actId: said })).message).toBe(
    'It needs “Berta added”, which is undone. Nothing was changed. Bring that back first.',
  )
  await t.call('shop.redo', { actId: await actSaying(t, 'Berta added') })
  await t.call('shop.redo', { actId: said })
  expect(t.shop.connection.prepare('SELECT customerId, otherId FROM twoPeople').raw().all()).toEqual([[1, 2]])
})

test('a merge that is brought back takes nobody away who sent somebody meanwhile', async () => {
  const t = await two()
  await t.call('customers.save', { name: 'Cleo' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  const merge = (await t.call('shop.acts', { limit: 1 }))[0]!.id
  await t.call('shop.undo', {})
  await t.call('referrals.set', { customerId: 3, byId: 2 })
  expect((await t.problem('shop.redo', { actId: merge })).message).toBe(first('Cleo was sent by Berta'))
})

test('what points at nobody in an older file is no matter of another turn', async () => {
  const t = await two()
  await t.call('referrals.set', { customerId: 1, byId: 2 })
  const other = new Database(t.shop.path)
  other.exec('DELETE FROM customers WHERE id = 2')
  other.close()
  await t.call('customers.save', { name: 'Cleo' })
  expect(await undo(t, 'Cleo added')).toBe('undone')
})
