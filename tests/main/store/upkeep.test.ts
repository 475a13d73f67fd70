import { statSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptActs, keptDays } from '../../../src/core/shop/reach.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { keepUp } from '../../../src/main/store/upkeep.ts'
import { releasedShop } from '../../support/older-shop.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const dayMs = 86_400_000

interface ActRow {
  readonly id: number
  readonly kept: string
  readonly says: string
}

const acts = (t: TestShop) =>
  t.shop.connection
    .prepare('SELECT id, kept, says FROM acts WHERE ofAct IS NULL ORDER BY id')
    .all() as ActRow[]

const images = (t: TestShop, actId: number) =>
  t.shop.connection
    .prepare(`SELECT count(*) FROM changes WHERE actId = ? AND before <> ''`)
    .pluck()
    .get(actId) as number

test('acts of the last days are kept whole, and the last hundred whatever their age', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(keptDays * 2 * 24), { minLength: 90, maxLength: 160, size: 'max' }),
      fc.array(fc.nat(200), { maxLength: 12 }),
      async (hoursAgo, undone) => {
        const t = await testShop()
        t.shop.connection.pragma('synchronous = OFF')
        const end = t.now
        const dones: { id: number; atMs: number }[] = []
        for (const hours of hoursAgo.toSorted((a, b) => b - a)) {
          t.now = end - hours * 3_600_000
          dones.push({
            id: (await t.answer('shop.change', { phone: `${dones.length}` })).act!.id,
            atMs: t.now,
          })
        }
        t.now = end - 1
        // What is turned round today is as new as that.
        const turned = new Set<number>()
        for (let n = 0; n < Math.min(undone.length, dones.length); n++) {
          await t.call('shop.undo', {})
          turned.add(dones.at(-1 - n)!.id)
        }
        t.now = end
        await keepUp(t.shop, end)
        const order = [
          ...dones.filter(({ id }) => !turned.has(id)),
          ...dones.filter(({ id }) => turned.has(id)).toReversed(),
        ]
        const last = new Set(order.slice(-keptActs).map(({ id }) => id))
        for (const { id, kept } of acts(t).slice(1)) {
          const { atMs } = dones.find((one) => one.id === id)!
          const whole = last.has(id) || turned.has(id) || atMs >= end - keptDays * dayMs
          expect({ id, kept, images: images(t, id) }).toEqual({
            id,
            kept: whole ? 'whole' : 'line',
            images: whole ? 1 : 0,
          })
        }
      },
    ),
    { ...runs(2), endOnFailure: true },
  )
})

test('what is thinned keeps its line and its things, cannot be undone, and says so', async () => {
  const t = await testShop()
  t.shop.connection.pragma('synchronous = OFF')
  const { id: customerId } = await t.call('customers.save', { name: 'Anna', notes: 'x'.repeat(5000) })
  const old = (await t.answer('customers.save', { customerId, notes: '' })).act!
  for (let n = 0; n < keptActs; n++) await t.call('shop.change', { phone: `${n}` })
  t.now += (keptDays + 1) * dayMs
  await keepUp(t.shop, t.now)
  expect((await t.problem('shop.undo', { actId: old.id })).code).toBe('too-long-ago')
  expect((await t.call('shop.acts', { limit: 500 })).find(({ id }) => id === old.id)).toMatchObject({
    says: 'Anna changed',
    state: 'past',
  })
  const things = t.shop.connection.prepare('SELECT tableName, rowId, before FROM changes WHERE actId = ?')
  expect(things.all(old.id)).toEqual([{ tableName: 'customers', rowId: customerId, before: '' }])
  // The last hundred still go back, and then there is nothing left.
  for (let n = 0; n < keptActs; n++) await t.call('shop.undo', {})
  expect((await t.problem('shop.undo', {})).code).toBe('nothing-to-undo')
})

test('the room of a thinned log goes back to the disk, in slices that hold nobody up, and calls go on between them', async () => {
  const t = await testShop()
  t.shop.connection.pragma('synchronous = OFF')
  const { id: issueId } = await t.call('newsletter.create', { subject: 'News' })
  for (let n = 0; n < 400; n++) {
    const blocks = [{ kind: 'text' as const, text: `${n} ${'word '.repeat(1500)}` }]
    await t.call('newsletter.save', { issueId, subject: `News ${n}`, blocks })
  }
  t.shop.connection.pragma('wal_checkpoint(TRUNCATE)')
  const before = statSync(t.shop.path).size
  t.now += (keptDays + 1) * dayMs
  let turns = 0
  let isDone = false
  const beat = () => {
    turns += 1
    if (!isDone) setImmediate(beat)
  }
  setImmediate(beat)
  const work = keepUp(t.shop, t.now)
  const written = await t.answer('shop.change', { phone: '1' })
  expect(written.result.ok).toBe(true)
  const { thinned, pagesFreed } = await work
  isDone = true
  t.shop.connection.pragma('wal_checkpoint(TRUNCATE)')
  const after = statSync(t.shop.path).size
  console.log({ before, after, thinned, pagesFreed, turns })
  // Whoever waits gets a turn after each slice.
  expect(turns).toBeGreaterThan(thinned)
  expect(thinned).toBeGreaterThan(290)
  expect(after).toBeLessThan(before / 2)
  expect(t.shop.connection.pragma('freelist_count', { simple: true })).toBe(0)
  expect(t.shop.connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a round that is stopped leaves nothing half-thinned that could be undone, and goes on the next time', async () => {
  const t = await testShop()
  t.shop.connection.pragma('synchronous = OFF')
  for (let n = 0; n < 60; n++) await t.call('customers.save', { name: `Customer ${n}` })
  const ids = Array.from({ length: 60 }, (_, n) => n + 1)
  const many: number[] = []
  for (let n = 0; n < 12; n++)
    many.push(
      (
        await t.answer('customers.setConsent', {
          customerIds: ids,
          answer: n % 2 ? 'yes' : 'unasked',
          source: 'at the till',
        })
      ).act!.id,
    )
  for (let n = 0; n < keptActs; n++) await t.call('shop.change', { phone: `${n}` })
  t.now += (keptDays + 1) * dayMs
  for (let rounds = 0; rounds < 200; rounds++) {
    let slices = 0
    await keepUp(t.shop, t.now, () => slices++ < 1)
    for (const { id, kept } of acts(t)) {
      if (kept !== 'going') continue
      expect(['too-long-ago', 'beginning']).toContain((await t.problem('shop.undo', { actId: id })).code)
    }
    if (acts(t).filter(({ kept }) => kept !== 'line').length === keptActs) break
  }
  for (const id of many) expect(images(t, id)).toBe(0)
  expect(acts(t).filter(({ kept }) => kept === 'whole')).toHaveLength(keptActs)
})

test('a file of 0.1.0 gives room back, too', async () => {
  const opened = await openShop(releasedShop('0.1.0'))
  if (!opened.ok) throw new Error(opened.problem.message)
  const { connection } = opened.value
  expect(connection.pragma('auto_vacuum', { simple: true })).toBe(2)
  expect(connection.pragma('freelist_count', { simple: true })).toBe(0)
  const { result } = await dispatch(opened.value, 'shop.details', {}, { now: 0 })
  expect(result.ok).toBe(true)
  await opened.value.close()
})
