import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, localAt } from '../../../src/core/day.ts'
import {
  columnDates,
  isYearUnclear,
  orderOfFile,
  parseFileDate,
  type DateOrder,
} from '../../../src/core/import/dates.ts'
import { runs } from '../../support/runs.ts'

const count = runs(1_000)
const zone = 'Europe/Berlin'

test.each<[string, DateOrder, string, string | null]>([
  ['1996-07-04', 'day-first', '1996-07-04', null],
  ['1996-07-04 00:00:00.000', 'day-first', '1996-07-04', null],
  ['1996/7/4', 'month-first', '1996-07-04', null],
  ['1996-07-04T16:30', 'day-first', '1996-07-04', '16:30'],
  ['3/4/2026', 'day-first', '2026-04-03', null],
  ['3/4/2026', 'month-first', '2026-03-04', null],
  ['3.4.2026', 'month-first', '2026-04-03', null],
  ['3/4/26 4:30 PM', 'month-first', '2026-03-04', '16:30'],
  ['04-Jul-96', 'day-first', '1996-07-04', null],
  ['4 July 2026 9:05', 'day-first', '2026-07-04', '09:05'],
  ['Jul 4, 2026', 'day-first', '2026-07-04', null],
  ['4 Septem 2026', 'day-first', '2026-09-04', null],
  ['4/14/2026', 'day-first', '2026-04-14', null],
  ['13/4/2026', 'month-first', '2026-04-13', null],
  ['2026-12-24T10:00:00Z', 'day-first', '2026-12-24', '11:00'],
  ['2026-12-24T23:30:00.000Z', 'day-first', '2026-12-25', '00:30'],
  ['2026-07-24T10:00+02:00', 'day-first', '2026-07-24', '10:00'],
  ['2026-07-24 10:00:00+02', 'day-first', '2026-07-24', '10:00'],
  ['2026-07-24T10:00:00-0330', 'day-first', '2026-07-24', '15:30'],
  ['24.7.2026 10:00 UTC', 'day-first', '2026-07-24', '12:00'],
  ['2026-12-24T00:00:00Z', 'day-first', '2026-12-24', null],
  ['2026-10-04T22:00:00.000Z', 'day-first', '2026-10-05', null],
  ['2026-11-04T23:00:00Z', 'day-first', '2026-11-05', null],
  ['2026-11-04 18:00:00-05:00', 'day-first', '2026-11-05', null],
  ['2026-11-04T23:00:30Z', 'day-first', '2026-11-05', '00:00'],
  ['2026-11-04T22:00:00.000Z', 'day-first', '2026-11-04', '23:00'],
  ['3. März 2026', 'day-first', '2026-03-03', null],
  ['3.März 2026', 'day-first', '2026-03-03', null],
  ['15 Mai 2026', 'day-first', '2026-05-15', null],
  ['3 Dez 2026', 'day-first', '2026-12-03', null],
  ['1 août 2026 16:30', 'day-first', '2026-08-01', '16:30'],
  ['3 de marzo de 2026', 'day-first', '2026-03-03', null],
  ['24. Dez. 2026', 'day-first', '2026-12-24', null],
  ['12 lipca 2026', 'day-first', '2026-07-12', null],
  ['Thu, 24 Dec 2026', 'day-first', '2026-12-24', null],
  ['Donnerstag, 24. Dezember 2026', 'day-first', '2026-12-24', null],
  ['Thursday, December 24, 2026', 'day-first', '2026-12-24', null],
  ['Do 24.12.2026', 'day-first', '2026-12-24', null],
  ['04/12/26 Fri', 'month-first', '2026-12-04', null],
  ['04/12/26 (Fri)', 'month-first', '2026-12-04', null],
  ['Dec 4, 2026, Friday', 'day-first', '2026-12-04', null],
  ['Fr. 04.12.2026 um 14:00 Uhr', 'day-first', '2026-12-04', '14:00'],
  ['Freitag den 4. Dezember 2026', 'day-first', '2026-12-04', null],
  ['Freitag, den 4. Dezember 2026 um 9:30 Uhr', 'day-first', '2026-12-04', '09:30'],
  ['Thursday, 3 December 2026 3pm', 'day-first', '2026-12-03', '15:00'],
  ['Thursday, 3 December 2026 at 3 p.m.', 'day-first', '2026-12-03', '15:00'],
  ['4.12.2026 um 14 Uhr', 'day-first', '2026-12-04', '14:00'],
  ['4.12.2026 14.30 Uhr', 'day-first', '2026-12-04', '14:30'],
  ['4/12/2026 à 14h', 'day-first', '2026-12-04', '14:00'],
  ['4/12/2026 14h30', 'day-first', '2026-12-04', '14:30'],
  ['4 december 2026 om 14:00 uur', 'day-first', '2026-12-04', '14:00'],
  ['4 Dec 2026 3.30pm', 'day-first', '2026-12-04', '15:30'],
  ['04/12/26 (Fri) 14:00', 'month-first', '2026-12-04', '14:00'],
  ['2026/12/04 (Fri) 14:00', 'day-first', '2026-12-04', '14:00'],
  ['04/12/26 Fri 3pm', 'month-first', '2026-12-04', '15:00'],
  ['3 Dec 2026 12am', 'day-first', '2026-12-03', null],
  ['13-11-26', 'day-first', '2026-11-13', null],
  ['26-12-13', 'day-first', '2013-12-26', null],
  ['Thu, 24 Dec 2026 10:00:00 +0000', 'day-first', '2026-12-24', '11:00'],
  ['Jul 4, 2026 16:30', 'day-first', '2026-07-04', '16:30'],
  ['Dec 4, 2026, 4:30 PM', 'day-first', '2026-12-04', '16:30'],
  ['2026/7/4 16:30', 'day-first', '2026-07-04', '16:30'],
  ['4.12.2026 14Uhr', 'day-first', '2026-12-04', '14:00'],
  ['4 dec 2026 kl 14:00', 'day-first', '2026-12-04', '14:00'],
  ['1/2/69', 'day-first', '2069-02-01', null],
  ['1/2/70', 'day-first', '1970-02-01', null],
  ['2026-12-04T14:00:00+14:00', 'day-first', '2026-12-04', '01:00'],
  ['2026-12-04T14:00:00-12:00', 'day-first', '2026-12-05', '03:00'],
  ['4/12/2026', 'day-first', '2026-12-04', null],
  ['12/4/2026', 'month-first', '2026-12-04', null],
  ['12/13/2026', 'day-first', '2026-12-13', null],
  ['13/12/2026', 'month-first', '2026-12-13', null],
])('%s (%s) is %s %s', (text, order, day, time) => {
  expect(parseFileDate(text, { order, zone })).toMatchObject({ day, time })
})

