import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations, newest } from '../../../src/main/store/migrations/index.ts'
import type { Migration } from '../../../src/main/store/migrations/migration.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { loggedTables } from '../../../src/main/store/schema.ts'
import { releasedShop } from '../../support/older-shop.ts'
import { testShop } from '../../support/shop.ts'

const later = Date.parse('2026-11-25T08:00:00Z')

const call = async (shop: FileShop, name: string, input: object) =>
  (await dispatch(shop, name, input, { now: later, zone: 'Europe/Berlin' })).result

async function open(path: string): Promise<FileShop> {
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  return opened.value
}

const columnsIn = (connection: Database.Database, table: string) =>
  connection.pragma(`table_info(${table})`) as {
    name: string
    notnull: number
    dflt_value: string | null
    pk: number
  }[]

test('a change that 0.1.0 logged is undone after the upgrade to a row as rows are now', async () => {
  const path = releasedShop('0.1.0')
  const old = new Database(path)
  const name = 'N'.repeat(600)
  const noon = Date.parse('2026-11-20T11:00:00Z')
  const ids = old.prepare('SELECT max(id) FROM customers').pluck().get() as number
  const promiseId = old.prepare('SELECT max(id) FROM promises').pluck().get() as number
  const row = (table: string, id: number) =>
    old.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown>
  const images = [
    [
      'customers',
      ids,
      { ...row('customers', ids), name, email: 'A@KÄSE.example', emailKey: 'a@käse.example' },
    ],
    [
      'promises',
      promiseId,
      { ...row('promises', promiseId), sourceId: '77', name: 'Zoe', doneAtMs: noon, readyAtMs: null },
    ],
  ] as const
  const act = old.prepare('SELECT max(id) + 1 FROM acts').pluck().get() as number
  old.exec(
    `INSERT INTO acts (id, atMs, who, call, says) VALUES (${act}, ${later - 60_000}, 'owner', 'customers.save', 'All changed')`,
  )
  for (const [table, id, image] of images)
    old
      .prepare('INSERT INTO changes (actId, tableName, rowId, before) VALUES (?, ?, ?, ?)')
      .run(act, table, id, JSON.stringify(image))
  old.close()

  const shop = await open(path)
  expect(await call(shop, 'shop.undo', { actId: act })).toMatchObject({ ok: true })
  expect(shop.connection.prepare('SELECT * FROM customers WHERE id = ?').get(ids)).toMatchObject({
    name: 'N'.repeat(500),
    notes: expect.stringContaining(name),
    emailKey: 'a@xn--kse-qla.example',
    broughtFields: 0,
    earlierValues: '',
  })
  expect(shop.connection.prepare('SELECT * FROM promises WHERE id = ?').get(promiseId)).toMatchObject({
    sourceCustomer: 'Zoe',
    doneDayOnly: 1,
    doneAtMs: Date.parse('2026-11-19T23:00:00Z'),
  })
})

test('after the upgrade every row of before that 0.1.0 logged has exactly the columns of its table', async () => {
  const { connection } = await open(releasedShop('0.1.0'))
  const images = connection.prepare(`SELECT tableName, before FROM changes WHERE before <> ''`).all() as {
    tableName: string
    before: string
  }[]
  expect(images.length).toBeGreaterThan(50)
  for (const { tableName, before } of images)
    expect({ tableName, columns: Object.keys(JSON.parse(before) as object) }).toEqual({
      tableName,
      columns: columnsIn(connection, tableName).map(({ name }) => name),
    })
})

/** Adds to a shop that is up to date what a later version would, and leaves the number at which this one opens it. */
function migrateOn(path: string, step: Pick<Migration, 'statements' | 'images'>): void {
  const connection = new Database(path)
  setPragmas(connection)
  migrate(connection, [...migrations, { number: 9000, name: 'to come', ...step }])
  connection.pragma(`user_version = ${newest}`)
  connection.close()
}

test('where a migration cannot tell what was before, undo ends there with a sentence, and nothing is lost', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna' })
  const changed = (await t.answer('customers.save', { customerId: id, city: 'Ulm' })).act!
  const milk = (await t.answer('stock.saveProduct', { name: 'Milk' })).act!
  await t.shop.close()
  migrateOn(t.shop.path, { statements: [], images: { customers: () => null } })

  const shop = await open(t.shop.path)
  const rows = () => shop.connection.prepare('SELECT name, city FROM customers').all()
  expect(await call(shop, 'shop.undo', { actId: changed.id })).toEqual({
    ok: false,
    problem: {
      code: 'other-version',
      message:
        'It was done by an earlier version, which kept these things otherwise, so it cannot be undone. Nothing was changed.',
    },
  })
  expect(rows()).toEqual([{ name: 'Anna', city: 'Ulm' }])
  const acts = (await call(shop, 'shop.acts', {})) as unknown as { value: { says: string; state: string }[] }
  expect(acts.value.map(({ state }) => state)).toEqual(['standing', 'past', 'past', 'beginning'])
  // What came after it can be undone, and then there is nothing left.
  expect(await call(shop, 'shop.undo', {})).toMatchObject({ value: { says: `Undone: ${milk.says}` } })
  expect(await call(shop, 'shop.undo', {})).toMatchObject({ problem: { code: 'nothing-to-undo' } })
})

test('an act that was undone and cannot be brought along is not brought back', async () => {
  const t = await testShop()
  const added = (await t.answer('customers.save', { name: 'Anna' })).act!
  await t.call('shop.undo', {})
  await t.shop.close()
  migrateOn(t.shop.path, { statements: [], images: { customers: () => null } })
  const shop = await open(t.shop.path)
  expect(await call(shop, 'shop.redo', { actId: added.id })).toMatchObject({
    problem: { code: 'other-version' },
  })
  expect(shop.connection.prepare('SELECT * FROM customers').all()).toEqual([])
  expect(shop.connection.prepare(`SELECT * FROM changes WHERE before <> ''`).all()).toEqual([])
})

test('a function among the statements runs between them, in the transaction of its migration', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  await t.shop.close()
  const names = (connection: Database.Database) =>
    connection.prepare('SELECT name FROM customers').pluck().all()
  const seen: unknown[] = []
  const steps = [
    `UPDATE customers SET name = 'Bea'`,
    (connection: Database.Database) => seen.push(names(connection), connection.inTransaction),
    'SELECT no such thing',
  ]
  expect(() => migrateOn(t.shop.path, { statements: steps })).toThrow()
  expect(seen).toEqual([['Bea'], true])
  const after = new Database(t.shop.path, { readonly: true })
  expect(names(after)).toEqual(['Anna'])
  after.close()
})

test('each migration says what becomes of rows of before whose column went or has no default', () => {
  const connection = new Database(':memory:')
  const untold: string[] = []
  for (const step of migrations) {
    const before = new Map(loggedTables.map((table) => [table, columnsIn(connection, table)]))
    migrate(connection, [step])
    for (const [table, columns] of before) {
      if (columns.length === 0 || step.images?.[table]) continue
      const after = columnsIn(connection, table)
      const names = (all: typeof after) => new Set(all.map(({ name }) => name))
      const gone = [...names(columns)].filter((name) => !names(after).has(name))
      const bare = after.filter(
        ({ name, notnull, dflt_value, pk }) =>
          !names(columns).has(name) && notnull === 1 && dflt_value === null && pk === 0,
      )
      untold.push(
        ...[...gone, ...bare.map(({ name }) => name)].map((name) => `${step.name}: ${table}.${name}`),
      )
    }
  }
  connection.close()
  expect(untold).toEqual([])
})
