import { copyFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { CallName, Sent } from '../../../src/core/calls.ts'
import { addDays, instantOf } from '../../../src/core/day.ts'
import { keepUp } from '../../../src/main/store/upkeep.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const days = process.env['WELLKEPT_DEEP'] ? 365 : 8

/** One after the other, as often as is asked for. */
const times = async (n: number, work: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await work(i)
}

/** A busy trading day: some 75 acts; a letter of 40 slices of typing once in 30 days. */
async function workADay(t: TestShop, day: string, n: number): Promise<void> {
  let minute = 0
  const call = async <N extends CallName>(name: N, input: Sent<N>) => {
    t.now = instantOf(`${day}T07:00`, 'Europe/Berlin') + minute++ * 300_000
    return t.call(name, input)
  }
  await call('hours.log', { event: 'open' })
  await times(3, (i) =>
    call('customers.save', { name: `Customer ${n} ${i}`, phone: `030 ${n}${i}`, notes: 'Rye' }),
  )
  await times(4, (i) =>
    call('customers.save', { customerId: 1 + (i % 3), notes: `Likes the knife, ${n} ${i}` }),
  )
  await times(15, (i) =>
    call('customers.logTouch', { customerId: 1 + (i % 3), kind: 'visit', note: 'At the counter' }),
  )
  await times(8, async (i) => {
    const promise = {
      name: `Customer ${i}`,
      what: 'Wedding cake, three tiers',
      told: `${addDays(day, 3)}T17:00`,
    }
    const { id: promiseId } = await call('promises.make', promise)
    await call('promises.ready', { promiseId })
    await call('promises.close', { promiseId, inBudget: true, fullScope: true, leftClean: true })
  })
  await times(10, async (i) => {
    const { batchId } = await call('stock.addBatch', {
      productId: 1 + (i % 3),
      date: addDays(day, 9),
      quantity: 10,
    })
    await call('stock.act', { batchId, action: 'sold', quantity: 3 })
  })
  await times(2, (i) => call('stock.saveProduct', { productId: 1 + i, shelf: `R${n % 9}` }))
  if (n % 30 === 0) {
    const { id: issueId } = await call('newsletter.create', { subject: `News ${n}` })
    const text = 'This month we bake with the new flour of the mill behind the hill. '
    await times(40, (i) =>
      call('newsletter.save', {
        issueId,
        subject: `News ${n}`,
        blocks: [{ kind: 'text', text: text.repeat(1 + i) }],
      }),
    )
  }
  await call('hours.log', { event: 'close' })
}

/** What the file would have less without its log, in bytes. */
function logBytes(t: TestShop): number {
  t.shop.connection.pragma('wal_checkpoint(TRUNCATE)')
  const copy = `${t.shop.path}.copy`
  copyFileSync(t.shop.path, copy)
  const connection = new Database(copy)
  connection.exec('VACUUM')
  const whole = statSync(copy).size
  connection.exec('PRAGMA foreign_keys = OFF; DELETE FROM changes; DELETE FROM acts; VACUUM')
  connection.close()
  return whole - statSync(copy).size
}

test(`the log of ${days} days of normal work stays small`, async () => {
  const t = await testShop({ now: '2025-11-24T06:00:00Z' })
  t.shop.connection.pragma('synchronous = OFF')
  for (const n of [1, 2, 3]) await t.call('stock.saveProduct', { name: `Product ${n}` })
  let afterMonth = 0
  for (let n = 0; n < days; n++) {
    await workADay(t, addDays('2025-11-24', n), n)
    await keepUp(t.shop, t.now)
    if (n === 30) afterMonth = logBytes(t)
  }
  const acts = t.shop.connection.prepare('SELECT count(*) FROM acts').pluck().get() as number
  const bytes = logBytes(t)
  const mb = (n: number) => (n / 1e6).toFixed(2)
  console.log(`log after ${days} days: ${acts} acts, ${mb(bytes)} MB; after a month: ${mb(afterMonth)} MB`)
  expect(acts).toBeGreaterThan(days * 60)
  expect(bytes).toBeLessThan(days > 30 ? 12_000_000 : 1_500_000)
}, 1_800_000)
