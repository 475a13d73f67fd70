import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { newest } from '../../../src/main/store/migrations/index.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { openShop } from '../../../src/main/store/open.ts'
import type { OpenOptions } from '../../../src/main/store/shop.ts'
import { temporaryFolder } from '../../support/shop.ts'

async function problemOf(path: string, options: OpenOptions = {}): Promise<string> {
  const result = await openShop(path, options)
  if (!result.ok) return result.problem.code
  await result.value.close()
  return 'opened'
}

async function madeShop(): Promise<string> {
  const path = join(temporaryFolder(), 'shop.wellkept')
  expect(await problemOf(path, { create: true })).toBe('opened')
  return path
}

/** Root may write anywhere, so the test stops being root for a while. */
function asAnybody(): void {
  if (process.getuid?.() !== 0) return
  process.seteuid!(65534)
  onTestFinished(() => process.seteuid!(0))
}

test('a file that is not there is a question, and none is made', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  expect(await problemOf(path)).toBe('missing')
  expect(existsSync(path)).toBe(false)
})

test('an empty file is a question and stays empty', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  writeFileSync(path, '')
  expect(await problemOf(path)).toBe('empty')
  expect(readFileSync(path)).toHaveLength(0)
})

test('an empty file left by a start that was killed does not stop the first run', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  writeFileSync(path, '')
  expect(await problemOf(path, { create: true })).toBe('opened')
})

test('a file of another program is refused with its bytes unchanged, even where a shop may be made', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const other = new Database(path)
  other.exec('CREATE TABLE theirs (x)')
  other.close()
  const before = readFileSync(path)
  expect(await problemOf(path)).toBe('not-a-shop')
  expect(await problemOf(path, { create: true })).toBe('not-a-shop')
  expect(readFileSync(path)).toEqual(before)
})

test('a text file and a folder are refused', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'notes.txt'), 'not a shop at all '.repeat(100))
  mkdirSync(join(folder, 'shop.wellkept'))
  expect(await problemOf(join(folder, 'notes.txt'))).toBe('not-a-shop')
  expect(await problemOf(join(folder, 'shop.wellkept'))).toBe('not-a-shop')
  expect(readdirSync(folder).toSorted()).toEqual(['notes.txt', 'shop.wellkept'])
})

test('a newer file is refused with its bytes unchanged', async () => {
  const path = await madeShop()
  const newer = new Database(path)
  newer.pragma(`user_version = ${newest + 10}`)
  newer.close()
  const before = readFileSync(path)
  expect(await problemOf(path)).toBe('newer')
  expect(await problemOf(path, { create: true })).toBe('newer')
  expect(readFileSync(path)).toEqual(before)
})

test('a file that may not be written to is a question', async () => {
  const path = await madeShop()
  const before = readFileSync(path)
  chmodSync(path, 0o444)
  chmodSync(join(path, '..'), 0o777)
  asAnybody()
  expect(await problemOf(path)).toBe('read-only')
  expect(readFileSync(path)).toEqual(before)
})

test('a file in a folder that may not be written to is a question', async () => {
  const path = await madeShop()
  chmodSync(path, 0o666)
  chmodSync(join(path, '..'), 0o555)
  onTestFinished(() => chmodSync(join(path, '..'), 0o755))
  asAnybody()
  expect(await problemOf(path)).toBe('read-only')
})

test('a shop that another program holds for writing is a question', async () => {
  const path = await madeShop()
  const holder = new Database(path)
  onTestFinished(() => {
    holder.close()
  })
  holder.exec('BEGIN IMMEDIATE')
  expect(await problemOf(path)).toBe('in-use')
})

test('a shop file says what it is', async () => {
  const connection = new Database(await madeShop(), { readonly: true })
  expect(connection.pragma('application_id', { simple: true })).toBe(applicationId)
  expect(connection.pragma('user_version', { simple: true })).toBe(newest)
  connection.close()
})
