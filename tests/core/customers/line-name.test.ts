import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineName } from '../../../src/core/customers/line-name.ts'
import { runs } from '../../support/runs.ts'

const nothing = { whole: '', first: '', middle: '', prefix: '', last: '' }
const columns = (whole: string | undefined, last: string | undefined) => ({ whole, last })

test.each([
  ['Meier', 'Anna', 'Anna Meier'],
  ['', 'Anna', 'Anna'],
  ['Meier', '', 'Meier'],
  ['Anna Berg', 'Anna', 'Anna Berg'],
  ['Berg Anna', 'Anna', 'Berg Anna'],
  ['Berg, Anna', 'Anna', 'Berg, Anna'],
  ['Anna Maria Berg', 'Anna', 'Anna Maria Berg'],
  ['Dr. Anna Berg', 'Anna', 'Dr. Anna Berg'],
  ['Hans Müller', 'Hans Peter', 'Hans Peter Müller'],
  ['A. Berg', 'Anna', 'Anna Berg'],
  ['D Souza', 'Dan', 'Dan D Souza'],
  ['Hans', 'Hans', 'Hans Hans'],
  ['Peter', 'Hans-Peter', 'Hans-Peter Peter'],
  ['Hans Peter', 'Hans Peter', 'Hans Peter Hans Peter'],
  ['Dr. Müller', 'Hans', 'Dr. Hans Müller'],
  ['Frau Klein', 'Eva', 'Frau Eva Klein'],
  ['Frau Prof. Dr. von Klein', 'Eva', 'Frau Prof. Dr. Eva von Klein'],
  ['Dr. med. dent. Roth', 'Ute', 'Dr. med. dent. Ute Roth'],
  ['Prof. Dr. h.c. Lang', 'Lea', 'Prof. Dr. h.c. Lea Lang'],
  ['PD Dr. Lenz', 'Uli', 'PD Dr. Uli Lenz'],
  ['Priv.-Doz. Dr. rer. nat. Lenz', 'Uli', 'Priv.-Doz. Dr. rer. nat. Uli Lenz'],
  ['Nat King', 'Cole', 'Cole Nat King'],
  ['Frau Klein', '', 'Frau Klein'],
  ['Dr. Müller', 'Dr. Hans', 'Dr. Hans Müller'],
  ['Familie Meier', 'Eva und Tom', 'Familie Eva und Tom Meier'],
  ['김철수', '철수', '김철수'],
])('in a column of last names “%s” beside “%s” is %s', (last, first, name) => {
  expect(lineName({ ...nothing, last, first }, columns(undefined, 'Name'))).toBe(name)
})

test.each([
  ['Berg', 'Anna', 'Anna Berg'],
  ['Berg', '', 'Berg'],
  ['van der Berg', 'Jan', 'Jan van der Berg'],
  ['Frau Klein', 'Eva', 'Frau Eva Klein'],
  ['Anna', 'Anna', 'Anna'],
  ['A. Berg', 'Anna', 'A. Berg'],
  ['Bob Berg', 'Robert', 'Bob Berg'],
  ['Bäckerei Sonne', 'Anna', 'Bäckerei Sonne'],
  ['Sonne GmbH', 'Anna', 'Sonne GmbH'],
  ['山田太郎', '太郎', '山田太郎'],
])('in a column of whole names “%s” beside “%s” is %s', (whole, first, name) => {
  expect(lineName({ ...nothing, whole, first }, columns('Name', undefined))).toBe(name)
})

test('a column that says what it has is read as it says', () => {
  const parts = { ...nothing, first: 'Juan', last: 'García Juan' }
  expect(lineName(parts, columns(undefined, 'Apellidos'))).toBe('Juan García Juan')
  expect(lineName({ ...nothing, whole: 'ACME', first: 'Anna' }, columns('Display name', undefined))).toBe(
    'ACME',
  )
  const all = { ...nothing, whole: 'Berg', first: 'Anna', last: 'Roth' }
  expect(lineName(all, columns('Name', 'Nachname'))).toBe('Berg')
})

test.each([
  ['van der', 'Berg', 'Jan van der Berg'],
  ['van der', 'van der Berg', 'Jan van der Berg'],
  ['', 'Berg', 'Jan Berg'],
])('a prefix of its own stands before the last name, once: “%s” and “%s”', (prefix, last, name) => {
  expect(lineName({ ...nothing, first: 'Jan', prefix, last }, columns(undefined, 'Achternaam'))).toBe(name)
})

test('no word of a line goes missing', () => {
  const word = fc.constantFrom('Anna', 'Berg', 'Hans', 'Peter', 'von', 'Klein', 'Müller', 'Dr.', 'Frau')
  const some = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(some, some, fc.constantFrom('Name', 'Nachname'), (last, first, column) => {
      const name = lineName({ ...nothing, last, first }, columns(undefined, column)).split(' ')
      for (const one of `${last} ${first}`.split(' ')) if (one !== '') expect(name).toContain(one)
    }),
    runs(300),
  )
})
