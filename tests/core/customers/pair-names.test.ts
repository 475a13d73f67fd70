import { expect, test } from 'vitest'
import { comparedName, isOneEdit, nameRelation } from '../../../src/core/customers/pair-names.ts'

test.each([
  ['Anna Berg', 'anna  berg', 'same'],
  ['Jürgen Müller', 'Juergen Mueller', 'same'],
  ['Sofie Meier', 'Sophie Meyer', 'same'],
  ['Anne-Marie Levy', 'Annemarie Lévy', 'same'],
  ['Dr. Anna Berg', 'Berg, Anna', 'same'],
  ['Anna Berg', 'Berg Anna', 'turned'],
  ['Bernhard Vogel', 'Berhnard Vogel', 'alike'],
  ['Anna Lindemann', 'Anna Lindeman', 'same'],
  ['Anna Lindemann', 'Anna Linemann', 'alike'],
  ['Anna Lindemann', 'Linemann Anna', 'alike'],
  ['Anna Berg', 'Anna Maria Berg', 'longer'],
  ['Cora Lee', 'Cora Lee-Smith', 'longer'],
  ['A. Berg', 'Anna Berg', 'initial'],
  ['C. Berg', 'Carl Berg', 'initial'],
  ['Anna M. Berg', 'Anna Maria Berg', 'initial'],
  ['Frau Berg', 'Anna Berg', 'part'],
  ['Anna Berg', 'Anna Klein', 'first'],
  ['Anna Berg', 'Bert Berg', 'family'],
  ['Julian Berg', 'Julia Berg', 'family'],
  ['Christian Berg', 'Christina Berg', 'family'],
  ['Lena Berg', 'Lina Berg', 'family'],
  ['Andrea Berg', 'Andreas Berg', 'family'],
  ['Hans Berg', 'Hans Berg jun.', 'generation'],
  ['Hans Berg sen.', 'Hans Berg junior', 'generation'],
  ['John Smith II', 'John Smith III', 'generation'],
  ['Herr Berg', 'Frau Berg', 'other'],
  ['Familie Berg', 'Anna Berg', 'other'],
  ['Anna & Bert Berg', 'Anna Berg', 'other'],
  ['Familie Berg', 'Anna & Bert Berg', 'part'],
  ['Anna Berg', 'Bert Klein', 'other'],
  ['佐藤 美咲', '佐藤 美咲', 'same'],
])('%s and %s: %s', (one, other, relation) => {
  expect(nameRelation(comparedName(one), comparedName(other))).toBe(relation)
  expect(nameRelation(comparedName(other), comparedName(one))).toBe(relation)
})

test.each([
  ['berg', 'bergs', true],
  ['berg', 'breg', true],
  ['berg', 'borg', true],
  ['berg', 'berg', false],
  ['berg', 'bregs', false],
  ['', 'a', true],
  ['ab', 'ba', true],
  ['abc', 'cba', false],
])('%s and %s are one slip apart: %s', (one, other, is) => {
  expect([isOneEdit(one, other), isOneEdit(other, one)]).toEqual([is, is])
})
