import { expect, test } from 'vitest'
import { sampleCountries, sampleCountryFor } from '../../../src/core/shop/sample.ts'

test('a country with a sample shop is offered its own', () => {
  for (const country of sampleCountries) expect(sampleCountryFor(country)).toBe(country)
})

test.each([
  ['LI', 'CH'],
  ['LU', 'BE'],
  ['CA', 'US'],
  ['JP', 'GB'],
  ['', 'GB'],
])('in %s the sample shop of %s is offered', (country, offered) => {
  expect(sampleCountryFor(country)).toBe(offered)
})
