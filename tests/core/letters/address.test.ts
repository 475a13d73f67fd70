import { expect, test } from 'vitest'
import { addressLines } from '../../../src/core/letters/address.ts'

const at = { name: 'Anna Berg', company: '', street: 'Weg 2', postcode: '10115', city: 'Berlin', region: '' }

test.each(['', 'DE', 'de', 'Germany', 'DEUTSCHLAND', ' Allemagne ', 'Alemania', 'D'])(
  'within the shop’s own country “%s” is not written',
  (country) => expect(addressLines({ ...at, country }, 'DE')).toEqual(['Anna Berg', 'Weg 2', '10115 Berlin']),
)

test.each(['Austria', 'Denmark', 'DDR'])('another one is: %s', (country) =>
  expect(addressLines({ ...at, country }, 'DE').at(-1)).toBe(country),
)

test('in the United States the code stands behind the state', () =>
  expect(
    addressLines(
      { ...at, street: '12 Main St', city: 'Portland', region: 'OR', postcode: '97201', country: 'U.S.A.' },
      'US',
    ),
  ).toEqual(['Anna Berg', '12 Main St', 'Portland, OR 97201']))

test.each([
  ['24, place Kléber', ['24, place Kléber']],
  ['Rua Orós, 92', ['Rua Orós, 92']],
  ['12 bis, rue Lecourbe, 3e étage', ['12 bis, rue Lecourbe', '3e étage']],
  ['Calle Mayor, 5, 2º B', ['Calle Mayor, 5', '2º B']],
  ['Via Roma, 7/A', ['Via Roma, 7/A']],
  ['Musterweg 3, Hinterhaus', ['Musterweg 3', 'Hinterhaus']],
  ['Suite 4, 12 Main St', ['Suite 4', '12 Main St']],
  ['Av. dos Lusíadas, 23, 4', ['Av. dos Lusíadas, 23', '4']],
  ['Weg 2\n3. Stock, links', ['Weg 2', '3. Stock', 'links']],
  ['Unit 5, 10, Long Road', ['Unit 5', '10, Long Road']],
  ['Flat 2, 12, High Street, Upper End', ['Flat 2', '12, High Street', 'Upper End']],
  ['n° 5, rue X', ['n° 5, rue X']],
])('of “%s” the house stands in a line with its street', (street, lines) => {
  expect(addressLines({ ...at, street, country: '' }, 'DE').slice(1, -1)).toEqual(lines)
})

test('a letter abroad has the line of its town as it is written there, and its country in words', () => {
  const eugene = { ...at, city: 'Eugene', region: 'OR', postcode: '97403', country: 'USA' }
  expect(addressLines(eugene, 'DE').slice(-2)).toEqual(['Eugene, OR 97403', 'USA'])
  expect(addressLines({ ...eugene, country: 'Vereinigte Staaten' }, 'DE').at(-2)).toBe('Eugene, OR 97403')
  const york = { ...at, city: 'York', region: '', postcode: 'YO1 7HH', country: 'UK' }
  expect(addressLines(york, 'FR').slice(-3)).toEqual(['York', 'YO1 7HH', 'United Kingdom'])
  const home = { ...at, city: 'Ulm', region: 'Baden-Württemberg', postcode: '89073', country: 'Germany' }
  expect(addressLines(home, 'US').slice(-2)).toEqual(['89073 Ulm', 'Germany'])
  expect(addressLines({ ...home, country: 'CH' }, 'DE').at(-1)).toBe('Switzerland')
  expect(addressLines({ ...home, country: 'nl' }, 'DE').at(-1)).toBe('Netherlands')
  expect(addressLines({ ...home, name: 'CAFE Müller', company: 'Cafe Müller' }, 'DE')[1]).not.toMatch(/caf/i)
})

test.each([
  ['D', 'Germany'],
  ['deu', 'Germany'],
  ['F', 'France'],
  ['I', 'Italy'],
  ['A', 'Austria'],
  ['FL', 'Liechtenstein'],
  ['IRL', 'Ireland'],
  ['UK', 'United Kingdom'],
  ['USA', 'USA'],
  ['XYZ', 'XYZ'],
])('abroad the sign “%s” is written %s', (country, words) =>
  expect(addressLines({ ...at, country }, 'PT').at(-1)).toBe(words),
)

test('a region that the town says already is not written twice', () => {
  const to = { ...at, postcode: '62701', region: 'IL', country: 'US' }
  expect(addressLines({ ...to, city: 'Springfield, IL' }, 'US').at(-1)).toBe('Springfield, IL 62701')
  expect(addressLines({ ...to, city: 'Springfield' }, 'US').at(-1)).toBe('Springfield, IL 62701')
  const york = { ...to, city: 'New York', region: 'New York', postcode: '10001' }
  expect(addressLines(york, 'US').at(-1)).toBe('New York, New York 10001')
  const london = { ...to, city: 'London', region: 'London', postcode: 'SW1A 1AA', country: 'GB' }
  expect(addressLines(london, 'GB').slice(-2)).toEqual(['London', 'SW1A 1AA'])
})
