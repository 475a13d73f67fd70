import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, isDay, isoWeekday } from '../../src/core/day.ts'
import { parseDay, parseWhen } from '../../src/core/when.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { slashOrder } from '../../src/core/slash-order.ts'
import { runs } from '../support/runs.ts'

/** A Wednesday. */
const now = '2026-11-25T10:15'
const count = runs(1_000)
const countries = [
  'DE',
  'FR',
  'GB',
  'US',
  'NL',
  'IT',
  'ES',
  'CH',
  'AT',
  'IN',
  'ZA',
  'SE',
  'HU',
  'JP',
  'EG',
  'CA',
  'BG',
  'LT',
]

test.each([
  ['fri 17', '2026-11-27T17:00'],
  ['Friday 17:30', '2026-11-27T17:30'],
  ['fri at 5pm', '2026-11-27T17:00'],
  ['fri 5:30 PM', '2026-11-27T17:30'],
  ['wed 17', '2026-11-25T17:00'],
  ['wed 9', '2026-12-02T09:00'],
  ['tue 9', '2026-12-01T09:00'],
  ['tomorrow 10', '2026-11-26T10:00'],
  ['today 1730', '2026-11-25T17:30'],
  ['17h30', '2026-11-25T17:30'],
  ['17', '2026-11-25T17:00'],
  ['9', '2026-11-26T09:00'],
  ['noon', '2026-11-25T12:00'],
  ['12am', '2026-11-26T00:00'],
  ['+2h', '2026-11-25T12:15'],
  ['+90m', '2026-11-25T11:45'],
  ['+3d 17', '2026-11-28T17:00'],
  ['24 dec 12', '2026-12-24T12:00'],
  ['dec 24, 12:30', '2026-12-24T12:30'],
  ['24.12. 9', '2026-12-24T09:00'],
  ['24/12 9:00', '2026-12-24T09:00'],
  ['12/24 9:00', '2026-12-24T09:00'],
  ['2 jan 10', '2027-01-02T10:00'],
  ['2026-12-24 17:00', '2026-12-24T17:00'],
  ['2026-12-24T17:00', '2026-12-24T17:00'],
  ['29.2. 10', '2028-02-29T10:00'],
  [' fri  17 ', '2026-11-27T17:00'],
  [' 2026-12-24T17:00 ', '2026-12-24T17:00'],
  ['fri 17,', '2026-11-27T17:00'],
  ['fri by 17', '2026-11-27T17:00'],
  ['by 17', '2026-11-25T17:00'],
  ['on fri, 17', '2026-11-27T17:00'],
  ['fri,17', '2026-11-27T17:00'],
  ['fri 5  pm', '2026-11-27T17:00'],
  ['24 dec 2026 12', '2026-12-24T12:00'],
  ['dec 24 2026 12', '2026-12-24T12:00'],
  ['2 jan 2027 at 9', '2027-01-02T09:00'],
  ['10:15', '2026-11-26T10:15'],
  ['10:16', '2026-11-25T10:16'],
  ['wed 10:15', '2026-12-02T10:15'],
  ['today 9', '2026-11-25T09:00'],
  ['25.11. 9', '2026-11-25T09:00'],
  ['1am', '2026-11-26T01:00'],
  ['1 pm', '2026-11-25T13:00'],
  ['12pm', '2026-11-25T12:00'],
  ['0', '2026-11-26T00:00'],
  ['23:59', '2026-11-25T23:59'],
  ['+15min', '2026-11-25T10:30'],
  ['+12 9', '2026-12-07T09:00'],
])('“%s” is %s', (text, local) => {
  expect(parseWhen(text, now)).toEqual({ local, dayOnly: false })
})

