import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../support/runs.ts'
import { testShop, type TestShop } from '../support/shop.ts'

const cap = async (t: TestShop, priceCap: string) =>
  (await t.call('promises.make', { name: 'Ann', what: 'Cake', told: '2027-12-03T15:30', priceCap })).id

const capMills = async (t: TestShop, promiseId: number) =>
  (await t.call('promises.one', { promiseId })).priceCapMills

function chai(t: TestShop, price: string) {
  const path = join(t.folder, 'products.csv')
  writeFileSync(path, `Name,Price\nChai,${price}\n`)
  return t.answer('stock.importProducts', { path, commit: true })
}

test('a shop that is set up has the currency of its country', async () => {
  const t = await testShop({ setUp: false })
  expect(await t.call('shop.setUp', { name: 'A', country: 'KW', zone: 'Asia/Kuwait' })).toMatchObject({
    currency: 'KWD',
  })
  expect(await capMills(t, await cap(t, '1.250'))).toBe(1250)
})

test('another currency leaves each price as it is written, and undo brings the old one back', async () => {
  const t = await testShop()
  const id = await cap(t, '12,50')
  expect(await t.call('shop.change', { currency: 'KWD' })).toMatchObject({ currency: 'KWD' })
  expect(await capMills(t, id)).toBe(12_500)
  await t.call('shop.undo', {})
  expect(await t.call('shop.details', {})).toMatchObject({ currency: 'EUR' })
  expect(await capMills(t, id)).toBe(12_500)
})

test('a currency without the decimals of a price on file is refused at its field; whole prices go', async () => {
  const t = await testShop()
  await cap(t, '12')
  expect(await t.call('shop.change', { currency: 'JPY' })).toMatchObject({ currency: 'JPY' })
  await t.call('shop.change', { currency: 'EUR' })
  await cap(t, '12,50')
  expect(await t.problem('shop.change', { currency: 'JPY' })).toEqual({
    code: 'no-such-decimals',
    message:
      'Japanese Yen (JPY) has no decimals, and a price on file is 12,50\u00a0€. Nothing was changed. Round the prices first, or choose another currency.',
    field: 'currency',
  })
  expect(await t.problem('shop.change', { currency: 'EURO' })).toMatchObject({ field: 'currency' })
})

test('a country alone takes its currency along only while no price is on file', async () => {
  const t = await testShop()
  expect(await t.call('shop.change', { country: 'US' })).toMatchObject({ currency: 'USD' })
  expect(await t.call('shop.change', { country: 'FR', currency: 'USD' })).toMatchObject({ currency: 'USD' })
  expect(await t.call('shop.change', { country: 'GB' })).toMatchObject({ currency: 'USD' })
  await t.call('shop.change', { currency: 'GBP' })
  await cap(t, '12.50')
  expect(await t.call('shop.change', { country: 'DE' })).toMatchObject({ currency: 'GBP' })
})

test('a price is not brought back into another currency, and comes back once the old one is chosen', async () => {
  const t = await testShop({ setUp: false })
  await t.call('shop.setUp', { name: 'A', country: 'JP', zone: 'Asia/Tokyo' })
  const { act } = await t.answer('promises.make', {
    name: 'Ann',
    what: 'Cake',
    told: '2027-12-03T15:30',
    priceCap: '1299',
  })
  await t.call('shop.undo', {})
  expect(await t.call('shop.change', { country: 'DE' })).toMatchObject({ currency: 'EUR' })
  expect(await t.problem('shop.redo', { actId: act!.id })).toMatchObject({
    code: 'other-currency',
    message:
      'Its prices were in Japanese Yen (JPY), and the shop now counts in Euro (EUR). Nothing was changed. Choose the old currency in Settings first, or enter it anew.',
  })
  await t.call('shop.change', { currency: 'JPY' })
  await t.call('shop.redo', { actId: act!.id })
  expect(await capMills(t, 1)).toBe(1_299_000)
})

test('an undo brings no currency back that a price on file has too many decimals for', async () => {
  const t = await testShop()
  const { act } = await t.answer('shop.change', { currency: 'KWD' })
  const id = await cap(t, '1,255')
  const refused = await t.problem('shop.undo', { actId: act!.id })
  expect(refused).toMatchObject({ code: 'no-such-decimals' })
  expect(refused.message).toMatch(/ a price would be 1[.,]255\. /)
  expect(await t.call('shop.details', {})).toMatchObject({ currency: 'KWD' })
  expect(await capMills(t, id)).toBe(1255)
})

test('what has no price comes back in any currency', async () => {
  const t = await testShop()
  const { act } = await t.answer('promises.make', { name: 'Ann', what: 'Cake', told: '2027-12-03T15:30' })
  await t.call('shop.undo', {})
  await t.call('shop.change', { currency: 'JPY' })
  expect((await t.answer('shop.redo', { actId: act!.id })).result.ok).toBe(true)
})

test('a limit that was cleared is not brought back into another currency by its undo', async () => {
  const t = await testShop()
  const id = await cap(t, '100')
  const { act } = await t.answer('promises.change', { promiseId: id, priceCap: '' })
  const { act: noted } = await t.answer('promises.change', { promiseId: id, note: 'No nuts' })
  expect(await t.call('shop.change', { country: 'US' })).toMatchObject({ currency: 'USD' })
  await t.call('shop.undo', { actId: noted!.id })
  expect(await t.problem('shop.undo', { actId: act!.id })).toEqual({
    code: 'other-currency',
    message:
      'Its prices were in Euro (EUR), and the shop now counts in US Dollar (USD). Nothing was changed. Choose the old currency in Settings first, or enter it anew.',
  })
  expect(await capMills(t, id)).toBeNull()
})

