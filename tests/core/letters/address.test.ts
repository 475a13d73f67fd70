import { expect, test } from 'vitest'
import { addressLines } from '../../../src/core/letters/address.ts'

const at = { name: 'Anna Berg', company: '', street: 'Weg 2', postcode: '10115', city: 'Berlin', region: '' }

test.each(['', 'DE', 'de', 'Germany', 'DEUTSCHLAND', ' Allemagne ', 'Alemania', 'D'])(
  'within the shop’s own country “%s” is not written',
  (country) => expect(addressLines({ ...at, country }, 'DE')).toEqual(['Anna Berg', 'Weg 2', '10115 Berlin']),
)

test.each(['AT', 'Austria', 'Denmark', 'DDR'])('another one is: %s', (country) =>
  expect(addressLines({ ...at, country }, 'DE').at(-1)).toBe(country),
)

test('in the United States the code stands behind the state', () =>
  expect(
    addressLines(
      { ...at, street: '12 Main St', city: 'Portland', region: 'OR', postcode: '97201', country: 'U.S.A.' },
      'US',
    ),
  ).toEqual(['Anna Berg', '12 Main St', 'Portland, OR 97201']))
