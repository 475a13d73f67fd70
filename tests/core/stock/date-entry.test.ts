import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, daysInMonth, isDay } from '../../../src/core/day.ts'
import { isMonthOnly, moveDay, monthOfYear, parseDateEntry } from '../../../src/core/stock/date-entry.ts'
import { slashOrder } from '../../../src/core/slash-order.ts'
import { otherReadings } from '../../../src/core/stock/date-readings.ts'

const runs = (n: number) => ({ numRuns: process.env.WELLKEPT_DEEP ? n * 20 : n })
const today = '2026-11-23'
/** 2000-01-01 to 2079-12-31. */
const someDay = fc.integer({ min: 0, max: 29_219 }).map((n) => addDays('2000-01-01', n))

test.each([
  ['', { empty: true }],
  ['  ', { empty: true }],
  ['x', { never: true }],
  ['Never', { never: true }],
  ['0517', { day: '2027-05-17' }],
  ['1123', { day: '2026-11-23' }],
  ['1122', { day: '2026-11-22' }],
  ['2211', { day: '2026-11-22' }],
  ['22.11.', { day: '2026-11-22' }],
  ['24.9.', { day: '2026-09-24' }],
  ['23.9.', { day: '2027-09-23' }],
  ['0512', { day: '2026-12-05' }],
  ['5-12', { day: '2026-12-05' }],
  ['10e', { day: '2026-10-31' }],
  ['8e', { day: '2027-08-31' }],
  ['1231', { day: '2026-12-31' }],
  ['20260715', { day: '2026-07-15' }],
  ['2026-07-15', { day: '2026-07-15' }],
  ['2026/7/5', { day: '2026-07-05' }],
  ['202607e', { day: '2026-07-31' }],
  ['202802e', { day: '2028-02-29' }],
  ['2026-07', { day: '2026-07-31' }],
  ['07/2027', { day: '2027-07-31' }],
  ['7.2027', { day: '2027-07-31' }],
  ['7/27e', { day: '2027-07-31' }],
  ['11e', { day: '2026-11-30' }],
  ['7e', { day: '2027-07-31' }],
  ['15.7.', { day: '2027-07-15' }],
  ['15.12', { day: '2026-12-15' }],
  ['15.7.27', { day: '2027-07-15' }],
  ['15/7/26', { day: '2026-07-15' }],
  ['3/4/27', { day: '2027-04-03' }],
  ['12/25/26', { day: '2026-12-25' }],
  ['15-7-2027', { day: '2027-07-15' }],
  ['1.1.76', { day: '2076-01-01' }],
  ['1.1.77', { day: '1977-01-01' }],
  ['+90', { day: '2027-02-21' }],
  ['+0', { day: '2026-11-23' }],
  ['-3', { day: '2026-11-20' }],
  ['+2w', { day: '2026-12-07' }],
  ['+2m', { day: '2027-01-23' }],
  ['+1y', { day: '2027-11-23' }],
  ['1705', { day: '2027-05-17' }],
  ['1332', { problem: 'There is no month 32.' }],
  ['0431', { problem: 'There is no day 31 in April.' }],
  ['12.26', { day: '2026-12-31' }],
  ['03.27', { day: '2027-03-31' }],
  ['3.27', { day: '2027-03-31' }],
  ['2.28', { day: '2028-02-29' }],
  ['04.31', { day: '2031-04-30' }],
  ['4/31', { day: '2031-04-30' }],
  ['2/29', { day: '2029-02-28' }],
  ['7.15.', { day: '2027-07-15' }],
  ['12.25.26', { day: '2026-12-25' }],
  ['7.15', { day: '2027-07-15' }],
  ['13.26', { problem: 'There is no month 26.' }],
  ['13.15.', { problem: 'There is no month 15.' }],
  ['30.2.27', { problem: 'There is no day 30 in February 2027.' }],
  [
    '0229',
    { problem: 'The next 29 February is more than a year away. Write its year too, such as 29.2.2028.' },
  ],
  ['202613e', { problem: 'There is no month 13.' }],
  ['150726', { day: '2026-07-15' }],
  ['041226', { day: '2026-12-04' }],
  ['261204', { day: '2026-12-04' }],
  ['072027', { day: '2027-07-31' }],
  ['202707', { day: '2027-07-31' }],
  [
    '010176',
    {
      problem: '“010176” can be read in several ways. Write 15.7.26, 20260715, or 202607e for a month’s end.',
    },
  ],
  ['+99999', { problem: 'Use a date between 1900 and 2199.' }],
  ['+99999y', { problem: 'Use a date between 1900 and 2199.' }],
  [
    '24.11.1926',
    { problem: '24 November 1926 is 100 years ago. Is 24 November 2026 meant? Then write 2026-11-24.' },
  ],
  [
    '2126-11-24',
    { problem: '24 November 2126 is 100 years ahead. Is 24 November 2026 meant? Then write 2026-11-24.' },
  ],
  ['31.12.2199', { problem: '31 December 2199 is 173 years ahead. Check the year.' }],
  ['31.12.2099', { day: '2099-12-31' }],
  ['1.1.1066', { problem: 'Use a date between 1900 and 2199.' }],
  ['soon', { problem: '“soon” is not a date. Write 1705, 15.7.26, 2026-07-15, 202607e or +90.' }],
])('%j on 23 November 2026', (typed, meaning) => {
  expect(parseDateEntry(typed, today)).toEqual(meaning)
})

