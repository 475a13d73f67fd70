import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../src/core/day.ts'
import { slashOrder } from '../../../src/core/slash-order.ts'
import { isMonthOnly, parseDateEntry } from '../../../src/core/stock/date-entry.ts'
import { otherReadings } from '../../../src/core/stock/date-readings.ts'
import { printedDate } from '../../../src/core/stock/printed-date.ts'
import { runs } from '../../support/runs.ts'

const today = '2026-11-24'
const read = (typed: string, country = 'DE') => parseDateEntry(typed, today, slashOrder(country))
const others = (typed: string, country = 'DE') => otherReadings(typed, today, slashOrder(country))

test.each([
  ['04 DEC 26', '2026-12-04'],
  ['04DEC26', '2026-12-04'],
  ['4. Dezember 2026', '2026-12-04'],
  ['04-DIC-2026', '2026-12-04'],
  ['4 de diciembre de 2026', '2026-12-04'],
  ['2026 DEC 04', '2026-12-04'],
  ['DEC 04 2026', '2026-12-04'],
  ['Dec. 4, 2026', '2026-12-04'],
  ['28 FEV 27', '2027-02-28'],
  ['28 FÉV 27', '2027-02-28'],
  ['15 AOUT 27', '2027-08-15'],
  ['15 AOÛT 27', '2027-08-15'],
  ['03 MÄR 27', '2027-03-03'],
  ['03 MRZ 27', '2027-03-03'],
  ['03 MRT 27', '2027-03-03'],
  ['05 MEI 27', '2027-05-05'],
  ['05 OKT 27', '2027-10-05'],
  ['05 DEZ', '2026-12-05'],
  ['1er juin 27', '2027-06-01'],
  ['DEC 2026', '2026-12-31'],
  ['DEC 27', '2027-12-31'],
  ['DEC 5', '2026-12-05'],
  ['DEC 05', '2026-12-05'],
  ['fin 07/27', '2027-07-31'],
  ['FIN 07/2027', '2027-07-31'],
  ['Ende 07.27', '2027-07-31'],
  ['end 07 27', '2027-07-31'],
  ['fine lug 27', '2027-07-31'],
  ['fin juillet 2027', '2027-07-31'],
  ['DLC 04/12', '2026-12-04'],
  ['DLC: 04/12/26', '2026-12-04'],
  ['MHD 04.12.26', '2026-12-04'],
  ['MHD 04. 12. 26', '2026-12-04'],
  ['MHD: Ende 07/27', '2027-07-31'],
  ['mindestens haltbar bis 04.12.2026', '2026-12-04'],
  ['mindestens haltbar bis Ende 07.2027', '2027-07-31'],
  ['zu verbrauchen bis 04.12.', '2026-12-04'],
  ['BB 04/12/26', '2026-12-04'],
  ['BBE 07/2027', '2027-07-31'],
  ['BBE 04/27', '2027-04-30'],
  ['BBE 04/12', '2026-12-04'],
  ['BBE 04/12/26', '2026-12-04'],
  ['BBE DEC 27', '2027-12-31'],
  ['BEST BEFORE END: 04/27', '2027-04-30'],
  ['BEST BEFORE 04 DEC 26', '2026-12-04'],
  ['BEST BEFORE END DEC 2026', '2026-12-31'],
  ['USE BY 04 DEC', '2026-12-04'],
  ['EXP 04 12 26', '2026-12-04'],
  ['EXP041226', '2026-12-04'],
  ['à consommer avant le 04/12/26', '2026-12-04'],
  ['À consommer de préférence avant fin 07/2027', '2027-07-31'],
  ['04 12', '2026-12-04'],
  ['03/28', '2028-03-31'],
  ['12/26', '2026-12-31'],
  ['1/27', '2027-01-31'],
  ['01-27', '2027-01-31'],
  ['12 26', '2026-12-31'],
  ['MHD 12/26', '2026-12-31'],
  ['27-03-01', '2027-03-01'],
  ['27 DEC 04', '2027-12-04'],
  ['26DEC04', '2026-12-04'],
  ['dec0426', '2026-12-04'],
  ['DEC 24', '2026-12-24'],
  ['10/25', '2026-10-25'],
  ['270325', '2027-03-25'],
  ['15012027', '2027-01-15'],
  ['04122026', '2026-12-04'],
  ['EXP 15012027', '2027-01-15'],
])('%j on a pack is %s', (typed, day) => {
  expect(read(typed)).toEqual({ day })
})

