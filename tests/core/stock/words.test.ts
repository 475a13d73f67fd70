import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuantity, writtenQuantity } from '../../../src/core/price.ts'
import { runs } from '../../support/runs.ts'
import { amountWords, batchWords, clearQuantity, shortAmount } from '../../../src/core/stock/words.ts'

test('a quantity is said with its unit, a pack’s size only where there is room', () => {
  const units = ['', 'kg', '10 boxes x 20 bags']
  expect(units.map((unit) => amountWords(1.5, unit, '.'))).toEqual([
    '1.5',
    '1.5 kg',
    '1.5 × 10 boxes x 20 bags',
  ])
  expect(units.map((unit) => shortAmount(12, unit, '.'))).toEqual(['12', '12 kg', '12'])
  expect(units.map((unit) => batchWords(0.1 + 0.2, { name: 'Chai', unit }, '.'))).toEqual([
    '0.3 Chai',
    '0.3 kg Chai',
    '0.3 Chai',
  ])
})

test('a quantity is said with the mark of the shop’s country, as it is typed there', () => {
  expect(amountWords(103.125, 'kg', ',')).toBe('103,125 kg')
  expect(shortAmount(0.5, '', ',')).toBe('0,5')
  expect(batchWords(1.3, { name: 'Bergkäse', unit: 'kg' }, ',')).toBe('1,3 kg Bergkäse')
  expect(clearQuantity(1.299, ',')).toBe('1,299 (a little over 1)')
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom('.' as const, ',' as const), (thousandths, mark) => {
      const read = parseQuantity(writtenQuantity(thousandths / 1000, mark), mark)
      expect('quantity' in read && read.quantity).toBe(thousandths / 1000)
    }),
    runs(300),
  )
})