test('a shop in the United States reads months first, but for points', () => {
  const read = (typed: string) => parseDateEntry(typed, today, slashOrder('US'))
  expect(
    [
      '3/4/27',
      '25/12/26',
      '3.4.27',
      '5/17',
      '0512',
      '5-12',
      '3112',
      '1332',
      '7.15.',
      '7.15',
      '12.26',
      '7.15.27',
      'soon',
    ].map(read),
  ).toEqual([
    { day: '2027-03-04' },
    { day: '2026-12-25' },
    { day: '2027-04-03' },
    { day: '2027-05-17' },
    { day: '2027-05-12' },
    { day: '2027-05-12' },
    { day: '2026-12-31' },
    { problem: 'There is no month 13.' },
    { day: '2027-07-15' },
    { day: '2027-07-15' },
    { day: '2026-12-26' },
    { day: '2027-07-15' },
    { problem: '“soon” is not a date. Write 0517, 15.7.26, 2026-07-15, 202607e or +90.' },
  ])
  expect(slashOrder('DE')).toBe('day-first')
})

test('a day written in full is that day, in every full spelling', () => {
  fc.assert(
    fc.property(someDay, someDay, (day, now) => {
      const [y, m, d] = day.split('-') as [string, string, string]
      const spellings = [
        day,
        `${y}${m}${d}`,
        `${y}/${m}/${d}`,
        `${d}.${m}.${y}`,
        `${Number(d)}-${Number(m)}-${y}`,
      ]
      for (const typed of spellings) expect(parseDateEntry(typed, now)).toEqual({ day })
    }),
    runs(100),
  )
})

/** Each way to write a day without its year, and how a shop reads it whose country has days or months first. */
const shorthands = [
  { write: (d: string, m: string) => `${d}.${m}.`, order: 'either' },
  { write: (d: string, m: string) => `${Number(d)}.${Number(m)}`, order: 'either' },
  { write: (d: string, m: string) => `${d}${m}`, order: 'day-first' },
  { write: (d: string, m: string) => `${d}/${m}`, order: 'day-first' },
  { write: (d: string, m: string) => `${Number(d)}-${Number(m)}`, order: 'day-first' },
  { write: (d: string, m: string) => `${m}${d}`, order: 'month-first' },
  { write: (d: string, m: string) => `${Number(m)}/${Number(d)}`, order: 'month-first' },
] as const

test('every shorthand on every day: the day and month written, and the only such day from 60 days back', () => {
  const monthDays = Array.from({ length: 365 }, (_, n) => addDays('2027-01-01', n).slice(5))
  let read = 0
  // Over a leap day; in the quick run every 13th day, so that each weekday and month has its turn.
  for (let now = '2027-01-01'; now < '2029-01-01'; now = addDays(now, process.env.WELLKEPT_DEEP ? 1 : 13))
    for (const { write, order } of shorthands)
      for (const monthDay of monthDays) {
        const [month, date] = monthDay.split('-') as [string, string]
        const typed = write(date, month)
        const shop = order === 'either' ? (read % 2 ? 'day-first' : 'month-first') : order
        const entry = parseDateEntry(typed, now, shop)
        if (!('day' in entry)) throw new Error(`${typed} on ${now}: ${JSON.stringify(entry)}`)
        const away = daysBetween(now, entry.day)
        if (entry.day.slice(5) !== monthDay || away < -60 || away > 305)
          throw new Error(`${typed} on ${now} was read as ${entry.day}`)
        read++
      }
  expect(read).toBeGreaterThan(140_000)
})

