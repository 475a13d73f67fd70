import { expect, test } from 'vitest'
import { namedAddresses } from '../../../src/core/customers/named-addresses.ts'

test.each([
  'b@x.example',
  'B@X.example.',
  'Bea <b@x.example>',
  'b@x.example?',
  'b@x.example!',
  'b@x.example:',
  'b@x.example/',
  'mailto:b@x.example?subject=stop',
  '<mailto:b@x.example>',
  'E-Mail:b@x.example',
  '‘b@x.example’',
  '“b@x.example”.',
  "'b@x.example'",
  '[b@x.example](mailto:b@x.example)',
  'b@x.example\u200b',
  'Please take b@x.example off your list',
])('%j asks for b@x.example', (text) => {
  expect(namedAddresses(text)).toEqual({ keys: ['b@x.example'], unclear: [] })
})

test('several are each one, and a domain with umlauts is as mail servers write it', () => {
  expect(namedAddresses('b@x.example und Anna <K@KÄSE.example>').keys).toEqual([
    'b@x.example',
    'k@xn--kse-qla.example',
  ])
})

test.each([
  ['b@x,example', 'b@x'],
  ['b@x', 'b@x'],
  ['b@x.example, c@x', 'c@x'],
  ['b@x.example|c@x.example', 'b@x.example|c@x.example'],
  ['b@x.example?cc=c@x.example', 'b@x.example?cc=c@x.example'],
])('%j has what is no address', (text, wrong) => {
  expect(namedAddresses(text).unclear).toEqual([wrong])
})