test.each([
  ['samedi 16h', '2026-11-28T16:00'],
  ['samedi à 16 h', '2026-11-28T16:00'],
  ['sam. 5/12 à 16h', '2026-12-05T16:00'],
  ['5/12 à 16h', '2026-12-05T16:00'],
  ['demain 10h', '2026-11-26T10:00'],
  ['lundi 8h30', '2026-11-30T08:30'],
  ['lundi 8 h 30', '2026-11-30T08:30'],
  ['mar 16h', '2026-12-01T16:00'],
  ['aujourd’hui 17h', '2026-11-25T17:00'],
  ["aujourd'hui midi", '2026-11-25T12:00'],
  ['5 juillet 9h', '2027-07-05T09:00'],
  ['Samstag 16 Uhr', '2026-11-28T16:00'],
  ['am Samstag um 16:30 Uhr', '2026-11-28T16:30'],
  ['morgen 10 Uhr', '2026-11-26T10:00'],
  ['Sa 16 Uhr', '2026-11-28T16:00'],
  ['Sa. 5.12. 16 Uhr 30', '2026-12-05T16:30'],
  ['Samstag, 5. Dezember 2026, 16 Uhr', '2026-12-05T16:00'],
  ['übermorgen 9 Uhr', '2026-11-27T09:00'],
  ['mo 9', '2026-11-30T09:00'],
  ['sábado 16h', '2026-11-28T16:00'],
  ['mañana a las 4 pm', '2026-11-26T16:00'],
  ['sabato alle 16', '2026-11-28T16:00'],
  ['domani alle ore 16.30', '2026-11-26T16:30'],
  ['zaterdag 16u', '2026-11-28T16:00'],
  ['vrijdag om 16u30', '2026-11-27T16:30'],
  ['za 16 uur', '2026-11-28T16:00'],
  ['Sa kl. 16', '2026-11-28T16:00'],
  ['saturday 5 dec 4pm', '2026-12-05T16:00'],
  ['mar 16 9', '2027-03-16T09:00'],
])('as people say it, “%s” is %s', (text, local) => {
  expect(parseWhen(text, now, 'ahead', 'day-first')?.local).toBe(local)
})

test.each([
  ['fri', '2026-11-27'],
  ['wed', '2026-11-25'],
  ['today', '2026-11-25'],
  ['tomorrow', '2026-11-26'],
  ['+3d', '2026-11-28'],
  ['+3', '2026-11-28'],
  ['+2w', '2026-12-09'],
  ['24 december', '2026-12-24'],
  ['24 dec 2027', '2027-12-24'],
  ['24.12.2027', '2027-12-24'],
  ['2026-12-24', '2026-12-24'],
  ['+10d', '2026-12-05'],
  ['12/12', '2026-12-12'],
  ['12/24', '2026-12-24'],
  ['24/12', '2026-12-24'],
  ['24/12/2027', '2027-12-24'],
  ['12/24/2027', '2027-12-24'],
  ['24.12', '2026-12-24'],
  ['25.11.', '2026-11-25'],
  ['24.11.', '2027-11-24'],
  ['1 dec', '2026-12-01'],
  ['1. dec', '2026-12-01'],
  ['31.12.', '2026-12-31'],
  ['1.1.', '2027-01-01'],
  ['tod', '2026-11-25'],
  ['tmrw', '2026-11-26'],
  ['yday', '2026-11-24'],
  ['tues', '2026-12-01'],
])('“%s” is the end of %s', (text, day) => {
  expect(parseWhen(text, now)).toEqual({ local: `${day}T23:59`, dayOnly: true })
})

test.each([
  ['9', '2026-11-25T09:00'],
  ['17', '2026-11-24T17:00'],
  ['fri 17', '2026-11-20T17:00'],
  ['wed 9', '2026-11-25T09:00'],
  ['wed 17', '2026-11-18T17:00'],
  ['yesterday 16:30', '2026-11-24T16:30'],
  ['-2h', '2026-11-25T08:15'],
  ['24 dec 12', '2025-12-24T12:00'],
  ['10:15', '2026-11-25T10:15'],
  ['10:16', '2026-11-24T10:16'],
  ['wed 10:15', '2026-11-25T10:15'],
  ['25.11. 9', '2026-11-25T09:00'],
  ['26.11. 9', '2025-11-26T09:00'],
  ['29.2. 9', '2024-02-29T09:00'],
])('looking back, “%s” is %s', (text, local) => {
  expect(parseWhen(text, now, 'back')).toEqual({ local, dayOnly: false })
})

test.each([
  ['wed', '2026-11-25'],
  ['tue', '2026-11-24'],
  ['thu', '2026-11-19'],
  ['today', '2026-11-25'],
  ['24 dec', '2025-12-24'],
])('looking back, “%s” is the day %s', (text, day) => {
  expect(parseWhen(text, now, 'back')).toEqual({ local: `${day}T23:59`, dayOnly: true })
})

