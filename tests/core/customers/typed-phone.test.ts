import { expect, test } from 'vitest'
import { isNumberTyped, isPhoneTyped, meantByNumber } from '../../../src/core/customers/typed-phone.ts'

test.each(['0478123', '04 78 12 34 56', '+33 (0)4.78.12/34-56', '12345'])('“%s” is a number', (text) => {
  expect(isNumberTyped(text)).toBe(true)
  expect(isPhoneTyped(text)).toBe(true)
})

test.each(['', '1234', 'Anna 04 78 12 34 56', 'Table 12345', '+ ( )'])('“%s” may be a name', (text) => {
  expect(isNumberTyped(text)).toBe(false)
})

test('a day and a row of zeros are neither a name nor a phone', () => {
  for (const text of ['24.12.2026', '00000']) {
    expect(isNumberTyped(text)).toBe(true)
    expect(isPhoneTyped(text)).toBe(false)
  }
})

const row = (phone: string, isAside = false) => ({ phone, isAside })

test('a number means the one who has it, never one of several', () => {
  const camille = row('04 78 12 34 56')
  const longer = row('04 78 12 34 56 7')
  expect(meantByNumber('0478123', [camille], 1)).toBe(camille)
  expect(meantByNumber('+33 4 78 12 34 56', [camille], 1)).toBe(camille)
  expect(meantByNumber('0478123', [camille, longer], 2)).toBeNull()
  expect(meantByNumber('0478123456', [camille, longer], 2)).toBe(camille)
  expect(meantByNumber('0478123456', [camille, row('0478 123456')], 2)).toBeNull()
  expect(meantByNumber('0478123456', [camille], 7)).toBeNull()
  expect(meantByNumber('0478123', [], 0)).toBeNull()
})

test('who is put aside is meant only where nobody else has the number', () => {
  const [here, aside] = [row('0478123456'), row('0478123456', true)]
  expect(meantByNumber('0478123', [here, aside], 2)).toBe(here)
  expect(meantByNumber('0478123', [aside], 1)).toBe(aside)
})
