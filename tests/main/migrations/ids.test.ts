import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { PastAct } from '../../../src/core/shop/calls.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { releasedShop } from '../../support/older-shop.ts'

/** The tables whose rows the owner entered, as 0.1.0 had them. */
const tables = [
  'shop',
  'schedules',
  'hoursLog',
  'specialDays',
  'pauses',
  'holidaysAsUsual',
  'holidayYears',
  'customers',
  'touches',
  'customerContact',
  'products',
  'batches',
  'stockActions',
  'promises',
  'newsletterIssues',
  'checklistLines',
]

const later = Date.parse('2026-11-25T08:00:00Z')

/** A price was hundredths in 0.1.0, and is thousandths of another name. */
const prices: Readonly<Record<string, string>> = {
  priceMinor: 'priceMills / 10',
  priceCapMinor: 'priceCapMills / 10',
}

/** Of an emptied batch it was left behind when the lead time changed, and is put right since. */
const reckoned: Readonly<Record<string, string>> = { pullDay: 'CASE WHEN remaining > 0 THEN pullDay END' }

/** The rows of each table, in the columns that 0.1.0 had. */
function rowsIn(connection: Database.Database, old: Database.Database): Record<string, unknown[]> {
  const columnsOf = (table: string) =>
    (old.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => reckoned[name] ?? ((connection !== old && prices[name]) || `"${name}"`))
      .join(', ')
  return Object.fromEntries(
    tables.map((table) => [
      table,
      connection
        .prepare(`SELECT ${columnsOf(table)} FROM ${table} ORDER BY 1`)
        .raw()
        .all(),
    ]),
  )
}

async function upgraded(): Promise<{ shop: FileShop; old: Database.Database }> {
  const path = releasedShop('0.1.0')
  copyFileSync(path, `${path}.before`)
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  return { shop: opened.value, old: new Database(`${path}.before`, { readonly: true }) }
}

const call = async (shop: FileShop, name: string, input: unknown) =>
  dispatch(shop, name, input, { now: later, zone: 'Europe/Berlin' })

test('a shop of 0.1.0 with rows in every table keeps each of them, whole and searchable', async () => {
  const { shop, old } = await upgraded()
  const before = rowsIn(old, old)
  for (const table of tables) expect({ table, rows: before[table]!.length }).not.toEqual({ table, rows: 0 })
  expect(rowsIn(shop.connection, old)).toEqual(before)
  expect(shop.connection.pragma('foreign_key_check')).toEqual([])
  expect(shop.connection.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(shop.connection.pragma('foreign_keys', { simple: true })).toBe(1)
  for (const table of ['customersSearch', 'productsSearch'])
    shop.connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`)
  const indexes = (db: Database.Database) =>
    db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
      .pluck()
      .all()
  expect(indexes(shop.connection)).toEqual(expect.arrayContaining(indexes(old)))
  await shop.close()
})

test('an id that was taken back before the upgrade is not given again after it', async () => {
  const { shop, old } = await upgraded()
  const given = old
    .prepare(`SELECT max(rowId) FROM changes WHERE tableName = 'customers'`)
    .pluck()
    .get() as number
  // What was entered last had been taken back: only the log knows of it.
  expect(old.prepare('SELECT max(id) FROM customers').pluck().get()).toBeLessThan(given)
  const { result } = await call(shop, 'customers.save', { name: 'Bob' })
  expect(result).toEqual({ ok: true, value: { id: given + 1 } })
  await call(shop, 'shop.undo', {})
  expect((await call(shop, 'customers.save', { name: 'Cy' })).result).toEqual({
    ok: true,
    value: { id: given + 2 },
  })
  await shop.close()
})

test('what 0.1.0 did can be undone and redone after the upgrade, and each act is called what it is', async () => {
  const { shop } = await upgraded()
  const acts = (await call(shop, 'shop.acts', { limit: 500 })).result as {
    ok: true
    value: readonly PastAct[]
  }
  const named = (says: string) => acts.value.find((act) => act.says === says)!
  expect(named('Undone Once added').state).toBe('undone')
  expect(named('Back Again added').state).toBe('redone')
  // Undone, redone and undone by toasts: 0.1.0 called it standing.
  expect(named('Undone Twice added').state).toBe('undone')
  expect(named('Corner Shop set up').state).toBe('beginning')
  expect(acts.value.filter(({ state }) => state === 'standing').length).toBeGreaterThan(50)

  const found = async (text: string) =>
    ((await call(shop, 'customers.search', { text })).result as { ok: true; value: { rows: unknown[] } })
      .value.rows
  const { id } = named('Undone Twice added')
  expect(await found('Undone Twice')).toEqual([])
  expect((await call(shop, 'shop.redo', { actId: id })).result.ok).toBe(true)
  expect(await found('Undone Twice')).toMatchObject([{ name: 'Undone Twice' }])
  expect((await call(shop, 'shop.undo', { actId: named('Back Again added').id })).result.ok).toBe(true)
  expect(await found('Back Again')).toEqual([])
  await shop.close()
})

test('everything that 0.1.0 did and that stands is undone, newest first, and redone again to the same rows', async () => {
  const { shop, old } = await upgraded()
  const before = rowsIn(shop.connection, old)
  let undone = 0
  for (;;) {
    const { result } = await call(shop, 'shop.undo', {})
    if (!result.ok) {
      expect(result.problem.code).toBe('nothing-to-undo')
      break
    }
    undone += 1
  }
  for (const table of ['customers', 'touches', 'promises', 'batches', 'hoursLog'])
    expect({ table, rows: shop.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get() }).toEqual({
      table,
      rows: 0,
    })
  for (let n = 0; n < undone; n++) {
    const { result } = await call(shop, 'shop.redo', {})
    expect(result).toMatchObject({ ok: true })
  }
  expect(rowsIn(shop.connection, old)).toEqual(before)
  await shop.close()
})