test('prices entered since are not put into another currency by an undo or a redo of the country', async () => {
  const t = await testShop()
  const { act: moved } = await t.answer('shop.change', { country: 'US' })
  const { act: product } = await chai(t, '10.50')
  expect(await t.problem('shop.undo', { actId: moved!.id })).toEqual({
    code: 'other-currency',
    message:
      'Prices have been entered in US Dollar (USD) since, and the shop would count in Euro (EUR). Nothing was changed. Change its country or currency in Settings instead.',
  })
  expect(await t.call('shop.details', {})).toMatchObject({ country: 'US', currency: 'USD' })
  await t.call('shop.undo', { actId: product!.id })
  await t.call('shop.undo', { actId: moved!.id })
  const id = await cap(t, '12')
  expect(await t.problem('shop.redo', { actId: moved!.id })).toMatchObject({ code: 'other-currency' })
  await t.call('promises.change', { promiseId: id, priceCap: '' })
  expect((await t.answer('shop.redo', { actId: moved!.id })).result.ok).toBe(true)
  // The product's price was in dollars, which are counted in again.
  expect((await t.answer('shop.redo', { actId: product!.id })).result.ok).toBe(true)
})

test('where a currency was brought back by a redo, what was priced before that does not come into it', async () => {
  const t = await testShop()
  const id = await cap(t, '100')
  const { act: dollars } = await t.answer('shop.change', { currency: 'USD' })
  await t.call('shop.undo', {})
  const { act: cleared } = await t.answer('promises.change', { promiseId: id, priceCap: '' })
  await t.call('shop.redo', { actId: dollars!.id })
  expect(await t.problem('shop.undo', { actId: cleared!.id })).toMatchObject({ code: 'other-currency' })
})

test('what leaves the price as it is comes and goes in any currency', async () => {
  const t = await testShop()
  await chai(t, '10')
  const { act } = await t.answer('stock.saveProduct', { productId: 1, name: 'Chai tea' })
  await t.call('shop.change', { currency: 'USD' })
  for (const call of ['shop.undo', 'shop.redo'])
    expect((await t.answer(call, { actId: act!.id })).result.ok).toBe(true)
})

const step = fc.oneof(
  fc.record({ does: fc.constant('make' as const), price: fc.constantFrom('', '10', '12') }),
  fc.record({
    does: fc.constant('price' as const),
    price: fc.constantFrom('', '10', '12'),
    which: fc.nat(3),
  }),
  fc.record({ does: fc.constant('import' as const), price: fc.constantFrom('10', '12') }),
  fc.record({ does: fc.constant('country' as const), country: fc.constantFrom('DE', 'US', 'JP') }),
  fc.record({ does: fc.constant('currency' as const), currency: fc.constantFrom('EUR', 'USD', 'GBP') }),
  ...[0, 1, 2].map((back) => fc.record({ does: fc.constant('turn' as const), back: fc.constant(back) })),
)
const ordinary = runs(20)

test(`no undo and no redo says a price in a currency in which it was never said (${ordinary.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const t = await testShop()
      const acts: { id: number; stands: boolean }[] = []
      const said = new Set<string>()
      const prices = async () => {
        const { currency } = (await t.call('shop.details', {}))!
        const caps = await t.shop.reader
          .selectFrom('promises')
          .select(['id', 'priceCapMills as mills'])
          .execute()
        const products = await t.shop.reader
          .selectFrom('products')
          .select(['id', 'priceMills as mills'])
          .execute()
        const words = (kind: string) => (row: { id: number; mills: number | null }) =>
          row.mills === null ? [] : [`${kind} ${row.id}: ${row.mills} ${currency}`]
        return [...caps.flatMap(words('cap')), ...products.flatMap(words('product'))]
      }
      const doNew = async (name: string, input: object) => {
        const { act } = await t.answer(name, input)
        if (act) acts.push({ id: act.id, stands: true })
      }
      for (const one of steps) {
        t.now += 60_000
        const promise = { name: 'Ann', what: 'Cake', told: '2027-12-03T15:30' }
        if (one.does === 'make') await doNew('promises.make', { ...promise, priceCap: one.price })
        if (one.does === 'price')
          await doNew('promises.change', { promiseId: one.which + 1, priceCap: one.price })
        if (one.does === 'country') await doNew('shop.change', { country: one.country })
        if (one.does === 'currency') await doNew('shop.change', { currency: one.currency })
        if (one.does === 'import') {
          const { act } = await chai(t, one.price)
          if (act) acts.push({ id: act.id, stands: true })
        }
        if (one.does !== 'turn') for (const words of await prices()) said.add(words)
        else if (acts.length > 0) {
          const act = acts.at(-1 - (one.back % acts.length))!
          const { result } = await t.answer(act.stands ? 'shop.undo' : 'shop.redo', { actId: act.id })
          if (result.ok) act.stands = !act.stands
          expect((await prices()).filter((words) => !said.has(words))).toEqual([])
        }
      }
    }),
    ordinary,
  )
})
