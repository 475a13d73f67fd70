import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/day.ts'
import { standing, type DatedBatch } from '../../../src/core/stock/expiry.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

/** Monday 23 November 2026, 9:00 in Berlin. */
const today = '2026-11-23'

async function cheeseShop(leadDays = 0): Promise<TestShop> {
  const t = await testShop()
  await t.call('stock.saveProduct', {
    name: 'Queso Cabrales',
    gtin: '4006381333931',
    shelf: 'Cold 2',
    leadDays,
  })
  return t
}

const cheese = {
  batchId: 1,
  productId: 1,
  lot: '',
  dateKind: 'best-before',
  date: '2027-05-17',
  pullDay: '2027-05-17',
  reduced: false,
  received: 1,
  remaining: 1,
  receivedDay: today,
} as const

test('a batch is added by code with a date in shorthand, and undone', async () => {
  const t = await cheeseShop(3)
  const { result, act } = await t.answer('stock.addBatch', {
    gtin: '4006381333931',
    lot: 'L7',
    date: '0517',
    quantity: 12,
  })
  expect(result).toEqual({
    ok: true,
    value: { ...cheese, lot: 'L7', pullDay: '2027-05-14', received: 12, remaining: 12 },
  })
  expect(act?.says).toBe('12 Queso Cabrales added, best before Monday 17 May 2027')
  await t.call('shop.undo', {})
  expect((await t.call('stock.product', { productId: 1 })).batches).toEqual([])
})

test('no date, or never, is a batch without a date; a kind without a date is asked about', async () => {
  const t = await cheeseShop()
  const undated = { ...cheese, dateKind: 'none', date: '', pullDay: '' } as const
  expect(await t.call('stock.addBatch', { productId: 1 })).toEqual(undated)
  expect(await t.call('stock.addBatch', { productId: 1, date: 'x' })).toEqual({ ...undated, batchId: 2 })
  expect(
    await t.call('stock.addBatch', { productId: 1, date: '+2', dateKind: 'use-by', received: '2026-11-20' }),
  ).toEqual({
    ...cheese,
    batchId: 3,
    dateKind: 'use-by',
    date: '2026-11-25',
    pullDay: '2026-11-25',
    receivedDay: '2026-11-20',
  })
  expect(await t.problem('stock.addBatch', { productId: 1, dateKind: 'use-by' })).toEqual({
    code: 'date-missing',
    message: 'Give the date, or choose that there is none. Nothing was changed.',
    field: 'date',
  })
  expect((await t.problem('stock.addBatch', { productId: 1, date: '+1', dateKind: 'none' })).code).toBe(
    'date-not-wanted',
  )
  expect(await t.problem('stock.addBatch', { productId: 1, date: '3104' })).toEqual({
    code: 'bad-date',
    message: 'There is no day 31 in April. Nothing was changed.',
    field: 'date',
  })
})

test('an unknown code says to add the product, and whether the code can be right', async () => {
  const t = await cheeseShop()
  expect(await t.problem('stock.addBatch', { gtin: '96385074' })).toEqual({
    code: 'no-product',
    message:
      'No product has the code 96385074. Nothing was changed. Add the product with this code, then the batch.',
    field: 'gtin',
  })
  expect((await t.problem('stock.addBatch', { gtin: '4006381333930' })).message).toBe(
    'No product has the code 4006381333930. 4006381333930 is not a GTIN: its last digit should be 1. Nothing was changed. Add the product with this code, then the batch.',
  )
  expect((await t.problem('stock.addBatch', {})).code).toBe('product-missing')
  expect((await t.problem('stock.addBatch', { productId: 9 })).code).toBe('no-product')
  expect((await t.problem('stock.addBatch', { productId: 1, quantity: 0 })).message).toBe(
    'Use a quantity of at least 0.001.',
  )
})

