import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNumberTyped, isPhoneTyped, meantByNumber } from '../../../src/core/customers/typed-phone.ts'
import { runs } from '../../support/runs.ts'

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

test('a whole number means the one who has it, written for home or from abroad, never one of several', () => {
  const camille = row('04 78 12 34 56')
  const longer = row('04 78 12 34 56 7')
  expect(meantByNumber('04.78.12.34.56', [camille], 1)).toBe(camille)
  expect(meantByNumber('+33 4 78 12 34 56', [camille], 1)).toBe(camille)
  expect(meantByNumber('0033478123456', [camille], 1)).toBe(camille)
  expect(meantByNumber('0478123456', [row('+33 4 78 12 34 56, 06 11 22 33 44')], 1)).not.toBeNull()
  expect(meantByNumber('0611223344', [row('+33 4 78 12 34 56, 06 11 22 33 44')], 1)).not.toBeNull()
  expect(meantByNumber('0478123456', [camille, longer], 2)).toBe(camille)
  expect(meantByNumber('0478123456', [camille, row('0478 123456')], 2)).toBeNull()
  expect(meantByNumber('0478123456', [camille], 7)).toBeNull()
  expect(meantByNumber('0478123', [], 0)).toBeNull()
})

test.each([
  ['0478123', '04 78 12 34 56'],
  ['781234', '04 78 12 34 56'],
  ['23456', '04 78 12 34 56'],
  ['823456', '0171 5823456'],
  ['012345', '+49 30 5012345'],
  ['12345', '+49 30 12345 67'],
])('%s is a piece of %s: a search, and nobody is meant', (text, phone) => {
  expect(meantByNumber(text, [row(phone)], 1)).toBeNull()
})

test.each([
  ['1234567', '030 1234567'],
  ['123 45 67', '+49 30/1234567'],
  ['1234567', '(555) 123-4567'],
  ['1234567', '0301234567'],
  ['123456', '04 78 12 34 56, 06 11 22 33 44'],
])('%s is the local part of %s', (text, phone) => {
  const one = row(phone)
  expect(meantByNumber(text, [row('040 9912345670'), one], 2)).toBe(one)
  expect(meantByNumber(text, [one, row(phone)], 2)).toBeNull()
})

test('whatever stretch of a number is typed, it means its customer only as a whole or from the end on', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'123456789'), minLength: 7, maxLength: 9 })
  fc.assert(
    fc.property(digits, fc.nat(), fc.nat(), (national, from, length) => {
      const start = from % national.length
      const typed = national.slice(start, start + 5 + (length % 4))
      const phone = `0${national}`
      const isEnd = national.endsWith(typed) && typed.length >= 6
      const found = meantByNumber(typed, [row(phone)], 1)
      if (found) expect(isEnd || typed === national).toBe(true)
      expect(meantByNumber(phone, [row(phone)], 1)).not.toBeNull()
    }),
    runs(300),
  )
})

test('who is put aside is meant only where nobody else has the number', () => {
  const [here, aside] = [row('0478123456'), row('0478123456', true)]
  expect(meantByNumber('0478123456', [here, aside], 2)).toBe(here)
  expect(meantByNumber('0478123456', [aside], 1)).toBe(aside)
})
