import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkDigit,
  codeKey,
  codeProblem,
  isGtin,
  namesOneProduct,
  notACode,
} from '../../../src/core/stock/gtin.ts'

const runs = (n: number) => ({ numRuns: process.env.WELLKEPT_DEEP ? n * 20 : n })
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

test.each(['629104150021', '61414121022', '9638507', '1061414100041'])(
  'the check digit of %s is that of the GS1 General Specifications and of printed codes',
  (body) => {
    const known = { '629104150021': 3, '61414121022': 0, '9638507': 4, '1061414100041': 5 }[body]
    expect(checkDigit(body)).toBe(known)
  },
)

test('a body of 7, 11, 12 or 13 digits with its check digit is a GTIN, with any other digit it is not', () => {
  fc.assert(
    fc.property(fc.oneof(...[7, 11, 12, 13].map(digits)), fc.integer({ min: 1, max: 9 }), (body, off) => {
      const right = checkDigit(body)
      expect(isGtin(`${body}${right}`)).toBe(true)
      expect(isGtin(`${body}${(right + off) % 10}`)).toBe(false)
    }),
    runs(200),
  )
})

test('one wrong digit anywhere is always noticed', () => {
  fc.assert(
    fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, off) => {
      const code = `${body}${checkDigit(body)}`
      const wrong = code.slice(0, at) + ((Number(code[at]) + off) % 10) + code.slice(at + 1)
      expect(isGtin(wrong)).toBe(false)
    }),
    runs(200),
  )
})

test('leading zeros, spaces and hyphens do not make another code', () => {
  fc.assert(
    fc.property(fc.oneof(...[8, 12, 13].map(digits)), (code) => {
      expect(codeKey(code)).toBe(codeKey(`0${code}`))
      expect(codeKey(` ${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6)} `)).toBe(codeKey(code))
      expect(codeKey(code)).toHaveLength(14)
    }),
    runs(100),
  )
  expect(['', '  ', 'ab-1', 'AB1'].map(codeKey)).toEqual(['', '', 'AB1', 'AB1'])
})

test('what is wrong with a code is said', () => {
  expect(['4006381333931', '4006381333930', '4711', 'AB-1'].map(codeProblem)).toEqual([
    '',
    '4006381333930 is not a GTIN: its last digit should be 1.',
    '4711 is not a GTIN: it has 4 digits, and a GTIN has 8, 12, 13 or 14.',
    'AB-1 is not a GTIN: it has more than digits.',
  ])
})

test('what a spreadsheet has cut, or that says there is none, is no code', () => {
  const none = [
    'n/a',
    'N/A',
    '0',
    '-',
    '—',
    'none',
    'unknown',
    '000000',
    '00000000',
    'k.A.',
    '?',
    '- -',
    'NULL',
    '.',
  ]
  for (const text of none) expect(notACode(text)).toBe(`“${text}” is no code.`)
  for (const text of ['4,00638E+12', '4.00638E+12', '4E+12', '4.00638e12'])
    expect(notACode(text)).toBe(`“${text}” is a code that a spreadsheet has cut short.`)
  for (const text of ['', '  ', '4006381333931', '4006381333930', '7', 'ABC-1', 'E12', '10e', '96385074'])
    expect(notACode(text)).toBe('')
})

test('a GTIN names one product, also with its zeros lost or added; a number of the house does not', () => {
  expect(
    ['4006381333931', '0096385074', '96385074', '036000291452', '36000291452', '4006 3813 33931'].filter(
      namesOneProduct,
    ),
  ).toHaveLength(6)
  expect(
    ['17', '12345', '4006381333930', '123456784', 'ABC-1', '', '0000017', '1234567890'].filter(
      namesOneProduct,
    ),
  ).toEqual([])
})
