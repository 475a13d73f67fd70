import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeAddress } from '../../../src/core/customers/whole-address.ts'
import { runs } from '../../support/runs.ts'

const parts = (
  street: string,
  streetLines: string,
  city: string,
  region: string,
  postcode: string,
  country: string,
) => ({
  street,
  streetLines,
  city,
  region,
  postcode,
  country,
})

test.each([
  [
    '10 Walnut St  Apt 2  Philadelphia  PA  19103  US',
    parts('10 Walnut St', 'Apt 2', 'Philadelphia', 'PA', '19103', 'US'),
  ],
  [
    '717 S Hicks St    Philadelphia  PA  19146  US',
    parts('717 S Hicks St', '', 'Philadelphia', 'PA', '19146', 'US'),
  ],
  ['Weg 2    Bonn    53111  DE', parts('Weg 2', '', 'Bonn', '', '53111', 'DE')],
  ['Weg 2  Bonn  53111  DE', parts('Weg 2', '', 'Bonn', '', '53111', 'DE')],
  ['Weg 2  Hinterhaus  Bonn  53111  DE', parts('Weg 2', 'Hinterhaus', 'Bonn', '', '53111', 'DE')],
  ['1 High St  Perth  WA  6000  Australia', parts('1 High St', '', 'Perth', 'WA', '6000', 'Australia')],
  ['5 Quay    Galway      Ireland', parts('5 Quay', '', 'Galway', '', '', 'Ireland')],
])('%j is an address with its parts', (text, address) => expect(wholeAddress(text)).toEqual(address))

test.each([
  '',
  'Weg 2',
  'Weg 2, 53111 Bonn',
  'Weg  2',
  'Weg 2  Bonn',
  'Lange  Strasse  Am  Tor',
  'a  b  c  d  e  f  g  1  h',
])('%j is no whole address', (text) => expect(wholeAddress(text)).toBeNull())

test('six parts come back as they were written, also where some are empty', () => {
  const word = fc.stringMatching(/^[A-Za-zäöü]{1,8}( [A-Za-z]{1,5})?$/)
  const empty = fc.oneof(word, fc.constant(''))
  fc.assert(
    fc.property(word, empty, word, empty, fc.stringMatching(/^\d{4,5}$/), word, (...six) => {
      expect(wholeAddress(six.join('  '))).toEqual(parts(...six))
    }),
    runs(300),
  )
})
