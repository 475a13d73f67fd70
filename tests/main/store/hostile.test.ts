import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { hostileFiles } from '../../support/hostile-files.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

let made: Buffer | undefined

/** A closed shop file with some customers, in a folder of its own. */
async function shopFile(): Promise<string> {
  if (!made) {
    const t = await testShop()
    for (let n = 1; n <= 94; n++)
      await t.call('customers.save', { name: `Customer ${n}`, email: `c${n}@x.example` })
    await t.shop.close()
    made = readFileSync(t.shop.path)
  }
  const path = join(temporaryFolder(), 'shop.wellkept')
  writeFileSync(path, made)
  return path
}

/** What lies there, by name: bytes and, of files of a bearable size, their digest. */
const lying = (path: string) =>
  readdirSync(dirname(path))
    .filter((name) => !name.endsWith('-shm') || lstatSync(join(dirname(path), name)).isSymbolicLink())
    .toSorted()
    .map((name) => {
      const info = lstatSync(join(dirname(path), name))
      const digest =
        info.isFile() && info.size < 1e8
          ? createHash('sha256')
              .update(readFileSync(join(dirname(path), name)))
              .digest('hex')
          : ''
      return { name, size: info.size, digest }
    })

const refusals = ['altered', 'damaged', 'not-a-shop', 'newer', 'missing']
const names = Object.keys(hostileFiles)

test.each(names)('a shop file with %s is refused untouched', async (name) => {
  const path = await shopFile()
  hostileFiles[name]!(path)
  const before = lying(path)
  const opened = await openShop(path)
  // What only reading every page can find is found right after opening.
  const found = opened.ok ? opened.value.check() : opened
  if (opened.ok) await opened.value.close(true)
  expect(refusals).toContain(found.ok ? 'opened' : found.problem.code)
  expect(lying(path).filter(({ size }) => size > 0)).toEqual(before.filter(({ size }) => size > 0))
})

test(`${names.length} of ${names.length} hostile files are refused`, () => {
  expect(names.length).toBeGreaterThanOrEqual(60)
})

test('a file as we made it opens, also after SQLite has measured it', async () => {
  const path = await shopFile()
  const connection = new Database(path)
  connection.exec('ANALYZE')
  connection.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  expect(opened.value.check()).toMatchObject({ ok: true })
  const { result } = await dispatch(opened.value, 'customers.search', { text: '' }, { now: 0 })
  expect(result).toMatchObject({ ok: true, value: { total: 94 } })
  await opened.value.close()
  expect(statSync(path).size).toBeGreaterThan(0)
  expect(existsSync(`${path}-wal`)).toBe(false)
})
