import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { ReadName, Output, Sent } from '../../../src/core/calls.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import {
  expectedRows,
  goldenShops,
  tablesIn,
  unpack,
  upgrade,
  upgradedRows,
} from '../../support/golden/shops.ts'
import { tellStory } from '../../support/golden/story.ts'
import { temporaryFolder } from '../../support/shop.ts'

const later = Date.parse('2026-11-27T08:00:00Z')

const shopIn = () => join(temporaryFolder(), 'shop.wellkept')

async function upgraded(name: string): Promise<{ path: string; shop: FileShop }> {
  const path = shopIn()
  const shop = await upgrade(name, path)
  onTestFinished(() => shop.close())
  return { path, shop }
}

/** What a golden shop answers in the newest schema, and the ids that are in its tables. */
async function readOf(name: string) {
  const { shop } = await upgraded(name)
  return {
    async read<N extends ReadName>(call: N, input: Sent<N>): Promise<Output<N>> {
      const { result } = await dispatch(shop, call, input, { now: later })
      if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.problem)}`)
      return result.value as never
    },
    idsOf: (table: string, where = '1') =>
      shop.connection.prepare(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`).pluck().all() as number[],
  }
}

const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)
const idsIn = (rows: readonly { readonly id: number }[]) => sorted(rows.map(({ id }) => id))

/** The tables of a shop file that have no row. */
function emptyIn(path: string): readonly string[] {
  const connection = new Database(path, { readonly: true })
  // Who waits to be compared waits for moments, and so does what of somebody erased is still to be wiped.
  const empty = tablesIn(connection).filter(
    (table) =>
      !['pairsDue', 'wipeDue'].includes(table) &&
      connection.prepare(`SELECT 1 FROM "${table}"`).get() === undefined,
  )
  connection.close()
  return empty
}

test('the story of the golden shop fills every table of the newest schema', async () => {
  const path = shopIn()
  await tellStory(path, join(path, '../files'))
  expect(emptyIn(path)).toEqual([])
})

test.each(goldenShops())('golden shop %s has a row in every table of its schema', (name) => {
  const path = shopIn()
  unpack(name, path)
  expect(emptyIn(path)).toEqual([])
})

// A migration that means to change values: npm run golden, and the change of the rows file is its review.
test.each(goldenShops())(
  'golden shop %s has in the newest schema exactly the rows it should',
  async (name) => {
    const { path, shop } = await upgraded(name)
    expect(upgradedRows(name, path, shop.connection)).toBe(expectedRows(name))
    expect(shop.connection.pragma('foreign_key_check')).toEqual([])
    expect(shop.connection.pragma('integrity_check', { simple: true })).toBe('ok')
    for (const index of ['customersSearch', 'productsSearch'])
      shop.connection.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`)
  },
)

test.each(goldenShops())(
  'the calls read every customer, product and promise of golden shop %s',
  async (name) => {
    const { read, idsOf } = await readOf(name)
    const found = await read('customers.search', { limit: 500 })
    expect(idsIn(found.rows)).toEqual(idsOf('customers', 'asideSinceMs IS NULL'))
    const files = await Promise.all(idsOf('customers').map((id) => read('customers.one', { customerId: id })))
    expect(idsIn(files.flatMap(({ touches }) => touches))).toEqual(idsOf('touches'))
    expect(idsIn(files.filter(({ refusal }) => refusal))).toEqual(
      idsOf('customers', `mailConsent = 'no' OR id IN (SELECT customerId FROM suppressedHere)`),
    )

    const products = await read('stock.products', { limit: 500 })
    expect(idsIn(products.rows)).toEqual(idsOf('products'))
    const stocked = await Promise.all(products.rows.map(({ id }) => read('stock.product', { productId: id })))
    const batches = stocked.flatMap((one) => one.batches)
    expect(sorted(batches.map(({ batchId }) => batchId))).toEqual(idsOf('batches'))
    await read('stock.expiring', {})

    const { doneRecently: _, ...standing } = await read('promises.board', {})
    expect(idsIn(Object.values(standing).flatMap(({ rows }) => rows))).toEqual(
      idsOf('promises', 'doneAtMs IS NULL AND brokenAtMs IS NULL'),
    )
    for (const promiseId of idsOf('promises')) await read('promises.one', { promiseId })
  },
)

test.each(goldenShops())(
  'the calls read every issue, opening, line and draft of golden shop %s',
  async (name) => {
    const { read, idsOf } = await readOf(name)
    const issues = await read('newsletter.issues', {})
    expect(idsIn(issues)).toEqual(idsOf('newsletterIssues'))
    for (const { id } of issues) await read('newsletter.preview', { issueId: id })

    const entries = await read('hours.entries', { from: '2026-11-01', to: '2026-11-30' })
    expect(idsIn(entries.flatMap((entry) => [entry, ...entry.earlier]))).toEqual(idsOf('hoursLog'))
    await read('hours.status', {})
    await read('hours.adherence', { from: '2026-11-01', to: '2026-11-27' })
    const holidays = await read('hours.holidays', { year: 2026 })
    const asUsual = holidays.filter(({ decision }) => decision === 'as usual')
    expect(asUsual.length).toBe(idsOf('holidaysAsUsual').length)

    const { lines } = await read('checklists.ownLines', {})
    expect(sorted(lines.map(({ lineId }) => lineId))).toEqual(idsOf('checklistLines'))
    expect((await read('drafts.all', {})).length).toBe(idsOf('drafts').length)
  },
)

test.each(goldenShops())('the calls read the whole history of golden shop %s', async (name) => {
  const { read, idsOf } = await readOf(name)
  const acts = await read('shop.acts', { limit: 500 })
  expect(idsIn(acts)).toEqual(idsOf('acts', 'ofAct IS NULL'))
  for (const { id } of acts) await read('shop.actChanges', { actId: id })
  const listed: number[] = []
  for (let next: number | null = 0; next !== null;) {
    const page: Output<'shop.history'> = await read('shop.history', next > 0 ? { after: next } : {})
    listed.push(...page.acts.map(({ id }) => id))
    next = page.next
  }
  expect(sorted(listed)).toEqual(idsIn(acts))
})
