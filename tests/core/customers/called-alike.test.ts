import { expect, test } from 'vitest'
import { isCalledAlike, isCorrected } from '../../../src/core/customers/called-alike.ts'

test.each([
  ['Anna Berg', 'BERG, Anna', true],
  ['Anna Berg', 'berg anna', true],
  ['Anna Berg', 'Frau Dr. Ánna Berg', true],
  ['Anna Berg', 'Berg', true],
  ['Anna Berg', 'A. Berg', true],
  ['Anna Berg', 'Anna Maria Berg', true],
  ['Jörg Müller', 'Joerg Mueller', true],
  ['Anna Berg', 'Bo Berg', false],
  ['Anna Berg', 'Anna Ek', false],
  ['Herr Berg', 'Frau Berg', false],
  ['王伟', '王伟强', false],
])('under one number “%s” and “%s” are called alike: %s', (a, b, alike) => {
  expect([isCalledAlike(a, b), isCalledAlike(b, a)]).toEqual([alike, alike])
})

test.each([
  ['Anna Meier', 'Anna Meyer', true],
  ['Anna Meier', 'Anna Meir', true],
  ['Anna Meier', 'Meire Anna', true],
  ['Bernd Ek', 'Berndt Ek', true],
  ['Tim Meier', 'Tom Meier', false],
  ['Anna Meier', 'Anna Meier', false],
  ['Anna Meier', 'Anna Meierhof', false],
  ['Anna Meier', 'Bernd Meyer', false],
  ['Anna Meier', 'Meyer', false],
])('“%s” is “%s” with a letter corrected: %s', (a, b, corrected) => {
  expect([isCorrected(a, b), isCorrected(b, a)]).toEqual([corrected, corrected])
})
