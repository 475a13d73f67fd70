import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls, type StoreCallName } from '../../src/core/calls.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import type { FileShop } from '../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../src/main/store/open.ts'
import { nonsenseFor, tame } from '../support/nonsense.ts'

const numRuns = process.env['WELLKEPT_DEEP'] ? 1000 : 100
const names = Object.entries(calls).flatMap(([name, { kind }]) =>
  kind === 'machine' ? [] : [name as StoreCallName],
)

const folder = mkdtempSync(join(tmpdir(), 'wellkept-fuzz-'))
const chosen = join(folder, 'chosen')
let shop: FileShop

beforeAll(async () => {
  cpSync(resolve('resources/sample-shop'), join(chosen, 'sample-shop'), { recursive: true })
  writeFileSync(join(chosen, 'list.csv'), 'name,email\n"A\nB",a@example.com\n;;;\n')
  const opened = await openShop(join(folder, 'shop.wellkept'), { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  shop = opened.value
  // Not what is tested here, and a thousand times slower.
  shop.connection.pragma('synchronous = OFF')
  await answer('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  // Every write is made a few times, so that small numbers are numbers of something.
  for (const seed of [1, 2, 3])
    for (const name of names)
      if (calls[name].kind === 'write' && name !== 'shop.undo' && name !== 'shop.setUp')
        for (const input of fc.sample(tame(calls[name].input), { numRuns: 3, seed }))
          await answer(name, input)
})

afterAll(async () => {
  await shop.close()
  rmSync(folder, { recursive: true })
})

/** How much is in each table, with the last row's number: what a refused call must leave alone. */
function contents(): string {
  const { connection } = shop
  const tables = connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0 AND name NOT LIKE '%Search%'
        ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return JSON.stringify(
    tables.map((table) => [
      table,
      connection.prepare(`SELECT count(*), max(rowid) FROM "${table}"`).raw().get(),
    ]),
  )
}

const isLeaky = (text: string) =>
  /\n\s*at |node_modules|\.ts:\d|file:\/\//.test(text) || text.includes(folder)

/** Paths lead to where tests may write; in the window they are handles, and never what somebody typed. */
function withPaths(name: StoreCallName, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const paths = [chosen, join(chosen, 'list.csv'), join(chosen, 'none.csv')]
  const changed: Record<string, unknown> = { ...input }
  for (const field of calls[name].paths)
    if (typeof changed[field] === 'string') changed[field] = paths[changed[field].length % paths.length]
  return changed
}

const answer = async (name: StoreCallName, input: unknown) =>
  (await dispatch(shop, name, withPaths(name, input), { now: Date.parse('2026-11-23T08:00:00Z') })).result

test.each(names)('%s answers nonsense calmly, and changes nothing when it refuses', async (name) => {
  await fc.assert(
    fc.asyncProperty(nonsenseFor(calls[name].input), async (nonsense) => {
      const before = contents()
      const result = await answer(name, nonsense)
      expect(isLeaky(JSON.stringify(result))).toBe(false)
      if (result.ok) return
      expect(contents()).toBe(before)
      expect(result.problem.message).toMatch(/\.$/)
    }),
    { numRuns },
  )
})

test(`${names.length} calls with ${numRuns} inputs each wrote nothing beside the shop and the chosen folder`, () => {
  const files = readdirSync(folder).filter((file) => !/^shop\.wellkept(-wal|-shm)?$/.test(file))
  expect(files).toEqual(['chosen'])
})
