import { expect, onTestFinished, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { olderShop } from '../../support/older-shop.ts'

/** A shop from before prices knew a currency, with one product and one limit in hundredths, opened now. */
async function opened(country: string, price: number, priceCap: number | null = null) {
  const { path, older } = olderShop(180)
  older.prepare(`INSERT INTO shop (id, name, country, zone) VALUES (1, 'Shop', ?, 'UTC')`).run(country)
  older.prepare(`INSERT INTO products (name, folded, priceMinor) VALUES ('Tea', 'tea', ?)`).run(price)
  older
    .prepare(
      `INSERT INTO promises (name, what, madeAtMs, toldAtMs, targetAtMs, priceCapMinor) VALUES ('Ann', 'Cake', 0, 0, 0, ?)`,
    )
    .run(priceCap)
  older.exec(`
    INSERT INTO acts (id, atMs, who, call, says) VALUES (1, 0, 'owner', 'shop.change', 'Price changed');
    INSERT INTO changes (actId, tableName, rowId, lastRowId, before)
      SELECT 1, 'products', id, id, json_object('id', id, 'name', name, 'priceMinor', 999) FROM products`)
  older.close()
  const shop = await openShop(path)
  if (!shop.ok) throw new Error(shop.problem.message)
  onTestFinished(() => shop.value.close())
  return shop.value
}

const seen = async (shop: Awaited<ReturnType<typeof opened>>) => ({
  ...(await shop.reader.selectFrom('shop').select('currency').executeTakeFirstOrThrow()),
  ...(await shop.reader.selectFrom('products').select('priceMills').executeTakeFirstOrThrow()),
  ...(await shop.reader.selectFrom('promises').select('priceCapMills').executeTakeFirstOrThrow()),
})

test('a shop gets the currency of its country, and every price stays the amount it was, in the log too', async () => {
  const shop = await opened('DE', 1250, 4999)
  expect(await seen(shop)).toEqual({ currency: 'EUR', priceMills: 12_500, priceCapMills: 49_990 })
  const { before } = await shop.reader.selectFrom('changes').select('before').executeTakeFirstOrThrow()
  expect(JSON.parse(before!)).toMatchObject({ name: 'Tea', priceMills: 9990 })
  expect(before).not.toContain('priceMinor')
})

test('where the currency has no decimals, whole prices go with it and others leave the shop without one', async () => {
  expect(await seen(await opened('JP', 125_000))).toMatchObject({ currency: 'JPY', priceMills: 1_250_000 })
  expect(await seen(await opened('JP', 125_000, 1250))).toEqual({
    currency: '',
    priceMills: 1_250_000,
    priceCapMills: 12_500,
  })
  const shop = await opened('JP', 1250)
  expect(await seen(shop)).toMatchObject({ currency: '', priceMills: 12_500 })
  // Its details are changed as before, and it may choose.
  const change = async (input: object) =>
    (await dispatch(shop, 'shop.change', input, { now: 0, zone: 'UTC' })).result
  expect(await change({ phone: '1' })).toMatchObject({ ok: true, value: { currency: '' } })
  expect(await change({ currency: 'JPY' })).toMatchObject({
    problem: { code: 'no-such-decimals', message: expect.stringContaining('is 12.50. Nothing') as string },
  })
  expect(await change({ currency: 'USD' })).toMatchObject({ ok: true, value: { currency: 'USD' } })
})

test('a shop whose country pays with no known currency has none', async () => {
  expect(await seen(await opened('AQ', 1250))).toMatchObject({ currency: '', priceMills: 12_500 })
})

test('undo of a country of before the update brings its currency back', async () => {
  const { path, older } = olderShop(180)
  older.exec(`
    INSERT INTO shop (id, name, country, zone) VALUES (1, 'Shop', 'JP', 'UTC');
    INSERT INTO acts (id, atMs, who, call, says) VALUES (1, 0, 'owner', 'shop.change', 'Shop details changed');
    INSERT INTO changes (actId, tableName, rowId, lastRowId, before)
      SELECT 1, 'shop', 1, 1, json_object('id', id, 'country', 'DE', 'name', name, 'zone', zone) FROM shop`)
  older.close()
  const shop = await openShop(path)
  if (!shop.ok) throw new Error(shop.problem.message)
  onTestFinished(() => shop.value.close())
  const { before } = await shop.value.reader
    .selectFrom('changes')
    .select('before')
    .where('tableName', '=', 'shop')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(before!)).toMatchObject({ country: 'DE', currency: 'EUR' })
})
