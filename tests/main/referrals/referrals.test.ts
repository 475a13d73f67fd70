import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const names = ['Anna', 'Bo', 'Cy', 'Di', 'Ed'] as const

async function shopOfFive(): Promise<TestShop> {
  const t = await testShop()
  for (const name of names) await t.call('customers.save', { name })
  return t
}

const set = (t: TestShop, customerId: number, byId: number) => t.call('referrals.set', { customerId, byId })
const toDo = async (t: TestShop) =>
  (await t.call('actions.list', {})).rows.map(
    ({ what, dueDay, about }) => `${dueDay} ${what} (${about!.name})`,
  )
const tree = async (t: TestShop, customerId: number) => {
  const { sentBy, sent, direct, further } = await t.call('referrals.of', { customerId })
  const drawn = (nodes: typeof sent): string =>
    nodes
      .map(({ about, sent: more }) => `${about.name}${more.length > 0 ? `[${drawn(more)}]` : ''}`)
      .join(' ')
  return `${sentBy?.about.name ?? '-'} > ${drawn(sent)} ${direct}+${further}`
}

test('who sent whom is a tree; to thank them is to be done, and both go by one undo', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  expect(await toDo(t)).toEqual(['2026-11-24 Thank Anna for sending Bo (Anna)'])
  await t.call('shop.undo', {})
  expect([await toDo(t), await tree(t, 2)]).toEqual([[], '- >  0+0'])
  await t.call('shop.redo', {})
  await set(t, 3, 1)
  await set(t, 4, 3)
  expect(await tree(t, 1)).toBe('- > Bo Cy[Di] 2+1')
  expect(await tree(t, 3)).toBe('Anna > Di 1+0')
})

test('a link that would close a circle, to themselves or to nobody on file is refused in words', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await set(t, 3, 2)
  expect(await t.problem('referrals.set', { customerId: 1, byId: 3 })).toEqual({
    code: 'circle',
    message: 'Cy came through Anna, so Anna cannot have been sent by Cy. Nothing was changed.',
    field: 'byId',
  })
  expect((await t.problem('referrals.set', { customerId: 1, byId: 1 })).code).toBe('same-customer')
  expect(await t.problem('referrals.set', { customerId: 1, byId: 9 })).toMatchObject({
    code: 'no-customer',
    field: 'byId',
  })
})

test('corrected, the thank-you that is still owed goes to the other; what was said stays said', async () => {
  const t = await shopOfFive()
  await set(t, 3, 1)
  await set(t, 3, 2)
  expect(await toDo(t)).toEqual(['2026-11-24 Thank Bo for sending Cy (Bo)'])
  await t.call('referrals.remove', { customerId: 3 })
  expect([await toDo(t), await tree(t, 3)]).toEqual([[], '- >  0+0'])
  await t.call('shop.undo', {})
  expect(await toDo(t)).toEqual(['2026-11-24 Thank Bo for sending Cy (Bo)'])
  const [thanks] = (await t.call('actions.list', {})).rows
  await t.call('actions.finish', { actionId: thanks!.id })
  await t.call('referrals.remove', { customerId: 3 })
  expect((await t.call('actions.list', { closed: true })).rows[0]).toMatchObject({ state: 'done' })
})

test('a chain is worth what those who came through it did', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await set(t, 3, 2)
  await t.call('customers.logTouch', { customerId: 1, kind: 'visit' })
  await t.call('customers.logTouch', { customerId: 2, kind: 'visit' })
  await t.call('customers.logTouch', { customerId: 3, kind: 'visit', at: '2026-11-20T09:00' })
  const { id: promiseId } = await t.call('promises.make', {
    customerId: 3,
    what: 'Cake',
    told: '2026-11-27T17:00',
  })
  await t.call('promises.close', { promiseId, inBudget: true, fullScope: true, leftClean: true })
  expect(await t.call('referrals.of', { customerId: 1 })).toMatchObject({
    direct: 1,
    further: 1,
    visits: 2,
    promisesDone: 1,
    paidMills: 0,
  })
  expect(await t.call('referrals.of', { customerId: 3 })).toMatchObject({ visits: 0, promisesDone: 0 })
})

test.each([
  [
    'those who were sent go along',
    [
      [2, 1],
      [3, 2],
    ],
    2,
    4,
    4,
    'Anna > Cy 1+0',
  ],
  ['and so does who sent them', [[2, 1]], 2, 4, 4, 'Anna >  0+0'],
  [
    'who sent the one kept counts',
    [
      [2, 1],
      [4, 3],
    ],
    2,
    4,
    4,
    'Cy >  0+0',
  ],
  ['nobody has sent themselves', [[2, 1]], 1, 2, 2, '- >  0+0'],
  [
    'nor come through themselves',
    [
      [2, 1],
      [3, 2],
    ],
    1,
    3,
    3,
    '- > Bo 1+0',
  ],
] as const)('when two customers are merged, %s', async (_words, links, goneId, keepId, shown, drawn) => {
  const t = await shopOfFive()
  for (const [customerId, byId] of links) await set(t, customerId, byId)
  const before = t.shop.connection.prepare('SELECT * FROM referrals ORDER BY id').all()
  await t.call('customers.merge', { keepId, goneId, fields: {} })
  expect(await tree(t, shown)).toBe(drawn)
  await t.call('shop.undo', {})
  expect(t.shop.connection.prepare('SELECT * FROM referrals ORDER BY id').all()).toEqual(before)
})