test('a pack that ran out in the last 60 days is never next year’s, one that comes within 300 days never past', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -60, max: 300 }), (day, away) => {
      fc.pre(!day.endsWith('-02-29'))
      const [, month, date] = day.split('-') as [string, string, string]
      const now = addDays(day, -away)
      for (const { write, order } of shorthands)
        expect(parseDateEntry(write(date, month), now, order === 'either' ? 'day-first' : order)).toEqual({
          day,
        })
    }),
    runs(300),
  )
})

test('what else a date can mean is offered: turned round, a year on, or the end of a month', () => {
  const others = (typed: string, country = 'DE') => otherReadings(typed, '2026-11-24', slashOrder(country))
  expect(others('0512')).toEqual(['2027-05-12'])
  expect(others('0512', 'US')).toEqual(['2026-12-05'])
  expect(others('22.11.')).toEqual(['2027-11-22'])
  expect(others('1011')).toEqual(['2026-10-11', '2027-11-10'])
  expect(others('3/4/27')).toEqual(['2027-03-04'])
  expect(others('3.4.27')).toEqual([])
  expect(others('3.4.27', 'US')).toEqual(['2027-03-04'])
  expect(others('05/27')).toEqual(['2027-05-27'])
  expect(others('05/26')).toEqual(['2027-05-26'])
  expect(others('05/27', 'US')).toEqual(['2027-05-31'])
  expect(others('05.27')).toEqual(['2027-05-27'])
  expect(others('12.26')).toEqual(['2026-12-26'])
  expect(others('12.26', 'US')).toEqual(['2026-12-31'])
  expect(others('12.36')).toEqual([])
  expect(others('10e')).toEqual(['2027-10-31'])
  for (const typed of ['1705', '15.7.', '2026-07-15', '+90', '', 'x', '5.5.', 'soon', '0431', '17/2027'])
    expect([typed, others(typed)]).toEqual([typed, []])
})

test('day and month that can change places are never read in silence', () => {
  const small = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(small, small, someDay, fc.boolean(), (date, month, now, us) => {
      fc.pre(date !== month)
      const two = (n: number) => String(n).padStart(2, '0')
      const [a, b] = us ? [month, date] : [date, month]
      for (const typed of [`${two(a)}${two(b)}`, `${a}/${b}`, `${a}-${b}`, `${a}/${b}/27`]) {
        const meant = parseDateEntry(typed, now, us ? 'month-first' : 'day-first')
        if (!('day' in meant)) throw new Error(typed)
        expect(meant.day.slice(5)).toBe(`${two(month)}-${two(date)}`)
        expect(
          otherReadings(typed, now, us ? 'month-first' : 'day-first').map((day) => day.slice(5)),
        ).toContain(`${two(date)}-${two(month)}`)
      }
    }),
    runs(200),
  )
})

test('a month and its year as packs write them are read or offered, whatever mark is between, and so is a day that it could be', () => {
  const offset = fc.integer({ min: -20, max: 110 })
  fc.assert(
    fc.property(someDay, offset, fc.constantFrom('.', '/', '-'), fc.boolean(), (now, away, mark, us) => {
      const order = us ? 'month-first' : 'day-first'
      const months = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 + away
      const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
      const two = (n: number) => String(n).padStart(2, '0')
      const end = `${year}-${two(month)}-${daysInMonth(year, month)}`
      for (const typed of [`${two(month)}${mark}${two(year % 100)}`, `${month}${mark}${two(year % 100)}`]) {
        const meant = parseDateEntry(typed, now, order)
        if (!('day' in meant)) throw new Error(`${typed} on ${now}: ${JSON.stringify(meant)}`)
        const all = [meant.day, ...otherReadings(typed, now, order)]
        expect(all).toContain(end)
        // Up to 12 with points it is a day of another month, as written.
        if (year % 100 > 12 && isDay(`2023-${two(month)}-${two(year % 100)}`))
          expect(all.map((day) => day.slice(5))).toContain(`${two(month)}-${two(year % 100)}`)
      }
    }),
    runs(300),
  )
})

test('a month and its year are read from two years back to ten ahead, and nothing else is one', () => {
  const read = (typed: string) => monthOfYear(typed, '2026-11-23')
  expect(['12/24', '10/24', '12/35', '10/36', '12/36', '12/39', '05/80'].map(read)).toEqual([
    '2024-12-31',
    null,
    '2035-12-31',
    '2036-10-31',
    null,
    null,
    null,
  ])
  expect(['13/27', '00/27', '5/2027', '05/27e', 'x05/27', '', '2/28'].map(read)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    '2028-02-29',
  ])
})

