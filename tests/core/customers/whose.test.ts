import { expect, test } from 'vitest'
import { whoseKey, whoseKeys } from '../../../src/core/customers/whose.ts'

test('a no kept under a name without its vowel signs is still found', () => {
  expect(whoseKey('राम शर्मा')).not.toBe(whoseKey('रमा शर्मा'))
  expect(whoseKeys('राम शर्मा')).toEqual([whoseKey('राम शर्मा'), whoseKey('रम शरम')])
  expect(whoseKeys('Jörg Müller')).toEqual([whoseKey('Jorg Muller'), whoseKey('Joerg Mueller')])
})
