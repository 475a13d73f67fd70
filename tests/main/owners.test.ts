import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testShop } from '../support/shop.ts'
import { ownerOf } from '../support/table-owners.ts'

/** What keeps and moves whole files, whatever tables they hold. */
const knowsAll = ['store', 'backups']

/** The tables a source says SQL about, in Kysely's words or SQL's. */
function tablesIn(source: string): readonly string[] {
  const kysely =
    /\b(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|insertMany|updateMany)\(\s*'(\w+)/g
  const sql = /\b(?:FROM|JOIN|INTO|UPDATE)\s+"?(\w+)/g
  return [...source.matchAll(kysely), ...source.matchAll(sql)].map(([, table]) => table!)
}

const featureOf = (file: string): string => file.split('/')[2]!

const strangers = (file: string, source: string): readonly string[] =>
  knowsAll.includes(featureOf(file))
    ? []
    : tablesIn(source)
        .filter((table) => ownerOf[table] !== undefined && ownerOf[table] !== featureOf(file))
        .map((table) => `${file}: ${table} is ${ownerOf[table]}'s`)

test('each table has one feature that says SQL about it', () => {
  const files = globSync('src/main/**/*.ts')
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => strangers(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('every table of a shop file has its owner', async () => {
  const { shop } = await testShop()
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`.execute(
    shop.reader,
  )
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ name }) => name).filter((name) => ownerOf[name] === undefined)).toEqual([])
})

test('the type of each table stands with its owner', () => {
  const stands = Object.fromEntries(
    globSync('src/main/*/tables.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^  (\w+): \w+Table$/gm)].map(([, table]) => [
        table,
        featureOf(file),
      ]),
    ),
  )
  const searched = Object.entries(ownerOf).filter(([table]) => !table.endsWith('Search'))
  expect(stands).toEqual(Object.fromEntries(searched))
})

test.each([
  ["db.selectFrom('customers').select('id')", 1],
  ["db.selectFrom('customers as c').innerJoin(\n  'touches', 'a', 'b')", 2],
  ['sql`SELECT 1 FROM customers AS c JOIN "touches" AS t`', 2],
  ["context.insertMany('suppressions', rows)", 1],
  ["db.selectFrom('promises').select('id')", 0],
])('a stranger is seen: %s', (source, found) => {
  expect(strangers('src/main/promises/board.ts', source)).toHaveLength(found)
})

test('nothing in main calls a feature by the names of the contract', () => {
  const byName = globSync('src/main/**/*.ts').filter((file) =>
    /\w\['\w+\.\w+'\]\(/.test(readFileSync(file, 'utf8')),
  )
  expect(byName).toEqual([])
})
