import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../support/shop.ts'

const folder = fileURLToPath(new URL('../../resources', import.meta.url))

async function sampleShop(now: string): Promise<TestShop> {
  const t = await testShop({ now, setUp: false })
  await t.call('shop.fillSample', { folder })
  return t
}

test.each([
  ['a Monday morning', '2026-11-23T08:30:00Z'],
  ['a Wednesday at noon', '2026-11-25T12:10:00Z'],
  ['a Saturday evening', '2026-11-28T20:00:00Z'],
  ['a Sunday night, just after midnight', '2027-02-28T00:04:00Z'],
  ['the morning after the clocks changed', '2026-03-29T09:00:00Z'],
  ['New Year', '2027-01-01T10:00:00Z'],
])('the sample shop is alive on %s', async (_words, now) => {
  const t = await sampleShop(now)
  const board = await t.call('promises.board', {})
  for (const standing of ['overdue', 'atRisk', 'waiting', 'later', 'doneRecently'] as const)
    expect(board[standing].total, standing).toBeGreaterThan(0)
  const { totals } = await t.call('stock.expiring', {})
  expect(totals).toEqual({ expired: 5, expiredHard: 2, pullToday: 5, soon: 9 })
  expect((await t.call('customers.whoToday', { limit: 5 })).rows).toHaveLength(5)
  const { items, more } = await t.call('today.list', {})
  expect(items.length).toBeGreaterThanOrEqual(12)
  expect(new Set(items.map(({ harm }) => harm)).size).toBeGreaterThanOrEqual(6)
  expect(more.length).toBeGreaterThan(0)
})

test('the sample has six weeks of hours with two late openings and days without data', async () => {
  const t = await sampleShop('2026-11-25T12:10:00Z')
  const { opened, days } = await t.call('hours.adherence', { from: '2026-10-14', to: '2026-11-24' })
  expect(opened.due).toBeGreaterThan(25)
  expect(opened.due - opened.met).toBe(2)
  expect(days.filter(({ blocks }) => blocks.some((block) => block.opened.minutesLate === null)).length).toBe(
    3,
  )
})

test('the sample has past promises kept, late with and without a word, and broken', async () => {
  const t = await sampleShop('2026-11-25T12:10:00Z')
  expect(await t.call('promises.keptRate', { from: '2026-09-01', to: '2026-11-23' })).toEqual({
    due: 24,
    kept: 20,
    lateButWarned: 2,
    lateAndSilent: 1,
    broken: 1,
    open: 0,
    share: 20 / 24,
  })
})

test('the sample has people to write to, a letter begun and lines of its own', async () => {
  const t = await sampleShop('2026-11-25T12:10:00Z')
  expect((await t.call('newsletter.audience', {})).recipients).toBeGreaterThan(40)
  expect(await t.call('newsletter.issues', {})).toMatchObject([{ month: '2026-11', exportedAtMs: null }])
  expect((await t.call('checklists.ownLines', {})).lines).toHaveLength(10)
  expect((await t.call('customers.search', {})).total).toBe(93)
  expect((await t.call('stock.products', {})).total).toBe(132)
})

test('the same moment makes the same sample', async () => {
  const rows = async (t: TestShop) => [
    await t.shop.reader.selectFrom('batches').selectAll().execute(),
    await t.shop.reader.selectFrom('promises').selectAll().execute(),
    await t.shop.reader.selectFrom('touches').selectAll().execute(),
    await t.shop.reader.selectFrom('hoursLog').selectAll().execute(),
  ]
  const now = '2026-11-25T12:10:00Z'
  expect(await rows(await sampleShop(now))).toEqual(await rows(await sampleShop(now)))
})

test('a file that holds a shop is not filled', async () => {
  const t = await testShop()
  expect((await t.problem('shop.fillSample', { folder })).code).toBe('not-empty')
})
