import { expect, test } from 'vitest'
import {
  holidaysUntil,
  holidaysWaiting,
  type KnownHoliday,
} from '../../../../src/core/hours/holidays/undecided.ts'

const christmas: KnownHoliday = { day: '2026-12-25', name: 'Christmas Day' }
const newYear: KnownHoliday = { day: '2027-01-01', name: 'New Year’s Day' }
const labour: KnownHoliday = { day: '2027-05-01', name: 'Labour Day' }
const years: Record<number, readonly KnownHoliday[]> = { 2026: [christmas], 2027: [newYear, labour] }
const known = (year: number) => years[year] ?? null
const never = () => false
const always = () => true

test('holidays are asked after 60 days ahead, and from November on to the end of the next year', () => {
  expect(holidaysUntil('2026-02-10')).toBe('2026-04-11')
  expect(holidaysUntil('2026-10-31')).toBe('2026-12-30')
  expect(holidaysUntil('2026-11-01')).toBe('2027-12-31')
})

test('a holiday too far ahead, decided, past, or on a closed day does not wait', () => {
  expect(holidaysWaiting('2026-10-25', known, never, always)).toEqual({ first: null, count: 0, years: [] })
  expect(holidaysWaiting('2026-10-26', known, never, always)).toEqual({
    first: christmas,
    count: 1,
    years: [],
  })
  expect(holidaysWaiting('2026-11-01', known, never, always)).toEqual({
    first: christmas,
    count: 3,
    years: [],
  })
  expect(holidaysWaiting('2026-11-01', known, (day) => day === christmas.day, always)).toEqual({
    first: newYear,
    count: 2,
    years: [],
  })
  expect(holidaysWaiting('2026-12-26', known, never, (day) => day !== newYear.day)).toEqual({
    first: labour,
    count: 1,
    years: [],
  })
})

test('a year that was never looked over is named', () => {
  expect(holidaysWaiting('2027-11-01', known, never, always)).toEqual({
    first: null,
    count: 0,
    years: [2028],
  })
  expect(holidaysWaiting('2030-11-01', known, never, always).years).toEqual([2030, 2031])
})