test('a moment is told to the minute, also where now has seconds', () => {
  expect(parseWhen('10:15', `${now}:30`)).toEqual({ local: '2026-11-26T10:15', dayOnly: false })
  expect(parseWhen('10:15', `${now}:30`, 'back')).toEqual({ local: '2026-11-25T10:15', dayOnly: false })
  expect(parseWhen('+1h', `${now}:30`)).toEqual({ local: '2026-11-25T11:15', dayOnly: false })
})

test('29 February is found across a century without one', () => {
  expect(parseWhen('29.2.', '2096-03-01T09:00')?.local).toBe('2104-02-29T23:59')
  expect(parseWhen('29.2.', '2104-02-28T09:00', 'back')?.local).toBe('2096-02-29T23:59')
})

test.each([
  '',
  'soon',
  'mon 17 x y z',
  'fri 17 dec 2026 9',
  'x+2h',
  '+2hours',
  '+2h 9',
  'x24 dec',
  '24x dec',
  '24 9dec',
  '24 dec9',
  '24 de',
  '24 dec 20267',
  '24 dec 12026',
  '24 dec-xmas',
  '1-2 dec',
  '24 24',
  'dec dec',
  'xtoday',
  'todayx',
  'xtomorrow',
  'tomorrowx',
  'xyesterday',
  'yesterdayx',
  'x24.12.',
  '24.12.x',
  'x24/12',
  '24/12/x',
  '24/12/2',
  '24/12/abcd',
  '24.13.',
  '24.0.',
  '13/13',
  '1.1.0999',
  '0/24',
  '24/0',
  'ma 16u',
  'sam. 6/12 à 16h',
  'lundi mardi',
  'fri +2',
  '24 Uhr',
  '+2 h',
  'monx',
  't',
  '3/4',
  '12/4',
  '4/12',
  '31/2',
  '30.2.',
  '24',
  '24:00',
  '0am',
  '0pm',
  '25',
  'fri 25',
  'fri 17 x',
  '13pm',
  '+2y',
  'fri fri',
  '17:61',
  '0.1.',
  '2026-02-30',
  '-2h',
])('“%s” is no moment, or more than one', (text) => {
  expect(parseWhen(text, now)).toBeNull()
})

test(`a moment without a year or a date never lies on the wrong side of now (${count.numRuns} runs)`, () => {
  const day = fc.constantFrom(
    '',
    'mon',
    'tue',
    'wed',
    'thu',
    'fri',
    'sat',
    'sun',
    'lundi',
    'Di',
    'mié.',
    'gio',
    'zondag',
  )
  const clock = fc.integer({ min: 0, max: 1439 })
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(day, clock, clock, fc.integer({ min: 1, max: 28 }), (word, at, nowAt, date) => {
      const local = `2026-02-${two(date)}T${two(Math.floor(nowAt / 60))}:${two(nowAt % 60)}`
      const text = `${word} ${two(Math.floor(at / 60))}:${two(at % 60)}`
      const ahead = parseWhen(text, local)!.local
      const back = parseWhen(text, local, 'back')!.local
      expect(ahead > local).toBe(true)
      expect(back <= local).toBe(true)
      const days = (Date.parse(`${ahead}Z`) - Date.parse(`${back}Z`)) / 86_400_000
      expect(days).toBe(word === '' ? 1 : 7)
    }),
    count,
  )
})

test(`nothing that is typed breaks it, and what it reads is a real moment (${count.numRuns} runs)`, () => {
  const piece = fc.constantFrom(
    'fri',
    '17',
    '+',
    '3',
    'd',
    '.',
    '/',
    ':',
    ' ',
    'dec',
    '2026',
    '-',
    'pm',
    'h',
    'Uhr',
    'samedi',
    'à',
    '29',
    '30',
    'tomorrow',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 7 }).map((p) => p.join('')),
      ),
      (text) => {
        const when = parseWhen(text, now)
        if (!when) return
        expect(when.local).toMatch(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
        expect(isDay(when.local.slice(0, 10))).toBe(true)
      },
    ),
    count,
  )
})

