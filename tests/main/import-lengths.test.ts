import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { customerFields } from '../../src/core/customers/import-fields.ts'
import { detailNames } from '../../src/core/customers/person.ts'
import { promisesCalls } from '../../src/core/promises/calls.ts'
import { promiseFields } from '../../src/core/promises/promise-fields.ts'
import { productFields } from '../../src/core/stock/product-file.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { openShop } from '../../src/main/store/open.ts'
import { runs } from '../support/runs.ts'
import { testShop, type TestShop } from '../support/shop.ts'
import { olderShop } from '../support/older-shop.ts'

function fileOf(t: TestShop, rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0]!)
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]!))]
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, lines.map((cells) => cells.map(quoted).join(',')).join('\n'))
  return path
}

/** Every field from the column of its own name. */
const asNamed = (fields: readonly { readonly name: string }[]) =>
  Object.fromEntries(fields.map(({ name }) => [name, name]))

/** Letters of one and of two units, so that a cut may fall into the middle of one. */
const long = fc
  .tuple(
    fc.constantFrom('x', '東', '🌸', 'x🌸'),
    fc.constantFrom(1, 40, 49, 51, 199, 201, 499, 501, 600, 20_001),
  )
  .map(([letter, length]) => letter.repeat(length))
const rowOf = (fields: readonly { readonly name: string }[]) =>
  fc.record(Object.fromEntries(fields.map(({ name }) => [name, long])))

test('a name of 600 letters comes in cut and told, and the customer can be saved afterwards', async () => {
  const t = await testShop()
  const path = fileOf(t, [{ Name: 'A'.repeat(600), Phone: '1' }])
  const { errors } = await t.call('customers.importFile', { path, commit: true })
  expect(errors).toEqual([{ line: 2, message: 'The name is longer than 500 characters and was cut.' }])
  const { name } = await t.call('customers.one', { customerId: 1 })
  expect(name).toBe('A'.repeat(500))
  expect(await t.call('customers.save', { customerId: 1, name, phone: '2' })).toEqual({ id: 1 })
})

test('whatever an import of customers keeps, saving the form takes', async () => {
  await fc.assert(
    fc.asyncProperty(rowOf(customerFields), rowOf(customerFields), async (row, again) => {
      const t = await testShop()
      for (const cells of [row, { ...again, sourceId: row['sourceId']!, name: row['name']! }]) {
        const path = fileOf(t, [{ ...cells, consent: '' }])
        await t.call('customers.importFile', { path, commit: true, mapping: asNamed(customerFields) })
      }
      const all = await t.call('customers.search', {})
      expect(all.total).toBeGreaterThan(0)
      for (const { id } of all.rows) {
        const kept = await t.call('customers.one', { customerId: id })
        const details = Object.fromEntries(detailNames.map((name) => [name, kept[name]]))
        expect(await t.call('customers.save', { customerId: id, ...details })).toEqual({ id })
        expect(JSON.stringify(kept)).not.toContain('\\ud83c"')
      }
    }),
    runs(6),
  )
})

test('whatever an import of products keeps, saving the form takes', async () => {
  await fc.assert(
    fc.asyncProperty(rowOf(productFields), async (row) => {
      const t = await testShop()
      const path = fileOf(t, [{ ...row, price: '1', leadDays: '2', inStock: '3' }])
      await t.call('stock.importProducts', { path, commit: true, mapping: asNamed(productFields) })
      const { product } = await t.call('stock.product', { productId: 1 })
      const { id, name, gtin, category, shelf, supplier, unit } = product
      const saved = { productId: id, name, gtin, category, shelf, supplier, unit }
      expect(await t.call('stock.saveProduct', saved)).toMatchObject({ name, gtin, category })
    }),
    runs(6),
  )
})

test('whatever an import of promises keeps, a promise could have been made with', async () => {
  const made = promisesCalls['promises.make'].input
  await fc.assert(
    fc.asyncProperty(rowOf(promiseFields), async (row) => {
      const t = await testShop()
      const path = fileOf(t, [{ ...row, made: '', told: '2026-12-24', done: '' }])
      await t.call('promises.importFile', { path, commit: true, mapping: asNamed(promiseFields) })
      const { name, what, kind, note } = await t.call('promises.one', { promiseId: 1 })
      expect(made.safeParse({ name, what, kind, note, told: '2026-12-24' }).success).toBe(true)
    }),
    runs(6),
  )
})

test('what an older import kept too long can be saved again, and nothing of it is lost', async () => {
  const { path, older } = olderShop(120)
  const [name, city] = ['A'.repeat(600), '🌸'.repeat(251)]
  older
    .prepare(
      `INSERT INTO customers (id, name, city, notes, createdAtMs, folded) VALUES (1, ?, ?, 'Nuts', 0, '')`,
    )
    .run(name, city)
  older.exec('INSERT INTO customerContact (customerId) VALUES (1)')
  older
    .prepare(`INSERT INTO products (id, name, shelf, folded) VALUES (1, 'Tea', ?, 'tea')`)
    .run('x'.repeat(300))
  for (const table of ['customers', 'products'])
    older.exec(`INSERT INTO ${table}Search (rowid, folded) SELECT id, folded FROM ${table}`)
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const answer = (call: string, input: object) => dispatch(opened.value, call, input, { now: 0 })
  const { result } = await answer('customers.one', { customerId: 1 })
  if (!result.ok) throw new Error(result.problem.message)
  const kept = result.value as Readonly<Record<(typeof detailNames)[number], string>>
  expect([kept.name.length, kept.city.length, kept.notes]).toEqual([500, 500, `Nuts\n${name}\n${city}`])
  const details = Object.fromEntries(detailNames.map((field) => [field, kept[field]]))
  expect((await answer('customers.save', { customerId: 1, ...details })).result).toEqual({
    ok: true,
    value: { id: 1 },
  })
  expect((await answer('stock.saveProduct', { productId: 1, shelf: 'x'.repeat(200) })).result).toMatchObject({
    ok: true,
  })
})
