import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { callsAbout } from '../../../src/core/calls.ts'
import type { Stale } from '../../../src/core/machine/news.ts'
import type { Result } from '../../../src/core/result.ts'
import { openStore, type Store } from '../../../src/main/store/host.ts'
import { startThread } from '../../../src/main/store/thread.ts'
import { temporaryFolder } from '../../support/shop.ts'

const worker = join(import.meta.dirname, '../../../src/main/store/worker.ts')

async function open(changed: (stale: Stale) => void = () => {}): Promise<Store> {
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
  const heard: Stale[] = []
  const store = await open((stale) => heard.push(stale))
  const input = { name: 'A', country: 'DE', zone: 'Europe/Berlin' }
  expect(await store.call('shop.setUp', input)).toMatchObject({ ok: true, value: { name: 'A' } })
  expect(heard).toEqual([callsAbout(['shop'])])
  expect(heard[0]).toContain('shop.details')
  expect(heard[0]).not.toContain('shop.setUp')
})

test('an answer says itself which act its call made, also while others are at work, and none where nothing changed', async () => {
  const store = await open()
  const made = async (name: string, input: unknown) => {
    const answer = await store.call(name, input)
    if (!answer.ok) throw new Error(answer.problem.message)
    return answer.actId
  }
  await made('shop.setUp', { name: 'A', country: 'DE', zone: 'Europe/Berlin' })
  await made('customers.save', { name: 'Anna' })
  const path = customersFile(3)
  const undone = await made('shop.undo', {})
  const [imported, redone] = await Promise.all([
    made('customers.importFile', { path, commit: true }),
    made('shop.redo', {}),
  ])
  const acts = (await store.call('shop.acts', { limit: 5 })) as Result<{ id: number; says: string }[]>
  if (!acts.ok || imported === undefined) throw new Error('no acts')
  expect(acts.value.find(({ id }) => id === imported)?.says).toContain('3 customers')
  expect(redone).not.toBe(imported)
  expect(undone).not.toBe(imported)
  expect(await made('customers.importFile', { path, commit: true })).toBeUndefined()
  expect(await made('customers.importFile', { path, commit: false })).toBeUndefined()
  expect(await made('customers.search', { text: '' })).toBeUndefined()
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

test('reads go on beside a long import, and see all of it or nothing', async () => {
  const store = await open()
  await store.call('shop.setUp', { name: 'A', country: 'DE', zone: 'Europe/Berlin' })
  let done = false
  const importing = store
    .call('customers.importFile', { path: customersFile(40_000), commit: true })
    .finally(() => (done = true))
  const totals = new Set<number>()
  while (!done) totals.add(await total(store))
  expect(await importing).toMatchObject({ ok: true, value: { added: 40_000 } })
  totals.add(await total(store))
  expect([...totals]).toEqual([0, 40_000])
})

async function total(store: Store): Promise<number> {
  const found = (await store.call('customers.search', { text: '' })) as Result<{ total: number }>
  if (!found.ok) throw new Error(found.problem.message)
  return found.value.total
}

test('a thread that only reads refuses to write, and leaves the file to the other', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const events = { changed: () => {}, bug: () => {} }
  const first = startThread(worker, { path, options: { create: true } }, events)
  expect(await first.opening).toMatchObject({ ok: true })
  const reader = startThread(worker, { path, madeAt: '', reads: true }, events)
  expect(await reader.opening).toMatchObject({ ok: true })
  const shop = { name: 'A', country: 'DE', zone: 'Europe/Berlin' }
  expect(await reader.call('shop.setUp', shop, 0)).toMatchObject({
    ok: false,
    problem: { code: 'read-only' },
  })
  expect(await first.call('shop.setUp', shop, 0)).toMatchObject({ ok: true })
  expect(await reader.call('shop.details', {}, 0)).toMatchObject({ ok: true, value: { name: 'A' } })
  await reader.close()
  expect(await first.call('shop.change', { phone: '1' }, 0)).toMatchObject({ ok: true })
  await first.close()
})

test('a missing file is a problem, and none is made', async () => {
  const path = join(temporaryFolder(), 'gone.wellkept')
  const events = { changed: () => {}, bug: () => {} }
  const opened = await openStore(worker, path, {}, Date.now, events)
  expect(opened).toMatchObject({ ok: false, problem: { code: 'missing' } })
  expect(existsSync(path)).toBe(false)
})
