import { expect, test } from 'vitest'
import {
  cellReader,
  correctMapping,
  guessMapping,
  uniqueHeader,
  type ImportField,
} from '../../../src/core/import/mapping.ts'

const fields: readonly ImportField[] = [
  { name: 'name', aliases: ['name', 'contact'] },
  { name: 'email', aliases: ['e mail', 'email'] },
  { name: 'phone', aliases: ['phone', 'telefon', 'tel'] },
]

test('every column gets a name of its own', () =>
  expect(uniqueHeader([' Phone ', '', 'Phone', 'Phone (2)', ''])).toEqual([
    'Phone',
    'Column 2',
    'Phone (2)',
    'Phone (2) (2)',
    'Column 5',
  ]))

test('columns are recognised by their names in any case, accent and punctuation', () =>
  expect(guessMapping(['E-MAIL', 'Téléfon', 'NAME'], fields)).toEqual({
    email: 'E-MAIL',
    phone: 'Téléfon',
    name: 'NAME',
  }))

test('of two columns the one with the better name is taken, and each only once', () =>
  expect(guessMapping(['Contact', 'Name', 'Email', 'E-mail'], fields)).toEqual({
    name: 'Name',
    email: 'E-mail',
  }))

test('words that only say whose it is do not matter', () =>
  expect(guessMapping(['Customer name', 'Customer e-mail', 'Work phone'], fields)).toEqual({
    name: 'Customer name',
    email: 'Customer e-mail',
    phone: 'Work phone',
  }))

test('a field that decides who is who is filled by a header that is its whole word', () => {
  const own: ImportField = { name: 'number', aliases: ['number', 'customer number'], isWhole: true }
  expect(guessMapping(['Contact number', 'Name'], [own, ...fields])).toEqual({ name: 'Name' })
  expect(guessMapping(['Customer-Number', 'Name'], [own, ...fields])).toEqual({
    number: 'Customer-Number',
    name: 'Name',
  })
})

test('a correction wins, frees the column it took, and a blank one takes the field out', () => {
  const header = ['A', 'B', 'C']
  const guess = { name: 'A', email: 'B', phone: 'C' }
  expect(correctMapping(header, guess, { name: 'B', phone: '' })).toEqual({
    mapping: { name: 'B' },
    unknown: [],
  })
  expect(correctMapping(header, guess, { name: 'Z' })).toEqual({ mapping: guess, unknown: ['Z'] })
})

test('cells are read by field, trimmed, and are blank where there are none', () => {
  const cell = cellReader(['A', 'B'], { name: 'B' })
  expect([cell(['x', ' y '], 'name'), cell(['x'], 'name'), cell(['x', 'y'], 'email')]).toEqual(['y', '', ''])
})
