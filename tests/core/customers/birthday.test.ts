import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthdayFrom, birthdayOf, birthdayWords } from '../../../src/core/customers/birthday.ts'
import { dayIn } from '../../../src/core/day.ts'
import { formatsOf } from '../../../src/core/formats.ts'
import { runs } from '../../support/runs.ts'

const read = (text: string, order: 'day-first' | 'month-first' = 'day-first') => birthdayOf(text, order, 2026)

test.each([
  ['1980-03-14', '1980-03-14'],
  ['14.3.1980', '1980-03-14'],
  ['14 March 1980', '1980-03-14'],
  ['March 14, 1980', '1980-03-14'],
  ['19220310', '1922-03-10'],
  ['19800322T000000Z', '1980-03-22'],
  ['1980-03-22T00:00:00Z', '1980-03-22'],
  ['14.3.80', '1980-03-14'],
  ['14.3.25', '2025-03-14'],
  ['14.3.40', '1940-03-14'],
  ['--0203', '--02-03'],
  ['--02-03', '--02-03'],
  ['03-14', '--03-14'],
  ['14.3.', '--03-14'],
  ['14 March', '--03-14'],
  ['14. März', '--03-14'],
  ['March 14', '--03-14'],
  ['29.2.', '--02-29'],
  // As Apple's address book and Outlook write that there is no year, or nothing.
  ['1604-03-14', '--03-14'],
  ['0.0.00', ''],
  ['', ''],
  ['00.00.0000', ''],
  ['30.2.', null],
  ['31.2.1980', null],
  ['2030-01-01', null],
  ['spring', null],
])('%s is the birthday %s', (text, birthday) => expect(read(text)).toBe(birthday))

test('what slashes leave open is read in the order that is given', () => {
  expect([read('3/4/1980'), read('3/4/1980', 'month-first')]).toEqual(['1980-04-03', '1980-03-04'])
  expect([read('3/4'), read('3/4', 'month-first'), read('14/3', 'month-first')]).toEqual([
    '--04-03',
    '--03-04',
    '--03-14',
  ])
})

test('three columns make a birthday, also without the year', () => {
  expect(birthdayFrom('1980', '3', '14', 2026)).toBe('1980-03-14')
  expect(birthdayFrom('', '03', '14', 2026)).toBe('--03-14')
  expect(birthdayFrom('1604', '3', '14', 2026)).toBe('--03-14')
  expect(birthdayFrom('1980', '', '', 2026)).toBe('')
  expect(birthdayFrom('1980', '2', '30', 2026)).toBe(null)
})

test('every birthday is read again from its words, in every country’s way of writing', () => {
  const years = fc.option(fc.integer({ min: 1900, max: 2026 }), { nil: null })
  fc.assert(
    fc.property(
      years,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom('DE', 'US', 'FR', 'GB', 'NL'),
      (year, month, date, country) => {
        const day = dayIn(year ?? 2000, month, date)
        if (day === null) return
        const birthday = year === null ? `-${day.slice(4)}` : day
        const words = birthdayWords(birthday, formatsOf(country))
        expect(birthdayOf(words, country === 'US' ? 'month-first' : 'day-first', 2026)).toBe(birthday)
      },
    ),
    runs(500),
  )
})
