import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { fieldWords } from '../../../src/core/shop/field-words.ts'

const formats = formatsOf('DE', 'EUR')

test.each([
  ['day', '2026-11-30', '30 Nov 2026'],
  ['day', '--02-29', '29 February'],
  ['day', 'some day', 'some day'],
  ['yesNo', 0, 'no'],
  ['money', 12_500, '12,50 €'],
  ['number', 1234, '1.234'],
  ['text', '<b>', '<b>'],
] as const)('a %s that is stored as %s is %s', (kind, value, words) => {
  expect(fieldWords(value, kind, 'Europe/Berlin', formats)?.replaceAll('\u00a0', ' ')).toBe(words)
  expect(fieldWords(null, kind, 'Europe/Berlin', formats)).toBe(null)
})
