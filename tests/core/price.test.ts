import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalMarkOf } from '../../src/core/numbers.ts'
import { parsePrice, parseQuantity } from '../../src/core/price.ts'

const runs = (n: number) => ({ numRuns: process.env.WELLKEPT_DEEP ? n * 20 : n })

test.each([
  ['18', { minor: 1800 }],
  ['21.35', { minor: 2135 }],
  ['21,35', { minor: 2135 }],
  ['1.234,50', { minor: 123_450 }],
  ['1,234.50', { minor: 123_450 }],
  ['1 234,50', { minor: 123_450 }],
  ['1\u202f234,50 €', { minor: 123_450 }],
  ["CHF 1'234.50", { minor: 123_450 }],
  ['1,234,567.8', { minor: 123_456_780 }],
  ['€ 2,10', { minor: 210 }],
  ['2,10 €', { minor: 210 }],
  ['$2.5', { minor: 250 }],
  ['US$ 2.50', { minor: 250 }],
  ['kr. 12', { minor: 1200 }],
  ['2,-', { minor: 200 }],
  ['0', { minor: 0 }],
  ['0.999', { minor: 100, rounded: true }],
  ['1.234', { problem: '“1.234” can be read in two ways. Write 1234 or 1.23.' }],
  ['1,299 €', { problem: '“1,299 €” can be read in two ways. Write 1299 or 1.30.' }],
  ['1.234.567', { minor: 123_456_700 }],
  ['.50', { minor: 50 }],
  ['1 234.567', { minor: 123_457, rounded: true }],
  ['12,34,567.50', { minor: 123_456_750 }],
  ['2.1250', { minor: 213, rounded: true }],
  ['2.1200', { minor: 212 }],
  ['12.', { minor: 1200 }],
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
    { minor: 129_900, other: 130 },
    { minor: 130, other: 129_900, rounded: true },
    { minor: 2135 },
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
      expect(parsePrice(text)).toEqual({ minor })
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
