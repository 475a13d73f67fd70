import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalMarkOf } from '../../src/core/numbers.ts'
import { parsePrice, parseQuantity } from '../../src/core/price.ts'

const runs = (n: number) => ({ numRuns: process.env.WELLKEPT_DEEP ? n * 20 : n })

test.each([
  ['18', { mills: 18000 }],
  ['21.35', { mills: 21350 }],
  ['21,35', { mills: 21350 }],
  ['1.234,50', { mills: 1_234_500 }],
  ['1,234.50', { mills: 1_234_500 }],
  ['1 234,50', { mills: 1_234_500 }],
  ['1\u202f234,50 €', { mills: 1_234_500 }],
  ["CHF 1'234.50", { mills: 1_234_500 }],
  ['1,234,567.8', { mills: 1_234_567_800 }],
  ['€ 2,10', { mills: 2100 }],
  ['2,10 €', { mills: 2100 }],
  ['$2.5', { mills: 2500 }],
  ['US$ 2.50', { mills: 2500 }],
  ['kr. 12', { mills: 12000 }],
  ['2,-', { mills: 2000 }],
  ['0', { mills: 0 }],
  ['0.999', { mills: 1000, rounded: true }],
  ['1.234', { problem: '“1.234” can be read in two ways. Write 1234 or 1.23.' }],
  ['1,299 €', { problem: '“1,299 €” can be read in two ways. Write 1299 or 1.30.' }],
  ['1.234.567', { mills: 1_234_567_000 }],
  ['.50', { mills: 500 }],
  ['1 234.567', { mills: 1_234_570, rounded: true }],
  ['12,34,567.50', { mills: 1_234_567_500 }],
  ['2.1250', { mills: 2130, rounded: true }],
  ['2.1200', { mills: 2120 }],
  ['12.', { mills: 12000 }],
  ['', { empty: true }],
  ['-3', { problem: '“-3” is below zero.' }],
  ['€ -3,00', { problem: '“€ -3,00” is below zero.' }],
  ['1,23,45', { problem: '“1,23,45” is not a price.' }],
  ['1.2.3,4,5', { problem: '“1.2.3,4,5” is not a price.' }],
  ['call us', { problem: '“call us” is not a price.' }],
  ['999999999999', { problem: '“999999999999” is more than a price can be.' }],
])('the price %j', (text, price) => {
  expect(parsePrice(text)).toEqual(price)
})

test('what can be read in two ways is read by the shop’s mark, with the other reading beside it', () => {
  expect([parsePrice('1.299', ','), parsePrice('1.299', '.'), parsePrice('21.35', ',')]).toEqual([
    { mills: 1_299_000, other: 1300 },
    { mills: 1300, other: 1_299_000, rounded: true },
    { mills: 21350 },
  ])
  expect([parseQuantity('12,500', ','), parseQuantity('12,500', '.'), parseQuantity('12,500')]).toEqual([
    { quantity: 12.5, other: 12_500 },
    { quantity: 12_500, other: 12.5 },
    { problem: '“12,500” can be read in two ways. Write 12500 or 12.5000.' },
  ])
  expect(['DE', 'US', 'CH', 'FR', 'GB', 'MX', 'BR', 'IN', '', 'XX'].map(decimalMarkOf).join(' ')).toBe(
    ', . . , . . , . . .',
  )
})

test('a price is read as it was written, in German, English, French and Swiss', () => {
  const locales = ['de-DE', 'en-US', 'fr-FR', 'de-CH', 'sv-SE']
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom(...locales), fc.boolean(), (minor, locale, grouped) => {
      const text = (minor / 100).toLocaleString(locale, {
        style: 'currency',
        currency: 'EUR',
        useGrouping: grouped,
      })
      expect(parsePrice(text)).toEqual({ mills: minor * 10 })
    }),
    runs(300),
  )
})

test('a quantity keeps its decimals', () => {
  expect(
    ['39', '1,5', '0.250', '1.200,5', '', '-2', 'many', '2000000'].map((text) => parseQuantity(text)),
  ).toEqual([
    { quantity: 39 },
    { quantity: 1.5 },
    { quantity: 0.25 },
    { quantity: 1200.5 },
    { empty: true },
    { problem: '“-2” is below zero.' },
    { problem: '“many” is not a quantity.' },
    { problem: '“2000000” is more than a million.' },
  ])
})
