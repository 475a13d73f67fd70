import { expect, test } from 'vitest'
import { amountWords, batchWords, shortAmount } from '../../../src/core/stock/words.ts'

test('a quantity is said with its unit, a pack’s size only where there is room', () => {
  const units = ['', 'kg', '10 boxes x 20 bags']
  expect(units.map((unit) => amountWords(1.5, unit))).toEqual(['1.5', '1.5 kg', '1.5 × 10 boxes x 20 bags'])
  expect(units.map((unit) => shortAmount(12, unit))).toEqual(['12', '12 kg', '12'])
  expect(units.map((unit) => batchWords(0.1 + 0.2, { name: 'Chai', unit }))).toEqual([
    '0.3 Chai',
    '0.3 kg Chai',
    '0.3 Chai',
  ])
})
