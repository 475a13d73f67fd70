import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptForm } from '../../../src/core/greeting/form-of-address.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['Frau', 'Ms'],
  ['Herr', 'Mr'],
  ['Herrn', 'Mr'],
  ['Frau Dr.', 'Ms Dr.'],
  ['Frau Prof. Dr.', 'Ms Prof.'],
  ['Herr Dr. med.', 'Mr Dr.'],
  ['Dr.', 'Dr.'],
  ['Dr. rer. nat.', 'Dr.'],
  ['Sehr geehrter Herr', 'Mr'],
  ['Sehr geehrte Frau Dr.', 'Ms Dr.'],
  ['Mrs.', 'Ms'],
  ['Mr', 'Mr'],
  ['Mx', 'Mx'],
  ['Mme', 'Ms'],
  ['M.', 'Mr'],
  ['Monsieur', 'Mr'],
  ['Sra.', 'Ms'],
  ['Sig.ra', 'Ms'],
  ['Dott.ssa', 'Dr.'],
  ['Dhr.', 'Mr'],
  ['mevr.', 'Ms'],
  ['w', 'Ms'],
  ['m', 'Mr'],
  ['divers', 'Mx'],
  ['Familie', 'Family'],
  ['Fam.', 'Family'],
  ['Firma', 'Company'],
  ['Herr und Frau', 'Couple'],
  ['Mr & Mrs', 'Couple'],
  ['Eheleute', 'Couple'],
  ['keine Angabe', ''],
  ['', ''],
  [' ', ''],
  ['Head baker', null],
  ['Sehr geehrter Herr Müller', null],
  ['Frau Herr', null],
  ['Dr. und', null],
  ['CEO', null],
  ['Rev.', null],
])('“%s” is kept as %j', (text, kept) => {
  expect(keptForm(text)).toBe(kept)
})

test('what is kept is kept as it is when it is read again', () => {
  const word = fc.constantFrom(
    'Frau',
    'Herr',
    'Dr.',
    'Prof.',
    'und',
    'Familie',
    'Mx',
    'med.',
    'Firma',
    'Müller',
    ' ',
    'm',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const kept = keptForm(words.join(' '))
      if (kept !== null) expect(keptForm(kept)).toBe(kept)
    }),
    runs(500),
  )
})
