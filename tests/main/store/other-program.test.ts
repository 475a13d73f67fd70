import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

async function open(path: string): Promise<FileShop> {
  const opened = await openShop(path, { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  return opened.value
}

async function openedShop() {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const shop = await open(path)
  const call = async (name: string, input: unknown) => (await dispatch(shop, name, input, { now: 0 })).result
  await call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  return { path, shop, call }
}

/** Another program's connection. */
function other(path: string): Database.Database {
  const connection = new Database(path)
  onTestFinished(() => void connection.close())
  return connection
}

/** The longest this thread could do nothing else while `work` was under way, ms. */
async function longestHold(work: Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await work
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

test('a write waits for another program that writes, and holds nobody up meanwhile', async () => {
  const { path, call } = await openedShop()
  const holder = other(path)
  holder.exec('BEGIN IMMEDIATE')
  const writing = call('shop.change', { phone: '1' })
  const reads: number[] = []
  const held = longestHold(writing)
  for (let n = 0; n < 20; n++) {
    const began = performance.now()
    expect(await call('shop.details', {})).toMatchObject({ ok: true, value: { phone: '' } })
    reads.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  holder.exec('ROLLBACK')
  expect(await writing).toMatchObject({ ok: true, value: { phone: '1' } })
  const longest = await held
  console.log(
    `the thread was held ${longest.toFixed(0)} ms at most, a read took ${Math.max(...reads).toFixed(0)} ms`,
  )
  expect(longest).toBeLessThan(500)
})

test('after five seconds it says that another program holds the file, and nothing was changed', async () => {
  const { path, call } = await openedShop()
  const holder = other(path)
  holder.exec('BEGIN IMMEDIATE')
  const began = performance.now()
  const refused = await call('shop.change', { phone: '1' })
  const waited = performance.now() - began
  expect(refused).toMatchObject({ ok: false, problem: { code: 'in-use' } })
  expect(waited).toBeGreaterThan(4500)
  expect(waited).toBeLessThan(15_000)
  holder.exec('ROLLBACK')
  expect(await call('shop.details', {})).toMatchObject({ ok: true, value: { phone: '' } })
  expect(await call('shop.change', { phone: '2' })).toMatchObject({ ok: true })
})

test('a file that another program has open is opened, and that is said', async () => {
  const { path, shop } = await openedShop()
  expect(shop.notices).toEqual([])
  const second = await open(path)
  expect(second.notices).toMatchObject([{ code: 'open-elsewhere' }])
  await second.close()
  await shop.close()
  expect((await open(path)).notices).toEqual([])
})

test('what another program changed is noticed, what we change ourselves is not', async () => {
  const { path, shop, call } = await openedShop()
  expect(shop.isChangedElsewhere()).toBe(false)
  await call('shop.change', { phone: '1' })
  await call('shop.details', {})
  expect(shop.isChangedElsewhere()).toBe(false)
  other(path).exec(`UPDATE acts SET who = 'other'`)
  expect(shop.isChangedElsewhere()).toBe(true)
  expect(shop.isChangedElsewhere()).toBe(false)
  await call('shop.change', { phone: '3' })
  expect(shop.isChangedElsewhere()).toBe(false)
})

test.each([
  ['a new shop', true],
  ['a shop that was on this PC before', false],
])(
  '%s in a folder where connections share nothing is opened, works, and that is said',
  async (_words, isNew) => {
    const path = join(temporaryFolder(), 'shop.wellkept')
    // Where SQLite wants to put what connections share, there can be nothing.
    if (isNew) mkdirSync(`${path}-shm`)
    const shop = isNew ? undefined : await open(path)
    await shop?.close()
    if (!isNew) mkdirSync(`${path}-shm`)
    for (const phone of ['1', '2']) {
      const next = await open(path)
      expect(next.notices).toMatchObject([{ code: 'no-wal' }])
      const call = async (name: string, input: unknown) =>
        (await dispatch(next, name, input, { now: 0 })).result
      if (phone === '1') await call('shop.setUp', { name: 'A', country: 'DE', zone: 'Europe/Berlin' })
      expect(await call('shop.change', { phone })).toMatchObject({ ok: true })
      expect(await call('shop.details', {})).toMatchObject({ ok: true, value: { phone } })
      expect(next.connection.pragma('journal_mode', { simple: true })).toBe('delete')
      expect(next.connection.pragma('synchronous', { simple: true })).toBe(2)
      await next.close()
    }
  },
)

test('a file can be looked at while another program writes, and is read before the write begins', async () => {
  const { path, call } = await openedShop()
  const list = join(temporaryFolder(), 'customers.csv')
  writeFileSync(list, 'name,email\nAnna Lang,anna@lang.example\n')
  const holder = other(path)
  holder.exec('BEGIN IMMEDIATE')
  const looked = await call('customers.importFile', { path: list, commit: false })
  expect(looked).toMatchObject({ ok: true, value: { added: 1 } })
  const keeping = call('customers.importFile', { path: list, commit: true })
  await new Promise((resolve) => setTimeout(resolve, 500))
  rmSync(list)
  holder.exec('ROLLBACK')
  expect(await keeping).toEqual(looked)
  expect(await call('customers.search', {})).toMatchObject({ value: { rows: [{ name: 'Anna Lang' }] } })
})
