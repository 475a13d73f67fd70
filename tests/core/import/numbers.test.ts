import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalMarks, type DecimalMark } from '../../../src/core/numbers.ts'
import { parseQuantity } from '../../../src/core/price.ts'
import { columnNumbers } from '../../../src/core/import/numbers.ts'

const column = (...texts: string[]) => columnNumbers(texts.map((text, i) => ({ line: i + 2, text })))

test('one number that can be read in one way only decides the column', () => {
  expect(column('0.250', '12.500', '1.750', '103.125')).toEqual({ mark: '.', open: null })
  for (const decider of [
    '1,5',
    '1.234,50',
    '1.234.567',
    '0,999',
    '2,1250',
    '1234,567',
    '7 000,125 kg',
    '-3,5',
  ])
    expect([decider, column('1.299', decider)]).toEqual([decider, { mark: ',', open: null }])
})

test('a column where nothing decides, or that contradicts itself, stays open', () => {
  expect(column('12', '1.299', '2.499')).toEqual({ mark: null, open: { line: 3, text: '1.299' } })
  expect(column('1.5', '1,5', '€ 1.299')).toEqual({ mark: null, open: { line: 4, text: '€ 1.299' } })
  expect(column('1.5', '1,5')).toEqual({ mark: null, open: null })
  expect(column('12', '', 'many', '3-4')).toEqual({ mark: null, open: null })
})

const spellings = decimalMarks.flatMap((mark) =>
  ['', mark === '.' ? ',' : '.', ' ', '\u00a0', '\u202f', "'"].map((group) => ({ mark, group })),
)

interface Written {
  readonly whole: number
  readonly parts: number
  readonly decimals: number
}

const spell = ({ whole, parts, decimals }: Written, mark: DecimalMark, group: string) => {
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, group)
  return decimals === 0
    ? grouped
    : `${grouped}${mark}${String(parts % 10 ** decimals).padStart(decimals, '0')}`
}

test('2,000 columns in twelve spellings: each is read as it was written, or asked about, never misread', () => {
  const amount = fc.record({
    whole: fc.oneof(fc.nat(9), fc.nat(999), fc.nat(999_999)),
    parts: fc.nat(9999),
    decimals: fc.constantFrom(0, 1, 2, 3, 3, 4),
  })
  let [decided, open, misread] = [0, 0, 0]
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...spellings),
      // Programs write a column with a fixed number of decimals, people do not.
      fc.option(fc.constantFrom(0, 2, 3), { nil: undefined }),
      (amounts, { mark, group }, fixed) => {
        const written = amounts.map((one) => ({ ...one, decimals: fixed ?? one.decimals }))
        const texts = written.map((one) => spell(one, mark, group))
        const found = column(...texts)
        const asked = found.open !== null
        if (asked) open++
        else decided++
        const read = texts.map((text) => parseQuantity(text, found.mark ?? (asked ? mark : undefined)))
        const meant = written.map(
          ({ whole, parts, decimals }) => whole + (parts % 10 ** decimals) / 10 ** decimals,
        )
        for (const [i, quantity] of read.entries())
          if (!('quantity' in quantity) || Math.abs(quantity.quantity - meant[i]!) > 1e-9) misread++
        expect(misread).toBe(0)
      },
    ),
    { numRuns: process.env['WELLKEPT_DEEP'] ? 40_000 : 2000 },
  )
  expect(spellings).toHaveLength(12)
  expect(decided).toBeGreaterThan(open)
  expect(open).toBeGreaterThan(0)
})
