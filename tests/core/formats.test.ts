import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber } from '../../src/core/day.ts'
import { formatsOf, type Formats } from '../../src/core/formats.ts'

const tuesday = '2026-11-24'
const at = Date.parse('2026-11-24T18:02:00Z')

const shown = (f: Formats) => [
  f.day(tuesday),
  f.dayAndYear(tuesday),
  f.fullDay(tuesday),
  f.longDate(tuesday),
  f.time('07:02'),
  f.time('24:00'),
  f.instant(at, 'UTC'),
  f.number(12345.5),
  f.share(0.934),
]

test('a German shop, an American one and an Egyptian one each read their own way', () => {
  expect(shown(formatsOf('DE'))).toEqual([
    'Tue 24 Nov',
    'Tue 24 Nov 2026',
    'Tuesday 24 November 2026',
    '24 November 2026',
    '07:02',
    '24:00',
    'Tue 24 Nov, 18:02',
    '12.345,5',
    '93,4\u00a0%',
  ])
  expect(shown(formatsOf('US'))).toEqual([
    'Tue, Nov 24',
    'Tue, Nov 24, 2026',
    'Tuesday, November 24, 2026',
    'November 24, 2026',
    '7:02 AM',
    '12:00 AM',
    'Tue, Nov 24, 6:02 PM',
    '12,345.5',
    '93.4%',
  ])
  expect(shown(formatsOf('EG')).slice(0, 8)).toEqual([
    'Tue 24 Nov',
    'Tue 24 Nov 2026',
    'Tuesday 24 November 2026',
    '24 November 2026',
    '7:02 AM',
    '12:00 AM',
    'Tue 24 Nov, 6:02 PM',
    '12,345.5',
  ])
})

test('a count and its word, and days from today', () => {
  const { counted, away } = formatsOf('DE')
  expect([0, 1, 2, 12345].map((n) => counted(n, 'day', 'days'))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '12.345 days',
  ])
  expect(formatsOf('US').counted(12345, 'draft', 'drafts')).toBe('12,345 drafts')
  expect([-1200, -2, -1, 0, 1, 2, 1200].map(away)).toEqual([
    '1.200 days ago',
    '2 days ago',
    'yesterday',
    'today',
    'tomorrow',
    'in 2 days',
    'in 1.200 days',
  ])
})

test('a week is said in words, with both months and years where they differ', () => {
  const weeks = ['2026-W48', '2026-W49', '2026-W53', '2027-W01']
  expect(weeks.map(formatsOf('GB').week)).toEqual([
    'Week 48: Mon 23 – Sun 29 November 2026',
    'Week 49: Mon 30 November – Sun 6 December 2026',
    'Week 53: Mon 28 December 2026 – Sun 3 January 2027',
    'Week 1: Mon 4 – Sun 10 January 2027',
  ])
  expect(weeks.map(formatsOf('US').week)).toEqual([
    'Week 48: Mon, November 23 – Sun, November 29, 2026',
    'Week 49: Mon, November 30 – Sun, December 6, 2026',
    'Week 53: Mon, December 28, 2026 – Sun, January 3, 2027',
    'Week 1: Mon, January 4 – Sun, January 10, 2027',
  ])
})

test('a day is said long without its year', () => {
  expect(formatsOf('DE').longDay(tuesday)).toBe('Tuesday 24 November')
  expect(formatsOf('US').longDay(tuesday)).toBe('Tuesday, November 24')
})

test('a price has two decimals and the country’s marks', () => {
  expect(['DE', 'US', 'EG'].map((country) => formatsOf(country).price(1_234_500))).toEqual([
    '1.234,50',
    '1,234.50',
    '1,234.50',
  ])
})

test('a near day is said as the owner says it', () => {
  const days = ['2026-11-24', '2026-11-25', '2026-11-23', '2026-11-30', '2026-12-01', '2027-01-01']
  expect(days.map((day) => formatsOf('GB').near(day, tuesday))).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    'Mon',
    'Tue 1 Dec',
    'Fri 1 Jan 2027',
  ])
})

test('in any country a day names its weekday, month and year, and times keep their order apart', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  fc.assert(
    fc.property(letter, letter, fc.nat(40_000), fc.nat(1439), (a, b, n, minute) => {
      const f = formatsOf(a + b)
      const day = dayFromNumber(n)
      const date = new Date(`${day}T00:00:00Z`)
      const word = (part: object) => new Intl.DateTimeFormat('en', { ...part, timeZone: 'UTC' }).format(date)
      const said = f.fullDay(day)
      for (const part of [{ weekday: 'long' }, { month: 'long' }, { day: 'numeric' }, { year: 'numeric' }])
        expect(said).toContain(word(part))
      const wall = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const written = f.time(wall)
      expect([
        wall,
        new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' })
          .format(minute * 60_000)
          .replace('\u202f', ' '),
      ]).toContain(written)
    }),
    { numRuns: 500 },
  )
})

test('no country known: day before month, 24 hours, a decimal point', () => {
  expect(shown(formatsOf('')).slice(0, 8)).toEqual([...shown(formatsOf('DE')).slice(0, 7), '12,345.5'])
})

test('whole numbers below a thousand are written as every country’s own format writes them', () => {
  for (const country of ['DE', 'US', 'FR', 'IN', 'CH', 'EG', 'IR', 'NO', 'ES', 'BD', '']) {
    const { language } = new Intl.Locale(`und-${country || 'US'}`).maximize()
    const own = new Intl.NumberFormat(`${language}-${country || 'US'}-u-nu-latn`)
    for (const n of [0, 7, 42, 100, 999, 1000, 12_345])
      expect(formatsOf(country).number(n)).toBe(own.format(n))
  }
})
