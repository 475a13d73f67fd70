import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedAmounts } from '../../../src/core/stock/correct.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

/** Milk that leaves the shelf two days before its date, and one batch of it. */
async function milkShop(batch: object): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-24T08:00:00Z' })
  await t.call('stock.saveProduct', { name: 'Milk', leadDays: 2 })
  await t.call('stock.addBatch', { productId: 1, ...batch })
  return t
}

test('a pack that ran out two days ago is entered as that, leaves the shelf, and the toast says its date', async () => {
  const t = await milkShop({ date: '22.11.', dateKind: 'use-by', quantity: 4 })
  expect((await t.call('stock.expiring', {})).expired.map(({ date }) => date)).toEqual(['2026-11-22'])
  expect((await t.call('shop.acts', { limit: 1 }))[0]?.says).toBe(
    '4 Milk added, use by Sunday 22 November 2026, 2 days ago',
  )
  const says = async (batch: object) =>
    (await t.answer('stock.addBatch', { productId: 1, ...batch })).act?.says
  expect(await says({ date: '0512', quantity: 2 })).toBe('2 Milk added, best before Saturday 5 December 2026')
  expect(await says({ date: '-1' })).toBe('1 Milk added, best before Monday 23 November 2026, yesterday')
  expect(await says({})).toBe('1 Milk added, no date')
})

test('a wrong date is corrected: old and new are said, the pull day follows, undo gives the old one back', async () => {
  const t = await milkShop({ date: '2027-05-12', dateKind: 'use-by', lot: 'A', quantity: 12 })
  const { result, act } = await t.answer('stock.correctBatch', { batchId: 1, date: '0512', lot: 'B' })
  const wrong = {
    batchId: 1,
    productId: 1,
    lot: 'A',
    dateKind: 'use-by',
    date: '2027-05-12',
    pullDay: '2027-05-10',
    reduced: false,
    received: 12,
    remaining: 12,
    receivedDay: '2026-11-24',
  }
  expect(result).toEqual({
    ok: true,
    value: { ...wrong, lot: 'B', date: '2026-12-05', pullDay: '2026-12-03' },
  })
  expect(act?.says).toBe('Milk corrected: use by 12 May 2027 → 5 December 2026, lot A → B')
  const logged = await t.shop.reader
    .selectFrom('changes')
    .select('before')
    .where('actId', '=', act!.id)
    .execute()
  expect(logged.map(({ before }) => JSON.parse(before!))).toMatchObject([{ date: '2027-05-12', lot: 'A' }])
  await t.call('shop.undo', {})
  expect((await t.call('stock.product', { productId: 1 })).batches).toEqual([wrong])
})

test('the kind, the numbers and the day it came are corrected; what was done with the batch stays', async () => {
  const t = await milkShop({ date: '2027-05-12', quantity: 12 })
  await t.call('stock.act', { batchId: 1, action: 'sold', quantity: 2 })
  const { result, act } = await t.answer('stock.correctBatch', {
    batchId: 1,
    dateKind: 'use-by',
    received: 10,
    receivedDay: '2026-11-20',
  })
  expect(result.ok && result.value).toMatchObject({ dateKind: 'use-by', received: 10, remaining: 8 })
  expect(act?.says).toBe(
    'Milk corrected: best before 12 May 2027 → use by 12 May 2027, 12 came → 10, 10 left → 8, came 24 November 2026 → 20 November 2026',
  )
  expect(await t.shop.reader.selectFrom('stockActions').select(['action', 'quantity']).execute()).toEqual([
    { action: 'sold', quantity: 2 },
  ])
  expect(await t.call('stock.correctBatch', { batchId: 1, remaining: 0 })).toMatchObject({ remaining: 0 })
  const undated = await t.call('stock.correctBatch', { batchId: 1, date: 'x' })
  expect(undated).toMatchObject({ dateKind: 'none', date: '', pullDay: '' })
  expect(await t.call('stock.correctBatch', { batchId: 1, date: '0512' })).toMatchObject({
    dateKind: 'best-before',
    date: '2026-12-05',
  })
})

test('what cannot be is refused in words, and what corrects nothing leaves no trace', async () => {
  const t = await milkShop({ date: '2027-05-12', quantity: 3 })
  await t.call('stock.act', { batchId: 1, action: 'bin', quantity: 2 })
  const refused = async (given: object) => {
    const { message, field } = await t.problem('stock.correctBatch', { batchId: 1, ...given })
    return [field, message]
  }
  expect(await refused({ received: 1 })).toEqual([
    'received',
    '2 have left already, so at least as many came. Nothing was changed. Undo what was said of them first, or say what is left too.',
  ])
  expect(await refused({ remaining: 4 })).toEqual([
    'remaining',
    'Only 3 came, so not more can be left. Nothing was changed.',
  ])
  expect(await refused({ receivedDay: '2026-11-25' })).toEqual([
    'receivedDay',
    'Wednesday 25 November 2026 is still to come. Nothing was changed. Enter it when it has happened.',
  ])
  expect(await refused({ dateKind: 'use-by', date: '' })).toEqual([
    'date',
    'Give the date, or choose that there is none. Nothing was changed.',
  ])
  expect((await refused({ batchId: 9 }))[1]).toBe('This batch is not there any more. Nothing was changed.')
  expect((await t.answer('stock.correctBatch', { batchId: 1, lot: '', received: 3 })).act).toBe(undefined)
})

test('what was found fine by a wrong date is judged anew; what was reduced stays until its new date', async () => {
  const t = await milkShop({ date: '2026-11-23' })
  await t.call('stock.act', { batchId: 1, action: 'still-fine' })
  expect(await t.call('stock.correctBatch', { batchId: 1, lot: 'B' })).toMatchObject({
    pullDay: '2026-12-01',
  })
  expect(await t.call('stock.correctBatch', { batchId: 1, date: '2026-11-28' })).toMatchObject({
    pullDay: '2026-11-26',
  })
  await t.call('stock.act', { batchId: 1, action: 'reduce' })
  expect(await t.call('stock.correctBatch', { batchId: 1, date: '2026-11-30' })).toMatchObject({
    pullDay: '2026-11-30',
    reduced: true,
  })
})

test('whatever is corrected, never more is left than came, and nothing that went out comes back by itself', () => {
  const amount = fc.integer({ min: 0, max: 5000 }).map((n) => n / 1000)
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.option(amount, { nil: undefined }),
      fc.option(amount, { nil: undefined }),
      (a, b, received, remaining) => {
        const batch = { received: Math.max(a, b, 0.001), remaining: Math.min(a, b) }
        const after = correctedAmounts(batch, { received, remaining }, '.')
        if (!after.ok) {
          expect(after.problem.message).toMatch(/Nothing was changed/)
          return
        }
        expect(after.value.remaining).toBeLessThanOrEqual(after.value.received)
        if (remaining === undefined)
          expect(after.value.received - after.value.remaining).toBeCloseTo(
            batch.received - batch.remaining,
            6,
          )
      },
    ),
    runs(300),
  )
})