test('the expiry list groups by harm, use-by before best-before, in stock only', async () => {
  const t = await cheeseShop(2)
  const add = (dateKind: 'use-by' | 'best-before', inDays: number, lot: string) =>
    t.call('stock.addBatch', { productId: 1, lot, date: addDays(today, inDays), dateKind, quantity: 3 })
  await add('best-before', -9, 'A')
  await add('use-by', -1, 'B')
  await add('use-by', 0, 'C')
  await add('best-before', 1, 'D')
  await add('best-before', 5, 'E')
  await add('best-before', 30, 'F')
  await add('use-by', -3, 'G')
  await t.call('stock.act', { batchId: 7, action: 'bin' })
  const row = {
    productId: 1,
    name: 'Queso Cabrales',
    reduced: false,
    remaining: 3,
    unit: '',
    shelf: 'Cold 2',
  }
  expect(await t.call('stock.expiring', {})).toEqual({
    today,
    expired: [
      {
        ...row,
        batchId: 2,
        lot: 'B',
        dateKind: 'use-by',
        date: '2026-11-22',
        pullDay: '2026-11-20',
        daysLeft: -1,
        reason: 'use-by passed yesterday · 22.11.',
      },
      {
        ...row,
        batchId: 1,
        lot: 'A',
        dateKind: 'best-before',
        date: '2026-11-14',
        pullDay: '2026-11-12',
        daysLeft: -9,
        reason: 'best-before passed 9 days ago · 14.11.',
      },
    ],
    pullToday: [
      {
        ...row,
        batchId: 3,
        lot: 'C',
        dateKind: 'use-by',
        date: '2026-11-23',
        pullDay: '2026-11-21',
        daysLeft: 0,
        reason: 'use-by is today · 23.11.; should have left the shelf 2 days ago',
      },
      {
        ...row,
        batchId: 4,
        lot: 'D',
        dateKind: 'best-before',
        date: '2026-11-24',
        pullDay: '2026-11-22',
        daysLeft: 1,
        reason: 'best-before tomorrow · 24.11.; should have left the shelf yesterday',
      },
    ],
    soon: [
      {
        ...row,
        batchId: 5,
        lot: 'E',
        dateKind: 'best-before',
        date: '2026-11-28',
        pullDay: '2026-11-26',
        daysLeft: 5,
        reason: 'best-before in 5 days · 28.11.; leaves the shelf in 3 days',
      },
    ],
    totals: { expired: 2, expiredHard: 1, pullToday: 2, soon: 1 },
  })
})

test('the list follows the shop’s midnight, not the machine’s', async () => {
  const t = await testShop({ now: '2026-11-23T12:30:00Z', zone: 'Pacific/Auckland' })
  await t.call('stock.saveProduct', { name: 'Milk' })
  await t.call('stock.addBatch', { productId: 1, date: '2026-11-23', dateKind: 'use-by' })
  const { today: there, totals } = await t.call('stock.expiring', {})
  expect([there, totals]).toEqual(['2026-11-24', { expired: 1, expiredHard: 1, pullToday: 0, soon: 0 }])
})

test('what is pulled, binned, returned or sold lowers what is left, in parts, by name, and can be undone', async () => {
  const t = await cheeseShop()
  await t.call('stock.addBatch', { productId: 1, date: '-3', dateKind: 'use-by', quantity: 12 })
  const left = { ...cheese, dateKind: 'use-by', date: '2026-11-20', pullDay: '2026-11-20', received: 12 }
  expect(await t.call('stock.act', { batchId: 1, action: 'bin', quantity: 2, reason: 'mould' })).toEqual({
    ...left,
    remaining: 10,
  })
  expect((await t.call('stock.act', { batchId: 1, action: 'return', quantity: 0.3 })).remaining).toBe(9.7)
  expect(await t.problem('stock.act', { batchId: 1, action: 'bin', quantity: 10 })).toEqual({
    code: 'more-than-left',
    message: 'Only 9,7 are left of this batch. Nothing was changed.',
    field: 'quantity',
  })
  const { act } = await t.answer('stock.act', { batchId: 1, action: 'pull' })
  expect(act?.says).toBe('9,7 Queso Cabrales pulled')
  expect((await t.call('stock.expiring', {})).totals).toEqual({
    expired: 0,
    expiredHard: 0,
    pullToday: 0,
    soon: 0,
  })
  expect((await t.problem('stock.act', { batchId: 1, action: 'bin' })).code).toBe('none-left')
  expect(await t.shop.reader.selectFrom('stockActions').selectAll().execute()).toEqual([
    { id: 1, batchId: 1, action: 'bin', quantity: 2, reason: 'mould', atMs: t.now },
    { id: 2, batchId: 1, action: 'return', quantity: 0.3, reason: '', atMs: t.now },
    { id: 3, batchId: 1, action: 'pull', quantity: 9.7, reason: '', atMs: t.now },
  ])
  await t.call('shop.undo', {})
  expect((await t.call('stock.expiring', {})).expired.map(({ remaining }) => remaining)).toEqual([9.7])
  expect(await t.call('stock.act', { batchId: 1, action: 'sold' })).toEqual({ ...left, remaining: 0 })
  expect((await t.problem('stock.act', { batchId: 5, action: 'bin' })).code).toBe('no-batch')
})

test('a reduced batch stays listed until its date; one found fine is asked about again in a week', async () => {
  const t = await cheeseShop(5)
  await t.call('stock.addBatch', { productId: 1, date: '+3', dateKind: 'use-by' })
  await t.call('stock.addBatch', { productId: 1, date: '-1' })
  await t.call('stock.act', { batchId: 1, action: 'reduce' })
  await t.call('stock.act', { batchId: 2, action: 'still-fine' })
  const reasons = async () => {
    const { expired, pullToday, soon } = await t.call('stock.expiring', {})
    return [expired, pullToday, soon].map((rows) => rows.map(({ reason }) => reason))
  }
  expect(await reasons()).toEqual([
    [],
    [],
    [
      'reduced; use-by in 3 days · 26.11.',
      'best-before passed yesterday · 22.11.; found still fine, asked again in 7 days',
    ],
  ])
  t.now += 3 * 86_400_000
  expect((await reasons())[1]).toEqual(['reduced; use-by is today · 26.11.'])
  t.now += 4 * 86_400_000
  expect(await reasons()).toEqual([
    ['reduced; use-by passed 4 days ago · 26.11.', 'best-before passed 8 days ago · 22.11.'],
    [],
    [],
  ])
  for (const action of ['still-fine', 'reduce'] as const)
    expect((await t.problem('stock.act', { batchId: 1, action })).code).toBe('date-is-hard')
  expect((await t.problem('stock.act', { batchId: 2, action: 'still-fine', quantity: 0.5 })).code).toBe(
    'whole-batch',
  )
})

