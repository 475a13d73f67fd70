import { chosenList } from '../support/customer-file.ts'
import type { Shown } from '../support/shown.ts'
import { expect, launch, test } from '../support/window.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

const total = async () => (await t.call('customers.search', { text: '' })).total

test('a long call tells its progress under its own id, and one undo takes it back', async () => {
  const path = await chosenList(t, 5000)
  const heard = await t.page.evaluate(
    async ([handle, shop]) => {
      const progress: { callId: string; done: number; total: number; words: string }[] = []
      const acts: string[] = []
      const stop = window.wellkept.onNews((news) => {
        if (news.kind === 'progress') progress.push(news)
        if (news.kind === 'changed' && news.act) acts.push(news.act.says)
      })
      const result = await window.wellkept.call(
        'customers.importFile',
        { path: handle, commit: true },
        'my-import',
        shop,
      )
      stop()
      return { result, progress, acts }
    },
    [path, await t.opening()] as const,
  )
  expect(heard.result).toMatchObject({ ok: true, value: { added: 5000 } })
  expect(heard.progress.length).toBeGreaterThan(2)
  for (const { callId, done, total: all } of heard.progress) {
    expect(callId).toBe('my-import')
    expect(done).toBeLessThanOrEqual(all)
  }
  expect(heard.acts).toHaveLength(1)
  expect(await total()).toBe(5000)
  await t.call('shop.undo', {})
  expect(await total()).toBe(0)
})

test('a long call is stopped by its id, leaves nothing, and holds up no other call', async () => {
  const path = await chosenList(t, 60_000)
  const heard = await t.page.evaluate(
    async ([handle, shop]) => {
      const { call, onNews } = window.wellkept
      const told = new Promise<void>((done) => {
        const stop = onNews((news) => {
          if (news.kind !== 'progress' || news.done === 0) return
          stop()
          done()
        })
      })
      const importing = call('customers.importFile', { path: handle, commit: true }, 'my-import', shop)
      await told
      const waits: number[] = []
      for (let n = 0; n < 10; n++) {
        const asked = performance.now()
        await call('shop.details', {})
        waits.push(performance.now() - asked)
      }
      const cancelledAt = performance.now()
      await call('shop.cancel', { callId: 'my-import' })
      const result = await importing
      return { result, longest: Math.max(...waits), stopped: performance.now() - cancelledAt }
    },
    [path, await t.opening()] as const,
  )
  console.log(`longest read ${heard.longest.toFixed(0)} ms, stopped after ${heard.stopped.toFixed(0)} ms`)
  expect(heard.result).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect(await total()).toBe(0)
})