test('a date with a slash is read as the shop’s country writes it, with its time', () => {
  const now = '2026-11-24T09:00'
  expect(parseWhen('5/12 9', now, 'ahead', 'day-first')?.local).toBe('2026-12-05T09:00')
  expect(parseWhen('5/12 9', now, 'ahead', 'month-first')?.local).toBe('2027-05-12T09:00')
  expect(parseWhen('12/5', now, 'ahead', 'day-first')?.local).toBe('2027-05-12T23:59')
  expect(parseWhen('12/5', now, 'ahead', 'month-first')?.local).toBe('2026-12-05T23:59')
  for (const order of ['day-first', 'month-first', null] as const)
    expect(parseWhen('28/11 17:00', now, 'ahead', order)?.local).toBe('2026-11-28T17:00')
  expect(parseWhen('5/12 9', now)).toBeNull()
})

test(`a day in the figures of a country is read as that day again, or is no day at all (${count.numRuns} runs)`, () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.constantFrom(...countries), day, (country, it) => {
      const read = parseWhen(formatsOf(country).inFigures(it), now, 'ahead', slashOrder(country))
      expect(read?.local.slice(0, 10) ?? it).toBe(it)
    }),
    count,
  )
  for (const country of ['DE', 'FR', 'GB', 'US', 'NL', 'IT', 'ES', 'CH', 'AT', 'IN', 'ZA', 'SE'])
    expect([
      country,
      parseWhen(formatsOf(country).inFigures('2026-12-24'), now, 'ahead', slashOrder(country))?.local.slice(
        0,
        10,
      ),
    ]).toEqual([country, '2026-12-24'])
})

/** A Thursday, with a closing from Tuesday 8 to Friday 11 December that runs. */
const running = '2026-12-10'

test.each([
  ['8.12.', '2026-12-08'],
  ['9.12', '2026-12-09'],
  ['8 dec', '2026-12-08'],
  ['wed', '2026-12-09'],
  ['mi', '2026-12-09'],
  ['Tue', '2026-12-08'],
  ['today', '2026-12-10'],
  ['fri', '2026-12-11'],
  ['mon', '2026-12-14'],
  ['2.1.', '2027-01-02'],
  ['7.12.2026', '2026-12-07'],
])('as the last day of what began on 8 December, “%s” is %s', (text, day) => {
  expect(parseDay(text, running, { since: '2026-12-08' }, 'day-first')).toBe(day)
})

test.each([
  ['fri', '2026-11-24', '2026-12-18'],
  ['tue', '2026-11-24', '2026-12-15'],
  ['2.1.', '2026-11-24', '2027-01-02'],
  ['wed', '2026-12-24', '2026-12-23'],
  ['fri', '2026-12-24', '2026-12-25'],
])('of what begins on 15 December, “%s” written on %s ends on %s', (text, today, day) => {
  expect(parseDay(text, today, { since: '2026-12-15' }, 'day-first')).toBe(day)
})

test.each([
  ['7.12.', '2026-12-07'],
  ['9.12.', '2026-12-09'],
  ['mon', '2026-12-07'],
  ['thu', '2026-12-10'],
  ['1.1.', '2027-01-01'],
  ['8.12.2027', '2027-12-08'],
])('what was on 8 December begins instead on “%s”, %s', (text, day) => {
  expect(parseDay(text, running, { to: '2026-12-08' }, 'day-first')).toBe(day)
})

test(`a last day lies on or after the first, at most a year or a week on; a first day is the nearest (${count.numRuns} runs)`, () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))
  const date = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2026-01-01', n).slice(5))
  const weekday = fc.constantFrom('mon', 'di', 'mer', 'gio', 'viernes', 'zaterdag', 'Sonntag')
  fc.assert(
    fc.property(day, fc.integer({ min: -300, max: 300 }), date, weekday, (first, away, on, word) => {
      const today = addDays(first, away)
      const written = `${Number(on.slice(3))}.${Number(on.slice(0, 2))}.`
      const last = parseDay(written, today, { since: first }, 'day-first')!
      expect([last.slice(5), last >= first, daysBetween(first, last) <= 365]).toEqual([on, true, true])
      const lastOn = parseDay(word, today, { since: first }, 'day-first')!
      const [earliest, latest] = today > first ? [first, addDays(today, 6)] : [first, addDays(first, 6)]
      expect(lastOn >= earliest && lastOn <= latest).toBe(true)
      const begins = parseDay(written, today, { to: first }, 'day-first')!
      expect([begins.slice(5), Math.abs(daysBetween(first, begins)) <= 183]).toEqual([on, true])
      expect(Math.abs(daysBetween(first, parseDay(word, today, { to: first }, 'day-first')!)) <= 3).toBe(true)
    }),
    count,
  )
})