test('what is no date is still told, and no word before a date makes it one', () => {
  for (const typed of [
    'DLC',
    'MHD ',
    'fin',
    'fin 04/12/26',
    '04 JUI 27',
    '04 MA 27',
    '4 soon 26',
    'EXP soon',
    'dlcx 04/12',
  ])
    expect(read(typed)).toEqual({ problem: expect.stringContaining('is not a date') })
  expect(read('30 FEV 27')).toEqual({ problem: 'There is no day 30 in February 2027.' })
  expect(read('fin 13/27')).toEqual({ problem: 'There is no month 13.' })
})

test('six digits are read as the country writes days, and every other way is offered', () => {
  expect(others('041226')).toEqual(['2026-04-12'])
  expect([read('041226', 'US'), others('041226', 'US')]).toEqual([{ day: '2026-04-12' }, ['2026-12-04']])
  expect(others('270428')).toEqual(['2027-04-28'])
  expect(others('072027')).toEqual(['2027-07-20'])
  expect(read('EXP 04 12 26', 'US')).toEqual({ day: '2026-04-12' })
  expect(others('EXP 04 12 26', 'US')).toEqual(['2026-12-04'])
})

test('day and month are offered the other way round only where the month is a number', () => {
  expect(others('DLC 04/12')).toEqual(['2027-04-12'])
  for (const country of ['DE', 'US']) expect(others('04 DEC 26', country)).toEqual([])
  expect(others('DEC 27')).toEqual(['2026-12-27'])
  expect([read('DEC 27', 'US'), others('DEC 27', 'US')]).toEqual([{ day: '2026-12-27' }, ['2027-12-31']])
})

test('the word before a date says its kind, where it is one of a kind', () => {
  const kind = (typed: string) => printedDate(typed, today, 'day-first').kind
  for (const typed of ['DLC 04/12', 'USE BY 04 DEC', 'verbrauchen bis 4.12.', 'à consommer avant 04/12'])
    expect([typed, kind(typed)]).toEqual([typed, 'use-by'])
  for (const typed of ['MHD 4.12.', 'DDM 04/12', 'BB 04/12', 'à consommer de préférence avant le 04/12'])
    expect([typed, kind(typed)]).toEqual([typed, 'best-before'])
  for (const typed of ['EXP 04/12', '04/12', 'never', '', 'DLC'])
    expect([typed, kind(typed)]).toEqual([typed, ''])
})

test('a month’s end on a pack is a month without its day', () => {
  for (const typed of ['fin 07/27', 'DEC 2026', 'DEC 27', '072027', 'BBE 07/2027'])
    expect([typed, isMonthOnly(typed, today, 'day-first')]).toEqual([typed, true])
  for (const typed of ['04 DEC 26', '041226', 'DLC 04/12', 'fin'])
    expect([typed, isMonthOnly(typed, today, 'day-first')]).toEqual([typed, false])
})

test.each([
  ['03/28', '2027-03-28'],
  ['12/26', '2026-12-26'],
  ['01-27', '2027-01-27'],
  ['12 26', '2026-12-26'],
  ['10/25', '2025-10-31'],
  ['DEC 24', '2024-12-31'],
  ['27-03-28', '2027-03-28'],
  ['27 DEC 28', '2027-12-28'],
  ['27-11-24', '2024-11-27'],
  ['270325', '2025-03-27'],
  ['04122026', '2026-04-12'],
])('%j can mean another day, too, and %s is offered', (typed, other) => {
  expect(others(typed)).toContain(other)
})

