import { expect, test } from 'vitest'
import { detailWords } from '../../../src/core/customers/detail-words.ts'
import { detailNames } from '../../../src/core/customers/person.ts'
import { formatsOf } from '../../../src/core/formats.ts'

const formats = formatsOf('DE')

test('a birthday, a language and a way to reach somebody are written in words, all else as it is', () => {
  expect(detailWords('birthday', '--02-29', formats)).toBe('29 February')
  expect(detailWords('birthday', '1980-02-29', formats)).toBe('29 February 1980')
  expect(detailWords('language', 'de-CH', formats)).toBe('German (CH)')
  expect(detailWords('reachBy', 'phone', formats)).toBe('Phone')
  expect(detailWords('name', '--02-29', formats)).toBe('--02-29')
  expect(detailWords('phone', 'de', formats)).toBe('de')
})

test('what is not kept is said by no word', () => {
  expect(detailNames.map((field) => detailWords(field, '', formats)).join('')).toBe('')
})
