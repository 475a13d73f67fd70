import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type * as Fold from '../../../src/core/fold.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations, newest } from '../../../src/main/store/migrations/index.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { computedColumns } from '../../../src/main/store/schema.ts'
import { testShop } from '../../support/shop.ts'
import { foldsAnew } from '../../support/folds-anew.ts'

/** The rule of tomorrow: ö is found as it is typed without one. */
const rule = vi.hoisted(() => ({ isNew: false }))

vi.mock('../../../src/core/fold.ts', async (load) => {
  const real = await load<typeof Fold>()
  const first = (text: string) => (rule.isNew ? text.replaceAll('ö', 'oe') : text)
  return {
    ...real,
    fold: (text: string) => real.fold(first(text)),
    searchTerms: (text: string) => real.searchTerms(first(text)),
  }
})

beforeEach(() => {
  rule.isNew = false
})

/** A closed shop file by the old rule: a customer that was changed, a product. */
async function shopBefore(): Promise<string> {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Björn', phone: '030 7654', email: 'B@x.example' })
  await t.call('customers.save', { customerId: id, name: 'Björn Böse', city: 'Köln' })
  await t.call('stock.saveProduct', { name: 'Möhre' })
  await t.shop.close()
  return t.shop.path
}

/** Migrates as the next version would, and leaves the number at which this one opens it. */
function migrateTo(path: string, steps: typeof migrations): void {
  const connection = new Database(path)
  setPragmas(connection)
  migrate(connection, steps)
  connection.pragma(`user_version = ${newest}`)
  connection.close()
}

const rowsOf = (path: string, query: string): unknown[] => {
  const connection = new Database(path, { readonly: true })
  const rows = connection.prepare(query).all()
  connection.close()
  return rows
}

test('a new rule of folding is one migration: search finds by it, also what an undo brings back, and no act is told of it', async () => {
  const path = await shopBefore()
  const log = 'SELECT id, actId, tableName, rowId, before IS NULL AS added FROM changes'
  const [actsBefore, changesBefore] = [rowsOf(path, 'SELECT id, says, state FROM acts'), rowsOf(path, log)]
  rule.isNew = true
  migrateTo(path, [...migrations, foldsAnew])
  expect(rowsOf(path, 'SELECT id, says, state FROM acts')).toEqual(actsBefore)
  expect(rowsOf(path, log)).toEqual(changesBefore)

  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const call = async (name: string, input: object) =>
    (await dispatch(opened.value, name, input, { now: Date.parse('2026-11-24T08:00:00Z') })).result
  const found = async (text: string) => {
    const result = await call('customers.search', { text })
    return (result as { value: { rows: readonly { name: string }[] } }).value.rows.map(({ name }) => name)
  }
  expect(await found('Bjoern')).toEqual(['Björn Böse'])
  expect(await found('Koeln')).toEqual(['Björn Böse'])
  expect(await found('7654')).toEqual(['Björn Böse'])
  expect(await call('stock.products', { text: 'moehre' })).toMatchObject({
    value: { rows: [{ name: 'Möhre' }] },
  })
  expect(await call('shop.history', { text: 'bjoern' })).toMatchObject({
    value: { acts: [{ says: expect.stringContaining('Björn') }, {}] },
  })
  await call('shop.undo', {})
  await call('shop.undo', {})
  expect(await found('Bjoern')).toEqual(['Björn'])
  expect(await found('Koeln')).toEqual([])
  for (const index of ['customersSearch', 'productsSearch'])
    opened.value.connection.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`)
})

test('what is computed anew has the tables of the newest migration, and comes with it in one transaction', async () => {
  const path = await shopBefore()
  rule.isNew = true
  const later = {
    number: foldsAnew.number + 10,
    name: 'later',
    statements: ['ALTER TABLE customers RENAME COLUMN city TO town', 'SELECT no such thing'],
  }
  expect(() => migrateTo(path, [...migrations, foldsAnew, later])).toThrow()
  expect(rowsOf(path, 'PRAGMA user_version')).toEqual([{ user_version: newest }])
  expect(rowsOf(path, 'SELECT folded FROM customers')).toEqual([
    { folded: expect.stringMatching(/^bjorn bose/) },
  ])
})

test('worked out anew by the rule there is, nothing changes: every computed column is written by its rule', async () => {
  const path = await shopBefore()
  const all = computedColumns.map(({ table }) => `SELECT * FROM ${table} ORDER BY id`)
  const before = [...all, 'SELECT * FROM changes'].map((query) => rowsOf(path, query))
  migrateTo(path, [...migrations, { ...foldsAnew, computesAnew: computedColumns.map(({ table }) => table) }])
  const parsed = (rows: unknown[]) =>
    (rows as { before?: string | null }[]).map((row) => ({
      ...row,
      before: row.before && (JSON.parse(row.before) as unknown),
    }))
  expect([...all, 'SELECT * FROM changes'].map((query) => parsed(rowsOf(path, query)))).toEqual(
    before.map(parsed),
  )
})

test('a kill while it is computed anew leaves all of the old rule or all of the new', async () => {
  const path = await shopBefore()
  const seen = (file: string) => [
    rowsOf(file, 'SELECT folded FROM customers'),
    rowsOf(file, 'SELECT folded FROM products'),
    rowsOf(file, 'SELECT * FROM changes'),
    rowsOf(file, 'PRAGMA user_version'),
  ]
  const before = seen(path)
  const child = join(import.meta.dirname, 'killed-child.ts')
  for (let nth = 1; ; nth++) {
    const copy = `${path}.${nth}`
    copyFileSync(path, copy)
    const run = spawn(process.execPath, [child, copy, String(nth), 'anew'], { stdio: 'inherit' })
    const signal = await new Promise((resolve) => run.once('exit', (_code, by) => resolve(by)))
    if (signal === null) {
      expect(nth).toBe(5)
      expect(seen(copy)[0]).toEqual([{ folded: expect.stringMatching(/^BJORN BOSE/) }])
      expect(seen(copy)[1]).toEqual([{ folded: 'MOHRE' }])
      expect(seen(copy)[3]).toEqual([{ user_version: foldsAnew.number }])
      return
    }
    expect(signal).toBe('SIGKILL')
    expect(seen(copy)).toEqual(before)
  }
}, 60_000)