test('a year stands last with points or strokes: nothing is asked about 28.03.27', () => {
  for (const typed of ['28.03.27', '28/03/27', '28. Dez. 27'])
    expect([typed, others(typed)]).toEqual([typed, []])
})

test('where months come first, 03/28 stays a day, and the end of a month is read in words', () => {
  expect([read('03/28', 'US'), others('03/28', 'US')]).toEqual([{ day: '2027-03-28' }, ['2028-03-31']])
  expect(read('01152027', 'US')).toEqual({ day: '2027-01-15' })
  for (const [typed, day] of [
    ['ende dez 26', '2026-12-31'],
    ['fin juil 27', '2027-07-31'],
    ['end of july 27', '2027-07-31'],
    ['BBE DEC 27', '2027-12-31'],
  ] as const)
    expect([typed, read(typed, 'US')]).toEqual([typed, { day }])
})

test('a day that the calendar has not is said, with what the digits can mean besides', () => {
  expect(read('310226')).toEqual({
    problem: 'There is no day 31 in February 2026. Is 26 February 2031 meant? Then write 2031-02-26.',
  })
  expect(read('300227')).toEqual({
    problem: 'There is no day 30 in February 2027. Is 27 February 2030 meant? Then write 2030-02-27.',
  })
  expect(read('30-02-27')).toEqual(read('300227'))
  expect(read('31-11-01')).toEqual({ day: '2031-11-01' })
  expect(read('022926', 'US')).toEqual({ problem: 'There is no day 29 in February 2026.' })
  expect(read('31022027')).toEqual({ problem: 'There is no day 31 in February 2027.' })
  expect(read('20261345')).toEqual({ problem: 'There is no month 13.' })
})

const two = (n: number) => String(n).padStart(2, '0')
const anyDay = fc
  .integer({ min: -700, max: 3600 })
  .map((n) => addDays(today, n))
  .filter((day) => !day.endsWith('-02-29'))

test('what has been over for more than a year is never first where another reading lies ahead', () => {
  const write = fc.constantFrom<(y: string, m: string, d: string) => string>(
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${y}${m}${d}`,
    (y, m, d) => `${d}-${m}-${y}`,
    (y, m, d) => `${y} ${m} ${d}`,
    (y, m) => `${m}/${y}`,
    (_y, m, d) => `${m}/${d}`,
  )
  fc.assert(
    fc.property(anyDay, write, fc.constantFrom('DE', 'US'), (day, as, country) => {
      const [y, m, d] = [day.slice(2, 4), day.slice(5, 7), day.slice(8)]
      const meant = read(as(y, m, d), country)
      if (!('day' in meant)) return
      const ahead = others(as(y, m, d), country).filter((other) => other >= today)
      if (ahead.length > 0) expect(daysBetween(today, meant.day)).toBeGreaterThanOrEqual(-366)
    }),
    runs(500),
  )
})

test('a day with its year, first or last, is read or offered in every way that packs write it', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [y, m, d] = day.split('-').map(Number) as [number, number, number]
      const yy = two(y % 100)
      const [first, last] = [`${yy}-${two(m)}-${two(d)}`, `${two(d)}-${two(m)}-${yy}`]
      for (const typed of [first, last, first.replaceAll('-', ' ')]) {
        const meant = read(typed)
        if ('problem' in meant) expect([typed, meant.problem]).toEqual([typed, expect.stringContaining(day)])
        else expect([typed, 'day' in meant && meant.day, ...others(typed)]).toContain(day)
      }
      expect(read(`${two(d)}${two(m)}${y}`)).toEqual({ day })
      expect(read(`${two(m)}${two(d)}${y}`, 'US')).toEqual({ day })
    }),
    runs(300),
  )
})
