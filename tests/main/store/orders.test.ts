import type { KyselyPlugin, RootOperationNode } from 'kysely'
import * as fc from 'fast-check'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { calls, type StoreCallName } from '../../../src/core/calls.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { tame } from '../../support/nonsense.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

/** The shop with every statement that runs on it written down, Kysely's and those written by hand. */
function listening(shop: FileShop, heard: Set<string>): FileShop {
  const compile = (node: RootOperationNode) =>
    shop.reader.getExecutor().compileQuery(node, { queryId: 'heard' }).sql
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      heard.add(compile(node))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const prepare = shop.connection.prepare.bind(shop.connection)
  shop.connection.prepare = (statement: string) => {
    heard.add(statement)
    return prepare(statement)
  }
  return { ...shop, reader: shop.reader.withPlugin(plugin), writer: shop.writer.withPlugin(plugin) }
}

/** Columns in which an order may end: the primary key (of a key of several its last), and those with a unique index of one column. */
function uniqueColumns({ connection }: FileShop): Map<string, Set<string>> {
  const tables = connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[]
  return new Map(
    tables.map((table) => {
      const columns = connection.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as {
        name: string
        pk: number
      }[]
      const last = Math.max(...columns.map(({ pk }) => pk))
      const key = columns.filter(({ pk }) => pk > 0 && pk === last).map(({ name }) => name)
      const indexes = connection
        .prepare(`SELECT name FROM pragma_index_list(?) WHERE "unique" AND NOT partial`)
        .pluck()
        .all(table)
      const single = indexes
        .map((index) => connection.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(index))
        .filter((columns) => columns.length === 1)
      return [table, new Set([...key, ...single.flat()] as string[])]
    }),
  )
}

/** The orders of a statement, of inner ones as well: the table that the last term is of, and that term. */
function ordersOf(statement: string): { table: string; last: string }[] {
  const names = new Map<string, string>()
  for (const [, table, alias] of statement.matchAll(
    /\b(?:from|join)\s+["`]?(\w+)["`]?(?:\s+as\s+["`]?(\w+))?/gi,
  ))
    names.set(alias ?? table!, table!)
  return [...statement.matchAll(/\border\s+by\b/gi)].map((order) => {
    const last = lastTerm(statement, order.index + order[0].length)
    const alias = /^["`]?(\w+)["`]?\./.exec(last)?.[1]
    return { table: alias ? (names.get(alias) ?? '') : tableOf(statement, order.index), last }
  })
}

/** The last of the terms from a place on, as far as its own level of brackets goes. */
function lastTerm(statement: string, place: number): string {
  let [begins, end, depth] = [place, place, 0]
  for (; end < statement.length; end++) {
    const letter = statement[end]
    if (letter === ')' && depth === 0) break
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (depth === 0 && letter === ',') begins = end + 1
    if (depth === 0 && /^\s(limit|offset|returning)\b/i.test(statement.slice(end))) break
  }
  return statement.slice(begins, end).trim()
}

/** The table that is ordered at a place: the last one named before it on its own level, else the one a window stands before. */
function tableOf(statement: string, place: number): string {
  let [before, depth] = ['', 0]
  for (let i = place - 1; i >= 0 && depth <= 0; i--) {
    if (statement[i] === ')') depth--
    if (depth === 0) before = `${statement[i]}${before}`
    if (statement[i] === '(') depth++
  }
  const table = /\bfrom\s+["`]?(\w+)/i
  return (table.exec(before) ?? table.exec(statement.slice(place)) ?? table.exec(statement))?.[1] ?? ''
}

const isUnique = ({ table, last }: { table: string; last: string }, unique: Map<string, Set<string>>) => {
  const column = /^(?:["`]?\w+["`]?\.)?["`]?(\w+)["`]?(?:\s+(?:asc|desc))?$/i.exec(last)?.[1]
  return column !== undefined && (unique.get(table)?.has(column) ?? false)
}

test('the last term of an order is told apart', () => {
  const unique = new Map([['a', new Set(['id'])]])
  const all = (statement: string) => ordersOf(statement).map((order) => isUnique(order, unique))
  expect(all('select * from "a" order by "x", "id" desc limit ?')).toEqual([true])
  expect(all('select * from "a" order by "x" limit ?')).toEqual([false])
  expect(all('select * from "a" order by case when "x" > ? then ? end, "a"."id"')).toEqual([true])
  expect(all('select lead("e") over(order by "at", "id") from "a" order by "at"')).toEqual([true, false])
  expect(all('select * from (select "id" from "a" order by "x") where "y" in (1)')).toEqual([false])
  expect(all('SELECT * FROM b JOIN a AS c ON c.x = b.x\n ORDER BY b.id = 1, c.id DESC\n LIMIT 1')).toEqual([
    true,
  ])
  expect(all('select * from "a" order by coalesce("x", "id") desc limit ?')).toEqual([false])
})

test('every order that any call runs ends in something unique', async () => {
  const t = await testShop({ setUp: false, now: '2026-11-24T09:00:00Z' })
  const heard = new Set<string>()
  const shop = listening(t.shop, heard)
  const files = temporaryFolder()
  cpSync(resolve('resources/sample-shop'), join(files, 'sample-shop'), { recursive: true })
  const answer = (name: StoreCallName, input: unknown) =>
    dispatch(shop, name, input, { now: t.now, zone: 'Europe/Berlin' })
  const sample = await answer('shop.fillSample', { folder: resolve('resources') })
  expect(sample.result.ok).toBe(true)
  const names = Object.entries(calls).flatMap(([name, { kind }]) =>
    kind === 'machine' ? [] : [name as StoreCallName],
  )
  for (const name of names) {
    const paths = Object.fromEntries(calls[name].paths.map((field) => [field, files]))
    if (calls[name].paths.includes('path'))
      paths['path'] = join(resolve('tests/data/northwind'), fileOf(name))
    for (const input of fc.sample(tame(calls[name].input), { numRuns: 10, seed: 7 }))
      await answer(name, { ...(input as object), ...paths })
  }
  const unique = uniqueColumns(t.shop)
  const orders = [...heard].flatMap((statement) =>
    ordersOf(statement).map((order) => ({ ...order, statement })),
  )
  expect(orders.filter((order) => !isUnique(order, unique))).toEqual([])
  expect(new Set(orders.map(({ statement }) => statement)).size).toBeGreaterThan(25)
}, 120_000)

test('every order written with the query builder ends in something unique, also where no call comes by', async () => {
  const { shop } = await testShop()
  const unique = new Set([...uniqueColumns(shop).values()].flatMap((columns) => [...columns]))
  const folder = resolve('src/main')
  const chains = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(
          /(?:\.orderBy\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*)+/g,
        ),
      ].map(([chain]) => ({ file, last: chain.slice(chain.lastIndexOf('.orderBy(')) })),
    )
  const columnOf = (last: string) => /^\.orderBy\('(?:\w+\.)?(\w+)'/.exec(last)?.[1] ?? ''
  expect(chains.filter(({ last }) => !unique.has(columnOf(last)))).toEqual([])
  expect(chains.length).toBeGreaterThan(30)
})

const fileOf = (name: StoreCallName): string =>
  name.startsWith('stock') ? 'products.csv' : name.startsWith('promises') ? 'promises.csv' : 'customers.csv'
