import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
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

test('of more than a tree holds, the first are told, and that there are more', async () => {
  const t = await shopOfFive()
  const path = join(t.folder, 'people.csv')
  writeFileSync(path, ['Name', ...Array.from({ length: 1001 }, (_, i) => `Person ${i}`)].join('\n'))
  await t.call('customers.importFile', { path, commit: true })
  t.shop.connection.exec(
    `DROP TRIGGER "referralsINSERT";
    INSERT INTO referrals (customerId, byId, day) SELECT id, 1, '2026-11-01' FROM customers WHERE id BETWEEN 6 AND 1005`,
  )
  const told = async () => {
    const { direct, isCut } = await t.call('referrals.of', { customerId: 1 })
    return { direct, isCut }
  }
  expect(await told()).toEqual({ direct: 1000, isCut: false })
  await set(t, 1006, 1)
  expect(await told()).toEqual({ direct: 1000, isCut: true })
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

const merge = (t: TestShop, keepId: number, goneId: number) =>
  t.call('customers.merge', { keepId, goneId, fields: {} })
const open = async (t: TestShop) => (await t.call('actions.list', {})).rows.map(({ what }) => what)

test('a thank-you goes with its referral, whatever both are called by now', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await t.call('customers.save', { customerId: 2, name: 'Berta' })
  await t.call('referrals.remove', { customerId: 2 })
  expect(await open(t)).toEqual([])
  await set(t, 3, 1)
  await merge(t, 4, 1)
  await t.call('referrals.remove', { customerId: 3 })
  expect(await open(t)).toEqual([])
})

test('of two of one name, one thank-you goes and the other stays', async () => {
  const t = await shopOfFive()
  for (const phone of ['030 111111', '030 222222'])
    await t.call('customers.save', { name: 'Anna Berg', phone })
  await set(t, 6, 1)
  await set(t, 7, 1)
  await t.call('referrals.remove', { customerId: 6 })
  expect(await open(t)).toEqual(['Thank Anna for sending Anna Berg'])
  await t.call('referrals.remove', { customerId: 7 })
  expect(await open(t)).toEqual([])
})

test('merging doubles leaves one thank-you, and merging who sent with whom they sent leaves none', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await set(t, 3, 1)
  await merge(t, 2, 3)
  expect(await open(t)).toEqual(['Thank Anna for sending Bo'])
  await t.call('shop.undo', {})
  expect(await open(t)).toHaveLength(2)
  await t.call('shop.redo', {})
  await merge(t, 1, 2)
  expect([await open(t), await tree(t, 1)]).toEqual([[], '- >  0+0'])
})

test('who was thanked is not thanked again when a correction is taken back', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await t.call('actions.finish', { actionId: 1 })
  await set(t, 2, 3)
  await set(t, 2, 1)
  expect(await open(t)).toEqual([])
})

test('who sent the one who goes counts where what was known of the other leads in a circle', async () => {
  const t = await shopOfFive()
  await set(t, 1, 3)
  await set(t, 3, 2)
  await set(t, 2, 4)
  await merge(t, 1, 2)
  expect([await tree(t, 1), await tree(t, 4)]).toEqual(['Di > Cy 1+0', '- > Anna[Cy] 1+1'])
  expect(await open(t)).toEqual(['Thank Anna for sending Cy', 'Thank Di for sending Bo'])
})

test('whom nobody calls a customer any more is neither thanked nor asked', async () => {
  const t = await shopOfFive()
  await set(t, 2, 1)
  await set(t, 4, 3)
  await t.call('customers.putAside', { customerId: 1 })
  await t.call('customers.deceased', { customerId: 3, isDeceased: true })
  expect(await open(t)).toEqual([])
  await set(t, 5, 1)
  expect(await open(t)).toEqual([])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await open(t)).toEqual(['Thank Anna for sending Bo', 'Thank Cy for sending Di'])
})

const step = fc.record({ what: fc.constantFrom('set', 'remove', 'merge'), one: fc.nat(4), other: fc.nat(4) })

test(
  'however they are set, removed and merged: no circle, nobody sent twice, each open thank-you is owed for a referral to who sent it',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const t = await shopOfFive()
        const rows = (sql: string) => t.shop.connection.prepare(sql).all()
        const state = () => [
          rows('SELECT * FROM referrals ORDER BY id'),
          rows('SELECT * FROM actions ORDER BY id'),
        ]
        for (const { what, one, other } of steps) {
          const before = state()
          const input = { customerId: one + 1, byId: other + 1 }
          const act =
            what === 'set'
              ? t.answer('referrals.set', input)
              : what === 'remove'
                ? t.answer('referrals.remove', { customerId: one + 1 })
                : t.answer('customers.merge', { keepId: one + 1, goneId: other + 1, fields: {} })
          const answer = await act
          expect(rows(owedForNothing)).toEqual([])
          expect(rows(circles)).toEqual([])
          if (!('act' in answer) || !answer.act) continue
          const after = state()
          await t.call('shop.undo', {})
          expect(state()).toEqual(before)
          await t.call('shop.redo', {})
          expect(state()).toEqual(after)
        }
      }),
      runs(15, 300),
    )
  },
)

const owedForNothing = `SELECT actions.id FROM actions WHERE source = 'thanks' AND state = 'open' AND NOT EXISTS (
  SELECT 1 FROM referrals WHERE referrals.id = actions.referralId AND referrals.byId = actions.aboutId)`

const circles = `WITH RECURSIVE above (customerId, byId, steps) AS (
  SELECT customerId, byId, 1 FROM referrals
  UNION ALL SELECT above.customerId, referrals.byId, steps + 1 FROM above
    JOIN referrals ON referrals.customerId = above.byId WHERE steps < 10)
  SELECT * FROM above WHERE customerId = byId`
