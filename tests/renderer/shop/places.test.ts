import { expect, test } from 'vitest'
import { countryOf, otherNames } from '../../../src/renderer/shop/places.ts'

test.each([
  ['Europe/Berlin', 'de', 'DE'],
  ['Europe/Berlin', 'en-US', 'DE'],
  ['Europe/Vienna', 'de-DE', 'AT'],
  ['Europe/Zurich', 'fr', 'CH'],
  ['America/New_York', 'en-US', 'US'],
  ['Europe/London', 'en-GB', 'GB'],
  ['UTC', 'fr-FR', 'FR'],
  ['UTC', 'fr', ''],
])('a PC in the zone %s that speaks %s stands in %s', (zone, language, country) => {
  expect(countryOf(zone, language)).toBe(country)
})

test('a country is also found by its English name and its own', () => {
  expect(otherNames('DE')).toEqual(['Germany', 'Deutschland'])
  expect(otherNames('JP')).toEqual(['Japan', '日本'])
})
