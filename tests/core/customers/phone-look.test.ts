import { expect, test } from 'vitest'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { fieldOfKey } from '../../../src/core/import/mapping.ts'

const phones = ['020 7946 0001', '07700 900001']
const indian = ['9876543210', '9123456780']
const short = ['1001', '1002']
const counted = ['0100000001', '0100000002', '0100000003']

/** The field that a column beside names fills. */
function read(column: string, cells: readonly string[]): string {
  const guess = guessCustomerMapping(
    ['Name', column],
    () => false,
    (asked) => (asked === column ? cells : ['Anna Berg', 'Bo Ek']),
  )
  const [key = ''] = Object.entries(guess).find(([, of]) => of === column) ?? []
  return fieldOfKey(key)
}

test.each([
  ['Contact Number', phones, 'phone'],
  ['Contact Number', indian, 'phone'],
  ['Contact Number', [], 'phone'],
  ['Contact Number', ['', '-', 'n/a'], 'phone'],
  ['Contact Number', short, ''],
  ['Contact Number', counted, ''],
  ['Contact Number', ['K-1234567', 'K-2345678'], ''],
  ['Contact No.', indian, 'phone'],
  ['Home Number', ['(555) 010-1234', '555-010-9876 (mum)'], 'phone'],
  ['Home No', ['12', '14a'], ''],
  ['Work Number', ['+44 20 7946 0001'], 'phone'],
  ['Business Number', phones, 'phone'],
  ['Primary Nr', phones, 'phone'],
  ['Client Contact Number', phones, 'phone'],
  ['Personal Number', ['19800101-1234'], ''],
  ['Contact', phones, 'phone'],
  ['Contact', ['Anna Berg'], 'name'],
  ['Contact', [], 'name'],
  ['Client Number', short, 'sourceId'],
  ['Client Number', phones, 'phone'],
  ['Client Number', indian, 'sourceId'],
  ['Customer No', counted, 'sourceId'],
  ['Customer Number', ['100 234 567', '200 345 678'], 'sourceId'],
  ['Kundennummer', ['0171 2345678', '030 1234567', '12'], 'phone'],
  ['Number', phones, 'phone'],
  ['Number', short, 'sourceId'],
  ['Number', indian, 'sourceId'],
  // A program's own, whatever stands in it.
  ['Customer ID', phones, 'sourceId'],
  ['Account number', phones, 'sourceId'],
])('“%s” with %j is read as “%s”', (column, cells, field) => {
  expect(read(column, cells)).toBe(field)
})
