import { expect, test } from 'vitest'
import { holidayDays, type ToldHoliday } from '../../../../src/core/hours/holidays/days.ts'

const told = (change: Partial<ToldHoliday>): ToldHoliday => ({
  date: '2027-05-01 00:00:00',
  hours: 24,
  name: 'Labour Day',
  localName: 'Maifeiertag',
  type: 'public',
  ...change,
})

const days = (change: Partial<ToldHoliday>, year = 2027) =>
  holidayDays([told(change)], year).map(({ day }) => day)

test('a holiday is one day, also where the clocks change on it', () => {
  for (const hours of [23, 24, 25]) expect(days({ hours }), `${hours} h`).toEqual(['2027-05-01'])
})

test('a holiday of several days is a row for each, also where the clocks change in it', () => {
  for (const hours of [71, 72, 73])
    expect(days({ hours }), `${hours} h`).toEqual(['2027-05-01', '2027-05-02', '2027-05-03'])
})

test('a holiday that begins at the sunset before is told by its days', () => {
  const date = '2027-03-09 00:00:00 -0600'
  expect(days({ date })).toEqual(['2027-03-09'])
  // Turkey's three days and a half, from the afternoon before: over by the noon of the 12th.
  expect(days({ date, hours: 90 })).toEqual(['2027-03-09', '2027-03-10', '2027-03-11'])
  expect(days({ date, hours: 96 })).toEqual(['2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12'])
})

test('a half holiday says from when it holds', () => {
  expect(holidayDays([told({ date: '2027-12-24 14:00:00', hours: 10, type: 'bank' })], 2027)).toEqual([
    { day: '2027-12-24', name: 'Labour Day', localName: 'Maifeiertag', type: 'bank', from: '14:00' },
  ])
})

test('days of another year are left to that year', () => {
  const change = { date: '2026-12-31 00:00:00', hours: 72 }
  expect(days(change, 2026)).toEqual(['2026-12-31'])
  expect(days(change, 2027)).toEqual(['2027-01-01', '2027-01-02'])
})

test('where holidays meet the more binding one is told, and two of a kind are both named', () => {
  const bank = told({ name: 'Bank Holiday', type: 'bank' })
  const other = told({ name: 'Ascension Day', localName: 'Christi Himmelfahrt' })
  const row = { day: '2027-05-01', type: 'public', from: null }
  expect(holidayDays([bank, told({})], 2027)).toEqual([
    { ...row, name: 'Labour Day', localName: 'Maifeiertag' },
  ])
  expect(holidayDays([told({}), bank, other, other], 2027)).toEqual([
    { ...row, name: 'Labour Day, Ascension Day', localName: 'Maifeiertag, Christi Himmelfahrt' },
  ])
})
