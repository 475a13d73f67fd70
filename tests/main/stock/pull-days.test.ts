import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { runs } from '../../support/runs.ts'
import { olderShop } from '../../support/older-shop.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const batch = { productId: 1, date: '2026-11-27', dateKind: 'use-by', quantity: 5 } as const

async function milkShop(leadDays: number): Promise<TestShop> {
  const t = await testShop()
  await t.call('stock.saveProduct', { name: 'Milk', leadDays })
  return t
}

const lead = async (t: TestShop, leadDays: number) => {
  const { act } = await t.answer('stock.saveProduct', { productId: 1, leadDays })
  return act!.id
}

const pullDays = async (t: TestShop) =>
  (await t.call('stock.product', { productId: 1 })).batches.map(({ pullDay }) => pullDay)

test('a lead time that an undo brings back also holds for a batch that came in between, and its redo again', async () => {
  const t = await milkShop(5)
  const actId = await lead(t, 1)
  await t.call('stock.addBatch', batch)
  expect(await pullDays(t)).toEqual(['2026-11-26'])
  await t.call('shop.undo', { actId })
  expect(await pullDays(t)).toEqual(['2026-11-22'])
  expect((await t.call('stock.expiring', {})).totals).toMatchObject({ pullToday: 1, soon: 0 })
  await t.call('shop.redo', { actId })
  expect(await pullDays(t)).toEqual(['2026-11-26'])
})

test('a lead time that a redo brings back holds for a batch that came in between', async () => {
  const t = await milkShop(1)
  const actId = await lead(t, 5)
  await t.call('shop.undo', {})
  await t.call('stock.addBatch', batch)
  await t.call('shop.redo', { actId })
  expect(await pullDays(t)).toEqual(['2026-11-22'])
})

test('a batch that is in stock again, by an undo or a correction, leaves by the lead time of today', async () => {
  const t = await milkShop(1)
  await t.call('stock.addBatch', batch)
  const { act } = await t.answer('stock.act', { batchId: 1, action: 'bin' })
  await lead(t, 5)
  await t.call('shop.undo', { actId: act!.id })
  expect(await pullDays(t)).toEqual(['2026-11-22'])
  await t.call('stock.act', { batchId: 1, action: 'sold' })
  await lead(t, 4)
  expect(await t.call('stock.correctBatch', { batchId: 1, received: 8 })).toMatchObject({
    remaining: 3,
    pullDay: '2026-11-23',
  })
  await t.call('stock.act', { batchId: 1, action: 'sold' })
  await lead(t, 3)
  expect(await t.call('stock.correctBatch', { batchId: 1, remaining: 5 })).toMatchObject({
    pullDay: '2026-11-24',
  })
})

test('a new lead time is undone whatever was done with a batch since, and what was found fine keeps its day', async () => {
  const t = await milkShop(5)
  await t.call('stock.addBatch', { ...batch, dateKind: 'best-before' })
  await t.call('stock.addBatch', { ...batch, date: '2026-12-10' })
  const actId = await lead(t, 1)
  await t.call('stock.act', { batchId: 1, action: 'still-fine' })
  await t.call('stock.act', { batchId: 2, action: 'sold', quantity: 1 })
  await t.call('shop.undo', { actId })
  expect(await pullDays(t)).toEqual(['2026-11-30', '2026-12-05'])
  const fields = async (id: number) =>
    (await t.call('shop.actChanges', { actId: id })).things.map((one) => [one.thing, one.fields])
  expect(await fields(actId)).toEqual([
    ['Product', [{ name: 'Days before its date', kind: 'number', before: 5, after: 1 }]],
  ])
  const [, fine] = await t.call('shop.acts', { limit: 2 })
  expect(fine?.says).toContain('found still fine')
  expect(await fields(fine!.id)).toContainEqual([
    'Batch',
    [{ name: 'Leaves the shelf', kind: 'day', before: null, after: '2026-11-30' }],
  ])
})

test('a shop in which such a day stayed behind has it put right when it is opened', async () => {
  const { path, older } = olderShop(200)
  older.exec(`
    INSERT INTO products (id, name, folded, leadDays) VALUES (1, 'Milk', 'milk', 5);
    INSERT INTO batches (id, productId, date, dateKind, pullDay, received, remaining, receivedDay, pullDayMoved) VALUES
      (1, 1, '2026-11-27', 'use-by', '2026-11-26', 12, 12, '2026-11-20', 0),
      (2, 1, '2026-11-27', 'best-before', '2026-11-27', 12, 12, '2026-11-20', 1);
  `)
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const found = opened.value.connection.prepare('SELECT pullDay FROM batches ORDER BY id').pluck().all()
  await opened.value.close()
  expect(found).toEqual(['2026-11-22', '2026-11-27'])
})

const steps = fc.array(fc.record({ what: fc.nat(11), which: fc.nat(1000), days: fc.nat(9) }), {
  minLength: 5,
  maxLength: 25,
  size: 'max',
})

function bring(t: TestShop, days: number) {
  const path = join(t.folder, 'products.csv')
  writeFileSync(path, `Name;Vorlauf\nMilk;${days}\nTea;${9 - days}\n`)
  return t.answer('stock.importProducts', { path, commit: true })
}

test('a lead time that the undo of an import brings back holds for a batch that came in between', async () => {
  const t = await testShop()
  await bring(t, 5)
  const { act } = await bring(t, 0)
  await t.call('stock.addBatch', batch)
  await t.call('shop.undo', { actId: act!.id })
  expect(await pullDays(t)).toEqual(['2026-11-22'])
})

test('whatever is done, undone and redone: where no act moved it, a batch leaves its lead time before its date', async () => {
  const counts = { turned: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const t = await milkShop(2)
      t.shop.connection.pragma('synchronous = OFF')
      const acts: number[] = []
      for (const { what, which, days } of all) {
        t.now += 60_000
        const rows = (table: string) =>
          t.shop.connection.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
        const one = (ids: readonly number[]) => ids[which % Math.max(1, ids.length)] ?? 1
        const batchId = one(rows('batches'))
        const productId = one(rows('products'))
        const works = [
          () => t.answer('stock.saveProduct', { name: `Product ${which}`, leadDays: days }),
          () => t.answer('stock.saveProduct', { productId, leadDays: days }),
          () => t.answer('stock.addBatch', { ...batch, productId, date: addDays(batch.date, days) }),
          () =>
            t.answer('stock.act', {
              batchId,
              action: (['bin', 'sold', 'reduce', 'still-fine'] as const)[days % 4]!,
            }),
          () => t.answer('stock.correctBatch', { batchId, remaining: days % 6 }),
          () => t.answer('stock.correctBatch', { batchId, date: addDays(batch.date, days) }),
          () => bring(t, days),
        ]
        const isTurn = what >= works.length
        const { act, result } = isTurn
          ? await t.answer(what % 2 ? 'shop.undo' : 'shop.redo', { actId: one(acts) })
          : await works[what]!()
        if (act && !isTurn) acts.push(act.id)
        if (isTurn) counts[result.ok ? 'turned' : 'refused']++
        const wrong = t.shop.connection
          .prepare(
            `SELECT b.id, date, pullDay, leadDays FROM batches AS b JOIN products AS p ON p.id = productId WHERE pullDayMoved = 0
              AND pullDay <> CASE date WHEN '' THEN '' ELSE date(date, '-' || leadDays || ' days') END`,
          )
          .all()
        expect(wrong).toEqual([])
      }
    }),
    runs(10),
  )
  console.log(`${counts.turned} turns, ${counts.refused} refused`)
}, 600_000)