test('an undated batch can be reduced, binned and sold, but not found fine', async () => {
  const t = await cheeseShop()
  await t.call('stock.addBatch', { productId: 1, quantity: 5 })
  expect((await t.problem('stock.act', { batchId: 1, action: 'still-fine' })).code).toBe('no-date')
  expect((await t.call('stock.act', { batchId: 1, action: 'reduce' })).reduced).toBe(true)
  expect((await t.call('stock.act', { batchId: 1, action: 'bin' })).remaining).toBe(0)
})

test('the list holds exactly what the rules say, whatever is in stock', async () => {
  const kinds = ['use-by', 'best-before', 'after-opening'] as const
  const someBatch = fc.record({
    dateKind: fc.constantFrom(...kinds),
    inDays: fc.integer({ min: -20, max: 40 }),
    pulledIn: fc.integer({ min: -30, max: 30 }),
    remaining: fc.constantFrom(0, 1, 2.5),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(someBatch, { maxLength: 30 }), fc.nat(30), async (batches, soonDays) => {
      const t = await cheeseShop()
      const rows = batches.map(({ dateKind, inDays, pulledIn, remaining }) => ({
        productId: 1,
        dateKind,
        date: addDays(today, inDays),
        pullDay: addDays(today, pulledIn),
        pullDayMoved: 1 as const,
        received: 3,
        remaining,
        receivedDay: today,
      }))
      await t.shop.writer.transaction().execute(async (trx) => {
        const { id } = await trx
          .insertInto('acts')
          .values({ atMs: t.now, who: 'test', call: 'test', says: 'test' })
          .returning('id')
          .executeTakeFirstOrThrow()
        t.shop.connection.exec(`INSERT INTO temp.actNow (id) VALUES (${id})`)
        for (const row of rows) await trx.insertInto('batches').values(row).execute()
        t.shop.connection.exec('DELETE FROM temp.actNow')
      })
      const list = await t.call('stock.expiring', { soonDays })
      const expected = (where: string) =>
        rows.flatMap((row, i) =>
          row.remaining > 0 && standing(row satisfies DatedBatch, today, soonDays) === where ? [i + 1] : [],
        )
      const ids = (group: readonly { batchId: number }[]) =>
        group.map(({ batchId }) => batchId).toSorted((a, b) => a - b)
      expect([ids(list.expired), ids(list.pullToday), ids(list.soon)]).toEqual([
        expected('expired'),
        expected('pull-today'),
        expected('soon'),
      ])
      for (const group of [list.expired, list.pullToday]) {
        const rank = group.map(
          (row) =>
            [row.dateKind === 'use-by' ? 0 : row.dateKind === 'after-opening' ? 1 : 2, row.date] as const,
        )
        expect(rank).toEqual(rank.toSorted((a, b) => a[0] - b[0] || a[1].localeCompare(b[1])))
      }
    }),
    { numRuns: process.env.WELLKEPT_DEEP ? 200 : 10 },
  )
})

test('a date on a pack that is a century off is asked about, not taken', async () => {
  const t = await testShop({ now: '2026-11-24T08:00:00Z' })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk' })
  for (const date of ['24.11.1926', '1926-11-24'])
    expect(await t.problem('stock.addBatch', { productId, date })).toEqual({
      code: 'bad-date',
      message:
        '24 November 1926 is 100 years ago. Is 24 November 2026 meant? Then write 2026-11-24. Nothing was changed.',
      field: 'date',
    })
})

test('a quantity finer than thousandths is refused at its field', async () => {
  const t = await testShop()
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Saffron' })
  const refused = { field: 'quantity', message: 'Write the quantity with at most 3 decimals.' }
  expect(await t.problem('stock.addBatch', { productId, quantity: 0.0014 })).toMatchObject(refused)
  const batch = await t.call('stock.addBatch', { productId, quantity: 0.1 + 0.2 })
  expect(
    await t.problem('stock.act', { batchId: batch.batchId, action: 'bin', quantity: 0.0014 }),
  ).toMatchObject({
    field: 'quantity',
  })
  expect(await t.problem('stock.correctBatch', { batchId: batch.batchId, remaining: 0.0004 })).toMatchObject({
    field: 'remaining',
  })
})
