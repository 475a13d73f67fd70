import { expect, test } from 'vitest'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { guessPromiseMapping } from '../../../src/core/promises/promise-columns.ts'

const read = (column: string, ...cells: readonly string[]) => {
  const header = ['Voornaam', column, 'Achternaam', 'Due']
  const cellsOf = (one: string) => (one === column ? cells : cells.map(() => 'Jan'))
  const customers = guessCustomerMapping(header, () => false, cellsOf)
  return [customers['namePrefix'], guessPromiseMapping(header, cellsOf)['customerNamePrefix']]
}

test.each([
  ['Tussenvoegsel', []],
  ['Tussenvoegsels', ['', 'v.d.']],
  ['Voorvoegsel', []],
  ['Vorsatzwort', []],
  ['LastnamePreposition', []],
  ['Prefix', ['van der', '', 'De', 'mr.']],
  ['Namenszusatz', ['von', 'Freiherr von']],
])('“%s” with %j is before the last name', (column, cells) => {
  expect(read(column, ...cells)).toEqual([column, column])
})

test.each([
  ['Prefix', ['Mr', 'Dr.']],
  ['Prefix', []],
  ['Namenszusatz', ['jun.', 'MdB', 'von']],
])('“%s” with %j is not', (column, cells) => {
  expect(read(column, ...cells)).toEqual([undefined, undefined])
})

test('a prefix stands beside a last name only', () => {
  const mapping = guessCustomerMapping(
    ['Name', 'Prefix'],
    () => false,
    () => ['van der'],
  )
  expect(mapping).toEqual({ name: 'Name' })
})
