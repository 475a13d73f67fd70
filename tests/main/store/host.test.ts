import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore, type Store } from '../../../src/main/store/host.ts'
import { temporaryFolder } from '../../support/shop.ts'

const worker = join(import.meta.dirname, '../../../src/main/store/worker.ts')

async function open(changed: (topics: readonly string[]) => void = () => {}): Promise<Store> {
  const bug = (name: string, stack: string) => {
    throw new Error(`${name}: ${stack}`)
  }
  const opened = await openStore(
    worker,
    join(temporaryFolder(), 'shop.wellkept'),
    { create: true },
    () => Date.parse('2026-11-23T08:00:00Z'),
    { changed, bug },
  )
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** A CSV of so many made customers. */
function customersFile(count: number): string {
  const path = join(temporaryFolder(), 'customers.csv')
  const rows = Array.from({ length: count }, (_, n) => `C${n},Customer ${n},c${n}@mail.example`)
  writeFileSync(path, `id,name,email\n${rows.join('\n')}\n`)
  return path
}

test('a call goes to the store thread and back, and its change is told', async () => {
  const topics: (readonly string[])[] = []
  const store = await open((changed) => topics.push(changed))
  const input = { name: 'A', country: 'DE', zone: 'Europe/Berlin' }
  expect(await store.call('shop.setUp', input)).toMatchObject({ ok: true, value: { name: 'A' } })
  expect(topics).toEqual([['shop']])
})

test('while an import runs, reads are answered, progress is told, and cancelling leaves no row', async () => {
  const store = await open()
  await store.call('shop.setUp', { name: 'A', country: 'DE', zone: 'Europe/Berlin' })
  const stop = new AbortController()
  let told = 0
  const importing = store.call(
    'customers.importFile',
    { path: customersFile(40_000), commit: true },
    { signal: stop.signal, onProgress: () => told++ },
  )
  let longest = 0
  while (told < 8) {
    const began = performance.now()
    expect(await store.call('customers.search', { text: '' })).toMatchObject({ value: { total: 0 } })
    longest = Math.max(longest, performance.now() - began)
  }
  const cancelledAt = performance.now()
  stop.abort()
  expect(await importing).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  console.log(
    `longest read ${longest.toFixed(0)} ms, cancelled in ${(performance.now() - cancelledAt).toFixed(0)} ms`,
  )
  expect(await store.call('customers.search', { text: '' })).toMatchObject({ value: { total: 0 } })
})

test('a missing file is a problem, and none is made', async () => {
  const path = join(temporaryFolder(), 'gone.wellkept')
  const events = { changed: () => {}, bug: () => {} }
  const opened = await openStore(worker, path, {}, Date.now, events)
  expect(opened).toMatchObject({ ok: false, problem: { code: 'missing' } })
  expect(existsSync(path)).toBe(false)
})