test.each([
  '',
  'soon',
  '31.2.2026',
  '2026-13-01',
  '13/13/2026',
  '3/4/2026 25:00',
  '3/4/2026 24:00',
  '3/4/2026 10:60',
  '4 Foo 2026',
  '4 ember 2026',
  '3/4-2026',
  '3 Jui 2026',
  'before 24.12.2026',
  '24 Dec 2026 10:00 +99',
  '4.12.2026 14:00-15:00',
  '4.12.2026 10:00-12:00',
  '4.12.2026 10:00 -12:00',
  'Fr 4.12.2026 10:00-1200',
  '2026-12-04 10:00-12:00',
  '4 Dec 2026 9:00+10:00',
  '2026-12-04T14:00-15:00',
  '2026-12-04T14:00:00+14:30',
  '2026-12-04T14:00:00+01:60',
])('“%s” is not a date', (text) => {
  expect(parseFileDate(text, { order: 'day-first', zone })).toBeNull()
})

const columnOf = (...texts: string[]) => columnDates(texts.map((text, i) => ({ line: i + 2, text })))

test('one date that can be read in one way only decides for its column', () => {
  expect(columnOf('3/4/2026', '25/4/2026')).toEqual({ order: 'day-first', open: null, contradicts: false })
  expect(columnOf('3/4/2026', '4/25/2026')).toEqual({ order: 'month-first', open: null, contradicts: false })
  expect(columnOf('13/12/2026')).toEqual({ order: 'day-first', open: null, contradicts: false })
  expect(columnOf('12/13/2026')).toEqual({ order: 'month-first', open: null, contradicts: false })
  expect(columnOf('4/12/2026')).toEqual({
    order: null,
    open: { line: 2, text: '4/12/2026' },
    contradicts: false,
  })
})

test('a column stays open whose dates all have two readings, or contradict each other', () => {
  const open = { line: 3, text: '3/4/2026' }
  expect(columnOf('1/1/2026', '3/4/2026')).toEqual({ order: null, open, contradicts: false })
  expect(columnOf('13/4/2026', '3/4/2026', '4/14/2026')).toEqual({ order: null, open, contradicts: true })
  expect(columnOf('2026-04-03', '3.4.2026', '')).toEqual({ order: null, open: null, contradicts: false })
})