test.each([
  ['12.12.26', '2026-12-12T23:59'],
  ['12/12/26', '2026-12-12T23:59'],
  ['14.2.27', '2027-02-14T23:59'],
  ['24.12.26 10:00', '2026-12-24T10:00'],
  ['24-12-26', '2026-12-24T23:59'],
  ['24/12/26 10h', '2026-12-24T10:00'],
  ['5/12/26', '2026-12-05T23:59'],
  ['5-12-26', '2026-12-05T23:59'],
  ['Do 24.12.26 10 Uhr', '2026-12-24T10:00'],
  ['24 dec 26', '2026-12-24T23:59'],
  ['dec 24 26, 10:00', '2026-12-24T10:00'],
])('a year may be of two digits: “%s” is %s', (text, local) => {
  expect(parseWhen(text, now, 'ahead', 'day-first')?.local).toBe(local)
})

test('two digits of a year change nothing about the order, and are not taken for another date', () => {
  expect(parseWhen('5/12/26', now, 'ahead', 'month-first')?.local).toBe('2026-05-12T23:59')
  expect(parseWhen('12-5-26', now, 'ahead', 'month-first')?.local).toBe('2026-12-05T23:59')
  expect(parseWhen('12-24-26', now, 'ahead', 'month-first')?.local).toBe('2026-12-24T23:59')
  expect(parseWhen('24.12.26', now, 'ahead', 'month-first')?.local).toBe('2026-12-24T23:59')
  // With dots, 5.12. is the day first, and in the United States 5.12.26 may be the month first.
  expect(parseWhen('5.12.26', now, 'ahead', 'month-first')).toBeNull()
  for (const open of ['5/12/26', '5-12-26']) expect(parseWhen(open, now)).toBeNull()
  // The year may stand in front.
  expect(parseWhen('26-12-24', now, 'ahead', 'day-first')).toBeNull()
  expect(parseDay('8.12.26', '2026-12-10', { since: '2026-12-08' }, 'day-first')).toBe('2026-12-08')
  for (const none of ['24.12.6', '24.12.126', '24-12', '24/12/', '30.2.27', '24 dec 24'])
    expect([none, parseWhen(none, now, 'ahead', 'day-first')]).toEqual([none, null])
})

test(`any day of the coming years is read with two digits of its year as with four (${count.numRuns} runs)`, () => {
  const far = fc.integer({ min: 0, max: 4000 })
  const orders = fc.constantFrom('day-first' as const, 'month-first' as const)
  fc.assert(
    fc.property(far, fc.constantFrom('.', '/', '-'), orders, (n, mark, order) => {
      const day = addDays('2026-11-25', n)
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      const isMonthFirst = order === 'month-first' && mark !== '.'
      const begin = (isMonthFirst ? [month, date] : [date, month]).join(mark)
      expect(parseDay(`${begin}${mark}${year}`, '2026-11-25', 'ahead', order)).toBe(day)
      const short = parseDay(`${begin}${mark}${year - 2000}`, '2026-11-25', 'ahead', order)
      expect([day, null]).toContain(short)
      if (mark === '/' || (mark === '.' && order === 'day-first')) expect(short).toBe(day)
    }),
    count,
  )
})

