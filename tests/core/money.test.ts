import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countriesOf } from '../../src/core/currencies.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { currencies, currencyOf, digitsOf, smallestOf } from '../../src/core/money.ts'
import { parsePrice } from '../../src/core/price.ts'

const plain = (text: string) =>
  text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/[\u200e\u200f\u061c]/g, '')

test('a country pays with its currency', () => {
  expect(['DE', 'US', 'EG', 'JP', 'KW', 'CL', 'HR', 'CH', 'AQ', '', 'XX'].map(currencyOf)).toEqual([
    'EUR',
    'USD',
    'EGP',
    'JPY',
    'KWD',
    'CLP',
    'EUR',
    'CHF',
    '',
    '',
    '',
  ])
})

test('a currency has the decimals of ISO 4217', () => {
  expect(['JPY', 'KRW', 'VND', 'CLP', 'XOF', 'ISK'].map(digitsOf)).toEqual([0, 0, 0, 0, 0, 0])
  expect(['EUR', 'USD', 'EGP', 'CHF', 'INR', ''].map(digitsOf)).toEqual([2, 2, 2, 2, 2, 2])
  expect(['KWD', 'BHD', 'TND', 'JOD', 'OMR', 'LYD'].map(digitsOf)).toEqual([3, 3, 3, 3, 3, 3])
  for (const currency of currencies) expect([1, 10, 1000]).toContain(smallestOf(currency))
})

test('a price is written as the Unicode CLDR has it for the country', () => {
  const price = (country: string, mills: number) =>
    plain(formatsOf(country, currencyOf(country)).price(mills))
  expect([price('DE', 12_500), price('US', 12_500), price('GB', 12_500)]).toEqual([
    '12,50 €',
    '$12.50',
    '£12.50',
  ])
  expect([price('JP', 1_250_000), price('VN', 12_500_000), price('CV', 12_500)]).toEqual([
    '￥1,250',
    '12.500 ₫',
    '12,50 ​',
  ])
  expect(price('KW', 1250)).toContain('1.250')
  // What is on file is never written as less than it is.
  expect(price('JP', 12_500)).toBe('￥12.5')
})

test('the price that a shop of any country shows is read back the same', () => {
  const countries = Object.values(countriesOf).flatMap((list) => list.split(' '))
  fc.assert(
    fc.property(fc.constantFrom(...countries), fc.nat(999_999_999), (country, units) => {
      const currency = currencyOf(country)
      const formats = formatsOf(country, currency)
      const mills = units * smallestOf(currency)
      fc.pre(mills <= 1e12)
      expect(parsePrice(formats.price(mills), undefined, formats.money)).toEqual({ mills })
    }),
    { numRuns: process.env.WELLKEPT_DEEP ? 20_000 : 1000 },
  )
})

test('typed prices have the decimals of the shop’s currency', () => {
  const read = (text: string, country: string) =>
    parsePrice(text, undefined, formatsOf(country, currencyOf(country)).money)
  expect([read('1.250', 'JP'), read('1,250', 'JP'), read('12.5', 'JP')]).toEqual([
    { mills: 1_250_000 },
    { mills: 1_250_000 },
    { mills: 13_000, rounded: true },
  ])
  expect([read('1.250', 'KW'), read('1,250', 'TN'), read('1.2345', 'KW')]).toEqual([
    { mills: 1250 },
    { mills: 1250 },
    { mills: 1235, rounded: true },
  ])
  expect(read('1.299', 'DE')).toEqual({
    problem: '“1.299” can be read in two ways. Write 1299 or 1.30.',
  })
})

test('a price in another currency is refused by its code or sign; what may be the shop’s own is taken', () => {
  const read = (text: string, country: string) =>
    parsePrice(text, undefined, formatsOf(country, currencyOf(country)).money)
  for (const [country, own] of [
    ['DE', ['EUR 2,10', '2,10 €', '€2.10', '2,10', 'Eur 2,10']],
    ['US', ['$2.10', 'US$ 2.10', 'USD 2.10', '2.10 $']],
    ['CA', ['$2.10', 'CA$2.10', 'CAD 2.10']],
    ['US', ['USD2.10', '2.10USD']],
    ['IN', ['₹2.10', 'Rs. 2.10', 'Rs 2.10']],
    ['SE', ['2,10 kr', 'kr 2,10', 'SEK 2,10']],
    ['CH', ['CHF 2.10', 'Fr. 2.10']],
    ['CN', ['RMB 2.10', '2.10 RMB']],
    ['SA', ['SR 2.10']],
    ['KW', ['KD 2.100', '2.100 KD']],
    ['KE', ['KSh 2.10', 'Ksh. 2.10']],
    ['PH', ['P2.10', '₱2.10']],
    ['NO', ['2kr10', '2,10 kr', 'NKr. 2,10']],
  ] as const)
    for (const text of own)
      expect([country, text, read(text, country)]).toEqual([country, text, { mills: 2100 }])
  expect(['USD.99', '$.99', '.99'].map((text) => read(text, 'US'))).toEqual(
    Array.from({ length: 3 }, () => ({ mills: 990 })),
  )
  expect(['¥210', '￥210', '210 JPY', '210円', '210 yen'].map((text) => read(text, 'JP'))).toEqual(
    Array.from({ length: 5 }, () => ({ mills: 210_000 })),
  )
  for (const [text, other] of [
    ['USD 2.10', 'USD'],
    ['2.10 USD', 'USD'],
    ['$3,00', '$'],
    ['US$ 3,00', 'US$'],
    ['3,00 $', '$'],
    ['£3,00', '£'],
    ['¥300', '¥'],
    ['kr 30,00', 'kr'],
    ['30,00 zł', 'zł'],
    ['Fr. 5,00', 'Fr.'],
    ['SFr 3,00', 'SFr'],
    ['5,00 Fr.', 'Fr.'],
    ['30 TL', 'TL'],
    ['R 30', 'R'],
    ['80p', 'p'],
  ] as const)
    expect(read(text, 'DE')).toEqual({
      problem: `“${text}” is in ${other}; the prices of this shop are in EUR.`,
    })
  for (const [text, other] of [
    ['50 ct', 'ct'],
    ['50 c', 'c'],
    ['2x', 'x'],
  ] as const)
    expect(read(text, 'DE')).toEqual({
      problem: `What “${other}” means in “${text}” is not known; the prices of this shop are in EUR.`,
    })
  for (const text of ['2,10 Stk', '€ 2,10 TTC', '2,10 A', 'je 2,10', '2,10 €'])
    expect([text, read(text, 'DE')]).toEqual([text, { mills: 2100 }])
  expect(read('US$ 3.00', 'CA')).toHaveProperty('problem')
  // A shop without a currency takes any.
  expect(parsePrice('£3,00')).toEqual({ mills: 3000 })
})

test('a sign in the place of the mark is read as one, and between two other numbers not at all', () => {
  const { money } = formatsOf('FR', 'EUR')
  const read = (text: string) => parsePrice(text, undefined, money)
  expect(['3€50', '1 234€50', '12€05 '].map(read)).toEqual(
    [3500, 1_234_500, 12_050].map((mills) => ({ mills })),
  )
  for (const text of ['3 € 50', '3€5', '3€500', '1 €500'])
    expect([text, read(text)]).toEqual([text, { problem: `“${text}” is not a price.` }])
})
