import { expect, test } from 'vitest'
import { phonesIn, sharePhone } from '../../../src/core/customers/phones.ts'

test.each([
  ['0171 2345678', '+49 171 2345678', true],
  ['030 123456', '+49 30 123456', true],
  ['0171 2345678', '+49 171 2345679', false],
  // An extension is the end of many a number.
  ['23456', '4923456', false],
  ['234567', '49234567', true],
  ['234567', '12349234567', false],
] as const)('%s and %s: one number %s', (one, other, isOne) => {
  expect(sharePhone(phonesIn(one), phonesIn(other))).toBe(isOne)
  expect(sharePhone(phonesIn(other), phonesIn(one))).toBe(isOne)
})