test.each([
  ['el 5 de diciembre', '2026-12-05T23:59'],
  ['el 5 de diciembre de 2027 a las 10', '2027-12-05T10:00'],
  ['viernes 4 de diciembre 10h', '2026-12-04T10:00'],
  ['1er décembre', '2026-12-01T23:59'],
  ['le 1er déc à 10h', '2026-12-01T10:00'],
  ['mar 1er déc à 10h', '2026-12-01T10:00'],
  ['mar 1 déc', '2026-12-01T23:59'],
  ['1º de enero', '2027-01-01T23:59'],
  ['1° dicembre alle 9', '2026-12-01T09:00'],
  ['5 di dicembre', '2026-12-05T23:59'],
  ['5e december', '2026-12-05T23:59'],
  ['the 5th of december at 10', '2026-12-05T10:00'],
  ['Dec 5th, 4pm', '2026-12-05T16:00'],
  ['el viernes', '2026-11-27T23:59'],
  ['le vendredi 10h', '2026-11-27T10:00'],
  ['nächsten Montag', '2026-11-30T23:59'],
  ['nächsten Montag 10 Uhr', '2026-11-30T10:00'],
  ['lundi prochain à 10h', '2026-11-30T10:00'],
  ['el próximo lunes', '2026-11-30T23:59'],
  ['next wed', '2026-12-02T23:59'],
  ['kommenden Freitag', '2026-11-27T23:59'],
  ['el viernes que viene', '2026-11-27T23:59'],
  ['komende woensdag', '2026-12-02T23:59'],
  ['this fri 10', '2026-11-27T10:00'],
  ['ce vendredi', '2026-11-27T23:59'],
  ['Freitag um zehn', '2026-11-27T10:00'],
  ['vendredi à dix heures', '2026-11-27T10:00'],
  ['domani alle undici', '2026-11-26T11:00'],
  ['Freitag halb elf', '2026-11-27T10:30'],
  ['halb 12 Uhr', '2026-11-25T11:30'],
  ['morgen um halb eins', '2026-11-26T12:30'],
  ['vrijdag half elf', '2026-11-27T10:30'],
  ['vrijdag half een', '2026-11-27T12:30'],
  ['half tien', '2026-11-26T09:30'],
])('as people say it, too, “%s” is %s', (text, local) => {
  expect(parseWhen(text, now, 'ahead', 'day-first')?.local).toBe(local)
})

test.each([
  'fri half ten',
  'half 10',
  'vrijdag half 10',
  'Freitag um fünf',
  'halb drei',
  'half zes',
  'next fri',
  'nächsten Samstag',
  'vendredi prochain',
  'this mon',
  'diesen Dienstag',
  'next',
  'next week',
  'next 17',
  'fri 17th',
  'the 5th',
  'a las 5 de la tarde',
  'mar 2 déc',
  '5 de',
  'de diciembre',
])('“%s” may be several moments, or none', (text) => {
  expect(parseWhen(text, now, 'ahead', 'day-first')).toBeNull()
})

test('on a Sunday nobody knows which week is the next', () => {
  for (const text of ['next mon', 'nächsten Freitag'])
    expect(parseWhen(text, '2026-11-29T10:00', 'ahead', 'day-first')).toBeNull()
  expect(parseWhen('coming mon', '2026-11-29T10:00')?.local).toBe('2026-11-30T23:59')
  expect(parseWhen('next mon', now, 'back')).toBeNull()
})

test(`a weekday that is called this, the coming or the next is the one of its name within a week, or is left open (${count.numRuns} runs)`, () => {
  const names = ['Montag', 'mardi', 'miércoles', 'giovedì', 'vrijdag', 'sat', 'Sonntag']
  const which = fc.constantFrom('this', 'coming', 'next', 'kommenden', 'prochain', 'deze')
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-11-25', n))
  fc.assert(
    fc.property(
      day,
      which,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (today, said, weekday, isBehind) => {
        const name = names[weekday - 1]!
        const read = parseDay(isBehind ? `${name} ${said}` : `${said} ${name}`, today, 'ahead', 'day-first')
        if (['coming', 'kommenden'].includes(said)) expect(read).not.toBeNull()
        if (read === null) return
        expect(isoWeekday(read)).toBe(weekday)
        const days = daysBetween(today, read)
        expect(days >= (['this', 'deze'].includes(said) ? 0 : 1) && days <= 7).toBe(true)
        // The next one is not of this week, and this one is.
        const [left, isNext] = [7 - isoWeekday(today), ['next', 'prochain'].includes(said)]
        if (isNext) expect(days > left).toBe(true)
        if (['this', 'deze'].includes(said)) expect(days <= left).toBe(true)
      },
    ),
    count,
  )
})