test('a weekday decides the order of its date and of the column, also where another date is open', () => {
  const reading = { order: 'month-first', zone } as const
  expect(columnOf('Fri 04/12/26')).toEqual({ order: 'day-first', open: null, contradicts: false })
  expect(columnOf('Fri 04/12/26', 'Sun 13/12/26', '05/12/26')).toMatchObject({
    order: 'day-first',
    open: null,
  })
  expect(columnOf('Freitag, 12/04/2026')).toMatchObject({ order: 'month-first', open: null })
  expect(columnOf('Fri 04/12/26', '4/14/2026', '3/4/2026')).toMatchObject({
    open: { line: 4 },
    contradicts: true,
  })
  expect(columnOf('Fri 04/12/26', '4/14/2026')).toMatchObject({ contradicts: true })
  expect(parseFileDate('Fri 04/12/26', reading)).toEqual({ day: '2026-12-04', time: null })
  expect(parseFileDate('Fri 04/12/26 4:30 PM', reading)).toEqual({ day: '2026-12-04', time: '16:30' })
})

test('a weekday that fits no reading decides nothing, and is told', () => {
  const read = (text: string) => parseFileDate(text, { order: 'day-first', zone })
  expect(columnOf('Tue 04/12/26')).toMatchObject({ order: null, open: { line: 2 } })
  expect(read('Tue 04/12/26')).toEqual({ day: '2026-12-04', time: null, otherWeekday: true })
  expect(read('Mon, 24 Dec 2026')).toEqual({ day: '2026-12-24', time: null, otherWeekday: true })
  expect(read('Mo 24.12.2026')).toMatchObject({ otherWeekday: true })
  // The weekday is that of the date as it is written, not of the one here.
  expect(read('Thu, 24 Dec 2026 23:30:00 +0000')).toMatchObject({ day: '2026-12-25', time: '00:30' })
})

test('the columns of a file decide for each other as long as none contradicts', () => {
  const [dayFirst, monthFirst, silent] = [columnOf('25/4/2026'), columnOf('4/25/2026'), columnOf('3/4/2026')]
  expect(orderOfFile([silent, dayFirst])).toBe('day-first')
  expect(orderOfFile([silent, dayFirst, monthFirst])).toBeNull()
  expect(orderOfFile([dayFirst, columnOf('25/4/2026', '4/25/2026')])).toBeNull()
  expect(orderOfFile([silent])).toBeNull()
})

test(`a column written in one order is read back, or told to be undecided (${count.numRuns} runs)`, () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map(dayFromNumber)
  const order = fc.constantFrom<DateOrder>('day-first', 'month-first')
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), order, (days, written) => {
      const texts = days.map((d) => {
        const [y, m, date] = [d.slice(0, 4), Number(d.slice(5, 7)), Number(d.slice(8))]
        return written === 'day-first' ? `${date}/${m}/${y}` : `${m}/${date}/${y}`
      })
      const { order: read, open } = columnOf(...texts)
      // Undecided is only what has no day after the 12th, and some date in it that is not its own mirror.
      const parts = days.map((d) => [Number(d.slice(5, 7)), Number(d.slice(8))] as const)
      const isOpen = parts.every(([, date]) => date <= 12) && parts.some(([m, date]) => m !== date)
      expect(open !== null).toBe(isOpen)
      if (isOpen) return
      expect(texts.map((text) => parseFileDate(text, { order: read ?? 'day-first', zone })?.day)).toEqual(
        days,
      )
    }),
    count,
  )
})

test(`an instant is the local time of the shop, however it says how far it is from UTC (${count.numRuns} runs)`, () => {
  const instant = fc.integer({ min: 0, max: 31_000_000 }).map((n) => n * 60_000)
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata')
  fc.assert(
    fc.property(instant, zones, fc.integer({ min: -11, max: 13 }), (ms, z, hours) => {
      const written = new Date(ms + hours * 3_600_000).toISOString().slice(0, 16)
      if (written.endsWith('T00:00')) return
      const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
      const read = parseFileDate(`${written}:00${offset}`, { order: 'day-first', zone: z })
      // The shop's own midnight is a day without a time.
      expect(`${read?.day}T${read?.time}`).toBe(localAt(ms, z).replace('T00:00', 'Tnull'))
    }),
    count,
  )
})

test('a date of which nobody can tell whether its year is first or last is none, and says why', () => {
  for (const text of ['26-12-04', '26/12/04', '25-01-12 10:00', 'Fri 26-12-04']) {
    expect(isYearUnclear(text)).toBe(true)
    for (const order of ['day-first', 'month-first'] as const)
      expect(parseFileDate(text, { order, zone })).toBeNull()
  }
  expect(isYearUnclear(' 26-12-04 ')).toBe(true)
  for (const text of ['13-11-26', '26.12.04', '26-12-2004', '26-12-0004', '12-11-04'])
    expect(isYearUnclear(text)).toBe(false)
})