test('a month without its day is told from a day', () => {
  const isMonth = (typed: string, country = 'DE') => isMonthOnly(typed, today, slashOrder(country))
  for (const typed of ['07/2027', '202607e', '07e', '7/26e', '2026-07', '12.26', '4/31', '05/27', '5-27'])
    expect([typed, isMonth(typed)]).toEqual([typed, true])
  for (const typed of ['', 'x', '0512', '05/12', '31.7.27', '31/12/26', '20260731', '+90', 'soon'])
    expect([typed, isMonth(typed)]).toEqual([typed, false])
  for (const typed of ['12.26', '05/27']) expect([typed, isMonth(typed, 'US')]).toEqual([typed, false])
})

test('a month’s end is its last day, the next day is another month', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const entry = parseDateEntry(`${day.slice(0, 4)}${day.slice(5, 7)}e`, today)
      expect(entry).toEqual({
        day: `${day.slice(0, 7)}-${daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`,
      })
    }),
    runs(100),
  )
})

test('plus and minus count from today', () => {
  fc.assert(
    fc.property(someDay, fc.nat(9999), (now, n) => {
      expect(parseDateEntry(`+${n}`, now)).toEqual({ day: addDays(now, n) })
      expect(parseDateEntry(`-${n}`, now)).toEqual({ day: addDays(now, -n) })
      expect(parseDateEntry(`+${n % 100}w`, now)).toEqual({ day: addDays(now, 7 * (n % 100)) })
    }),
    runs(100),
  )
})

test('whatever is typed has exactly one meaning, and a day is a real day', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[-+x\de./]{0,12}$/),
    fc.stringMatching(/^[+-]\d{1,6}[dwmy]?$/),
  )
  fc.assert(
    fc.property(typed, someDay, (text, now) => {
      const entry = parseDateEntry(text, now)
      expect(Object.keys(entry)).toHaveLength(1)
      if ('day' in entry) expect(isDay(entry.day)).toBe(true)
      if ('problem' in entry) expect(entry.problem).toMatch(/\.$/)
    }),
    runs(500),
  )
})

test('the arrow keys move by a day, a week, or a month kept inside the month', () => {
  expect([moveDay(today, 'day', 1), moveDay(today, 'week', -1)]).toEqual(['2026-11-24', '2026-11-16'])
  expect([moveDay('2027-01-31', 'month', 1), moveDay('2028-03-31', 'month', -1)]).toEqual([
    '2027-02-28',
    '2028-02-29',
  ])
  fc.assert(
    fc.property(someDay, fc.integer({ min: -30, max: 30 }), (day, n) => {
      const moved = moveDay(day, 'month', n)
      const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
      expect(months(moved) - months(day)).toBe(n)
      expect(isDay(moved)).toBe(true)
    }),
    runs(100),
  )
})

test.each([
  ['today', '2026-11-23'],
  ['Tomorrow', '2026-11-24'],
  ['fri', '2026-11-27'],
  ['mon', '2026-11-23'],
  ['Sunday', '2026-11-29'],
  ['this Friday', '2026-11-27'],
  ['use by fri', '2026-11-27'],
  ['MHD Freitag', '2026-11-27'],
  ['übermorgen', '2026-11-25'],
  ['demain', '2026-11-24'],
  // Packs print months.
  ['mar', '2027-03-31'],
  ['MAR 27', '2027-03-31'],
])('a day in words, %s, is a date as in other fields', (text, day) => {
  expect(parseDateEntry(text, today)).toEqual({ day })
  expect(isMonthOnly(text, today, 'day-first')).toBe(/mar/i.test(text))
})

test('a word of a day that a batch came on is the last such day', () => {
  expect(parseDateEntry('fri', today, 'day-first', 366)).toEqual({ day: '2026-11-20' })
  expect(parseDateEntry('yesterday', today, 'day-first', 366)).toEqual({ day: '2026-11-22' })
  expect(parseDateEntry('mon', today, 'day-first', 366)).toEqual({ day: today })
})

test.each(['next week', 'soon', 'end fri', 'friday 2', 'ma', 'fri sat'])('“%s” is no date', (text) => {
  expect(parseDateEntry(text, today)).toMatchObject({ problem: expect.stringContaining('is not a date') })
})

test('a word of a day is read in one way', () => {
  for (const text of ['fri', 'tomorrow', 'Freitag'])
    expect(otherReadings(text, today, 'day-first')).toEqual([])
})
