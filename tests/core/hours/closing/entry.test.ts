import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoWeekday } from '../../../../src/core/day.ts'
import { formatsOf } from '../../../../src/core/formats.ts'
import { parseClosing } from '../../../../src/core/hours/closing/entry.ts'
import { ok } from '../../../../src/core/result.ts'
import { runs } from '../../../support/runs.ts'

const today = '2026-11-24'
const winter = { from: '2026-12-24', to: '2027-01-02' }

test.each([
  ['closed 24.12.-2.1., family', { ...winter, label: 'family' }],
  ['24.12. – 2.1.: Family', { ...winter, label: 'Family' }],
  ['24.12.-02.01.2027 Betriebsferien', { ...winter, label: 'Betriebsferien' }],
  ['geschlossen 24. 12. - 2. 1., Ferien', { ...winter, label: 'Ferien' }],
  ['fermé 24/12-2/1, congés', { ...winter, label: 'congés' }],
  ['24 dec to 2 jan, family', { ...winter, label: 'family' }],
  ['December 24 - January 2', { ...winter, label: 'Closed for a while' }],
  ['2026-12-24 to 2027-01-02, family', { ...winter, label: 'family' }],
  ['24.-28.12., family', { from: '2026-12-24', to: '2026-12-28', label: 'family' }],
  ['24.12., stocktaking', { from: '2026-12-24', to: '2026-12-24', label: 'stocktaking' }],
  ['closed 1.3.-5.3. for a wedding', { from: '2027-03-01', to: '2027-03-05', label: 'a wedding' }],
  ['24.12. bis 2.1.', { ...winter, label: 'Closed for a while' }],
  ['vom 24.12. bis zum 2.1., Betriebsferien', { ...winter, label: 'Betriebsferien' }],
  ['24. Dezember bis einschließlich 2. Januar 2027: Urlaub', { ...winter, label: 'Urlaub' }],
  ['Dec 24 through Jan 2', { ...winter, label: 'Closed for a while' }],
  ['December 24th until January 2nd, family', { ...winter, label: 'family' }],
  ['du 24/12 au 2/1', { ...winter, label: 'Closed for a while' }],
  ['fermé du 24 décembre au 2 janvier, congés', { ...winter, label: 'congés' }],
  ['gesloten 24/12 tot en met 2/1, vakantie', { ...winter, label: 'vakantie' }],
  ['24 dec t/m 2 jan', { ...winter, label: 'Closed for a while' }],
  ['del 24 de diciembre al 2 de enero, vacaciones', { ...winter, label: 'vacaciones' }],
  ['chiuso dal 24 dicembre al 2 gennaio: ferie', { ...winter, label: 'ferie' }],
  ['24.12.26-2.1.27, family', { ...winter, label: 'family' }],
  ['30.-2.1.', { from: '2026-12-30', to: '2027-01-02', label: 'Closed for a while' }],
  ['30.-2.1.2027', { from: '2026-12-30', to: '2027-01-02', label: 'Closed for a while' }],
  ['28.-3.12., ill', { from: '2026-11-28', to: '2026-12-03', label: 'ill' }],
  ['Sept 5 - 7', { from: '2027-09-05', to: '2027-09-07', label: 'Closed for a while' }],
  ['Sept 5 - 7, 2028, fair', { from: '2028-09-05', to: '2028-09-07', label: 'fair' }],
  ['24.12.-28., family', { from: '2026-12-24', to: '2026-12-28', label: 'family' }],
])('%s is a closing', (text, closing) => {
  expect(parseClosing(text, today, 'day-first')).toEqual(ok(closing))
})

test.each([
  ['24.12. bis Ende Januar', 'bis Ende Januar'],
  ['24.12. und 26.12.', 'und 26.12.'],
  ['24.12., 26.12.', '26.12.'],
  ['24.12.-2.1., 5.1.-7.1.', '5.1.-7.1.'],
  ['24.12., from 8:00', 'from 8:00'],
  ['24.12. - family', 'family'],
  ['24/12 au plus tard', 'au plus tard'],
  ['24.12., 25th anniversary', '25th anniversary'],
  ['Dec 24 for two weeks, family', 'two weeks, family'],
  ['24.12., zwei Wochen Familie', 'zwei Wochen Familie'],
  ['24.12. jedes Jahr', 'jedes Jahr'],
  ['Dec 24 half day', 'half day'],
  ['24.12.-2.1. außer Montag', 'außer Montag'],
  ['24.12.-2.1. (Montag offen)', '(Montag offen)'],
])('of “%s” the rest is no reason unsaid', (text, label) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ label, unsure: true }))
})

test.each([
  '24.12. Betriebsferien bis Dreikönig',
  '24.12. Familie bis Neujahr',
  '24.12. famille jusqu’au nouvel an',
  '24 Dec onwards',
  '24.12. übers Wochenende',
  '24.12. Weihnachtsferien',
  '24.12. auf unbestimmte Zeit',
])('“%s” may be more than a day, and is asked about', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ unsure: true }))
})

test.each([
  'today pm',
  'tomorrow p.m., dentist',
  'today am',
  'today a.m.',
  '24.12.-2.1. pm',
  '24.12. nachm.',
  '24.12. vorm.',
  'heute früher',
  'heute eher zu',
  'heute nach dem Essen',
  'heute später',
  'demain après-midi',
  'demain après déjeuner',
  'aujourd’hui plus tôt',
  'domani pom.',
  'domani dopo pranzo',
  'mañana después de comer',
  'morgen namiddag',
  'vandaag vroeg dicht',
  'today after lunch',
  'today early',
  'today, closing early',
  'today, opening late',
  'Friday night',
  'today, n. V.',
])('“%s” may be a part of the day, and is asked about', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ unsure: true }))
})

test.each([
  'until 2 Jan exclusive',
  'until 2 Jan, not including',
  'bis 2.1. ausschl.',
  'bis 2.1. ausschließlich',
  'bis 2.1. exkl.',
  'jusqu’au 2 janvier exclu',
  'jusqu’au 2 janvier non compris',
  'hasta el 2 de enero no incluido',
  'fino al 2 gennaio escluso',
  't/m 2 januari, niet meegerekend',
])('“%s” may not have its last day, and is asked about', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ to: '2027-01-02', unsure: true }))
})

test.each([
  'today and tomorrow, ill',
  'heute u. morgen, ill',
  'heute u morgen, ill',
  'heute sowie morgen, ill',
  'heute plus morgen, ill',
  'today n tomorrow, ill',
  'today ’n’ tomorrow, ill',
  'today as well as tomorrow, ill',
  'aujourd’hui ainsi que demain, ill',
  'hoy así como mañana, ill',
  'Di u. Mi ill',
  '24.11. u. 25.11., ill',
])('“%s” is two days', (text) => {
  expect(parseClosing(text, today, 'day-first')).toEqual(
    ok({ from: '2026-11-24', to: '2026-11-25', label: 'ill' }),
  )
})

test.each(['heute u. Freitag', 'heute sowie Freitag', 'today n Friday', 'today as well as Friday'])(
  '“%s” is days apart, and is asked about',
  (text) => {
    expect(parseClosing(text, today, 'day-first')).toMatchObject(ok({ to: today, unsure: true }))
  },
)

test.each([
  '24.12.-2.1. am Meer',
  'today, I am ill',
  'today, after a funeral',
  'today, funeral of my late father',
  'oggi, prima comunione',
  '24.12.-2.1. Betriebsferien',
  '24.12.-2.1., family until soon',
  '24.12., Inventur',
  '24.12. Biscuits',
])('“%s” says its days, and is not asked about', (text) => {
  expect(parseClosing(text, today, 'day-first')).not.toMatchObject(ok({ unsure: true }))
})

test('that the last day is included is no reason', () => {
  expect(parseClosing('du 24/12 au 02/01 inclus congés', today, 'day-first')).toEqual(
    ok({ ...winter, label: 'congés' }),
  )
})

test('dates with slashes of one line are read in one order: that of the date that can only be one', () => {
  const days = { from: '2027-12-24', to: '2028-01-02' }
  expect(parseClosing('24/12/27 - 2/1/28, family', today, 'month-first')).toMatchObject(ok(days))
  expect(parseClosing('12/24/27-1/2/28 family', today, 'day-first')).toMatchObject(ok(days))
  expect(parseClosing('24/12/27-12/24/28', today, 'day-first').ok).toBe(false)
})

test('a number alone that begins another month may be an hour, and is asked about', () => {
  expect(parseClosing('Dec 30 - 2', today, 'day-first')).toMatchObject(
    ok({ from: '2026-12-30', to: '2027-01-02', unsure: true }),
  )
})

test.each([
  '2026-12-24 - 2027-01-02 8:00',
  '24.12. - 2 weeks',
  '24.12. - 8:00',
  '24.12.-31.2.',
  '24.12. bis 31.2., ill',
  '31.-2.12.',
  '24.12. 26.12.',
  '3 jui - 5 jui',
])('“%s” is not read as a part of it', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject({ ok: false, problem: { code: 'bad-date' } })
})

test.each(['2026-12-24', '2026-12-27', '2027-01-01', '2027-01-02'])(
  'on %s a span that has begun is this one',
  (on) => {
    expect(parseClosing('24.12.-2.1., ill', on, 'day-first')).toEqual(ok({ ...winter, label: 'ill' }))
    expect(parseClosing('24.-2.1., ill', on, 'day-first')).toEqual(ok({ ...winter, label: 'ill' }))
  },
)

test('a span that is over is the next one, and one of most of a year has not begun', () => {
  expect(parseClosing('24.12.-2.1.', '2027-01-03', 'day-first')).toMatchObject(
    ok({ from: '2027-12-24', to: '2028-01-02' }),
  )
  expect(parseClosing('5.1.-2.1.', today, 'day-first')).toMatchObject(
    ok({ from: '2027-01-05', to: '2028-01-02' }),
  )
})

test.each(['', 'closed', 'family', '24.13.-2.1.', '31.2., ill', 'closed 24.12.2026-2.1.2026', '12-15'])(
  '“%s” is no closing, and says how one is written',
  (text) => {
    expect(parseClosing(text, today, 'day-first')).toMatchObject({ ok: false, problem: { code: 'bad-date' } })
  },
)

test('slashes are read as the shop writes dates', () => {
  expect(parseClosing('12/24-1/2', today, 'month-first')).toMatchObject(ok({ ...winter }))
  expect(parseClosing('7/8-9/8', today, 'month-first')).toMatchObject(
    ok({ from: '2027-07-08', to: '2027-09-08' }),
  )
  expect(parseClosing('7/8-9/8', today, 'day-first')).toMatchObject(
    ok({ from: '2027-08-07', to: '2027-08-09' }),
  )
})

test('any days of the coming year are read as they are written, however they are written', () => {
  const dots = (day: string) => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`
  const ways = [
    dots,
    (day: string) => `${dots(day)}${day.slice(0, 4)}`,
    (day: string) => day,
    (day: string) => formatsOf('GB').date(day),
    (day: string) => formatsOf('US').date(day),
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 330 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(...ways),
      fc.constantFrom(
        ' - ',
        '-',
        '–',
        ' to ',
        ' until ',
        ' through ',
        ' bis ',
        ' au ',
        ' al ',
        ' tot en met ',
      ),
      (n, length, write, join) => {
        const from = addDays(today, n)
        const to = addDays(from, length)
        const read = parseClosing(`closed ${write(from)}${join}${write(to)}, family`, today, 'day-first')
        expect(read).toEqual(ok({ from, to, label: 'family' }))
      },
    ),
    runs(300),
  )
})

test('no text makes the reader throw, and what it reads is in order and not over', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./ ,a-z-]{0,24}$/)), (text) => {
      const read = parseClosing(text, today, 'day-first')
      if (read.ok) expect(read.value.from <= read.value.to && read.value.label !== '').toBe(true)
    }),
    runs(500),
  )
})

test('any span is the one that is not over, whichever of its days it is read on; its first day may be without its month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 1, max: 27 }),
      fc.integer({ min: -150, max: 27 }),
      (n, length, on) => {
        const from = addDays('2026-01-01', n)
        const to = addDays(from, length)
        if (`${from}${to}`.includes('-02-29')) return
        const [a, b] = [from, to].map((day) => [Number(day.slice(8)), Number(day.slice(5, 7))] as const)
        const read = addDays(from, Math.min(on, length))
        for (const first of [`${a![0]}.${a![1]}.`, `${a![0]}.`])
          expect(parseClosing(`${first}-${b![0]}.${b![1]}.`, read, 'day-first')).toMatchObject(
            ok({ from, to }),
          )
      },
    ),
    runs(300),
  )
})

test('what is written after the days is never read as a reason unsaid where it holds a number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9./:,;a-z -]{1,12}$/), (rest) => {
      for (const begin of ['24.12.-2.1.', '24.12.', 'Dec 24', '24/12-2/1', '2026-12-24']) {
        const read = parseClosing(`${begin} ${rest}`, today, 'day-first')
        if (!read.ok || read.value.unsure) continue
        expect(read.value.label).not.toMatch(/\d/)
        // All numbers are in the days that were read.
        const numbers = `${begin} ${rest}`.match(/\d+/g)!.map(Number)
        const days = `${read.value.from}-${read.value.to}`.split('-').map(Number)
        expect(numbers.every((one) => days.includes(one) || days.includes(one + 2000))).toBe(true)
      }
    }),
    runs(500),
  )
})

const usual = 'Closed for a while'

test.each([
  ['today, ill', '2026-11-24', '2026-11-24', 'ill'],
  ['heute krank', '2026-11-24', '2026-11-24', 'krank'],
  ['vandaag ziek', '2026-11-24', '2026-11-24', 'ziek'],
  ['heute geschlossen, krank', '2026-11-24', '2026-11-24', 'krank'],
  ['heute - 11.12., krank', '2026-11-24', '2026-12-11', 'krank'],
  ['today - fri, ill', '2026-11-24', '2026-11-27', 'ill'],
  ['today-fri ill', '2026-11-24', '2026-11-27', 'ill'],
  ['heute - 30., krank', '2026-11-24', '2026-11-30', 'krank'],
  ['gestern - fr, krank', '2026-11-23', '2026-11-27', 'krank'],
  ['bis Freitag krank', '2026-11-24', '2026-11-27', 'krank'],
  ['until Friday, ill', '2026-11-24', '2026-11-27', 'ill'],
  ['hasta el viernes', '2026-11-24', '2026-11-27', usual],
  ['fino a venerdì', '2026-11-24', '2026-11-27', usual],
  ['tot en met vrijdag', '2026-11-24', '2026-11-27', usual],
  ['jusqu’à vendredi', '2026-11-24', '2026-11-27', usual],
  ["fermé jusqu'au 11 décembre, malade", '2026-11-24', '2026-12-11', 'malade'],
  ['bis 2.1., Familie', '2026-11-24', '2027-01-02', 'Familie'],
  ['bis nächsten Montag', '2026-11-24', '2026-11-30', usual],
  ['di-fr krank', '2026-11-24', '2026-11-27', 'krank'],
  ['de mardi à vendredi, malade', '2026-11-24', '2026-11-27', 'malade'],
  ['da oggi a venerdì', '2026-11-24', '2026-11-27', usual],
  ['van vandaag tot vrijdag', '2026-11-24', '2026-11-27', usual],
  ['Sa & So Inventur', '2026-11-28', '2026-11-29', 'Inventur'],
  ['demain et jeudi', '2026-11-25', '2026-11-26', usual],
  ['oggi e domani, malato', '2026-11-24', '2026-11-25', 'malato'],
  ['24.12. und 25.12., Weihnachten', '2026-12-24', '2026-12-25', 'Weihnachten'],
  ['fermé du 8 au 11, malade', '2026-12-08', '2026-12-11', 'malade'],
  ['dal 8 all’11', '2026-12-08', '2026-12-11', usual],
  ['vom 8. bis 11.', '2026-12-08', '2026-12-11', usual],
  ['van 8 t/m 11', '2026-12-08', '2026-12-11', usual],
  ['fri, wedding', '2026-11-27', '2026-11-27', 'wedding'],
  ['am Freitag Hochzeit', '2026-11-27', '2026-11-27', 'Hochzeit'],
  ['ce vendredi, mariage', '2026-11-27', '2026-11-27', 'mariage'],
  ['après-demain', '2026-11-26', '2026-11-26', usual],
  ['Friday 11 Dec, wedding', '2026-12-11', '2026-12-11', 'wedding'],
  ['Fri 11.12. - Mon 14.12., ill', '2026-12-11', '2026-12-14', 'ill'],
  ['mar 24 nov, malade', '2026-11-24', '2026-11-24', 'malade'],
  ['le mardi 1er décembre', '2026-12-01', '2026-12-01', usual],
  ['Mar 3 - Mar 5, fair', '2027-03-03', '2027-03-05', 'fair'],
  ['mar 3', '2027-03-03', '2027-03-03', usual],
  ['Mar 15, 2027, fair', '2027-03-15', '2027-03-15', 'fair'],
])('as it is said, %s is a closing', (text, from, to, label) => {
  expect(parseClosing(text, today, 'day-first')).toEqual(ok({ from, to, label }))
})

test.each([
  ['mar 24, malade', { from: '2027-03-24', to: '2027-03-24', label: 'malade' }],
  ['mo-mi, krank', { from: '2026-11-23', to: '2026-11-25', label: 'krank' }],
  ['until Tuesday, ill', { from: today, to: today, label: 'ill' }],
  ['bis 23.11.', { from: today, to: '2027-11-23', label: usual }],
  ['today - 23.11.', { from: today, to: '2027-11-23', label: usual }],
  ['5 dec - today', { from: '2025-12-05', to: today, label: usual }],
  ['ab Freitag krank', { from: '2026-11-27', to: '2026-11-27', label: 'krank' }],
  ['from 24.12., ill', { from: '2026-12-24', to: '2026-12-24', label: 'ill' }],
  ['le lundi', { from: '2026-11-30', to: '2026-11-30', label: usual }],
  ['demain et vendredi', { from: '2026-11-25', to: '2026-11-25', label: 'et vendredi' }],
  ['mo, di und mi krank', { from: '2026-11-30', to: '2026-11-30', label: 'di und mi krank' }],
  ['heute Abend zu', { from: today, to: today, label: 'Abend zu' }],
  ['Friday, 10-12, dentist', { from: '2026-11-27', to: '2026-11-27', label: '10-12, dentist' }],
  ['Dec 24 jan', { from: '2026-12-24', to: '2026-12-24', label: 'jan' }],
])('“%s” may be other days, and is asked about', (text, closing) => {
  expect(parseClosing(text, today, 'day-first')).toEqual(ok({ ...closing, unsure: true }))
})

test.each([
  'mar 25 nov',
  'Thu 11 Dec',
  'next fri, ill',
  'until New Year',
  'two weeks',
  'half day',
  'weekend',
  'Fri - Fri',
  'from 8 to 11',
  'von 8 bis 11',
  'closed 8-11, ill',
  'Friday 10-12, dentist',
  'die ganze Woche krank',
  'Tod in der Familie',
  'so lange krank',
  'mit Familie',
  'mon anniversaire',
  'mi boda',
  'ill until Friday',
])('“%s” is not taken for other days', (text) => {
  expect(parseClosing(text, today, 'day-first')).toMatchObject({ ok: false, problem: { code: 'bad-date' } })
})

test('a short name of a day that a word follows is that word', () => {
  expect(parseClosing('24.12. mit Familie', today, 'day-first')).toEqual(
    ok({ from: '2026-12-24', to: '2026-12-24', label: 'mit Familie' }),
  )
  expect(parseClosing('24.12. - mit Familie', today, 'day-first')).toEqual(
    ok({ from: '2026-12-24', to: '2026-12-24', label: 'mit Familie', unsure: true }),
  )
})

test('weekdays are the next from today on, in every language, whatever day it is', () => {
  const weeks = [
    'monday tuesday wednesday thursday friday saturday sunday',
    'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miércoles jueves viernes sábado domingo',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'Mo Di Mi Do Fr Sa So',
  ].map((names) => names.split(' '))
  const weekday = fc.integer({ min: 0, max: 6 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }).map((n) => addDays(today, n)),
      fc.constantFrom(...weeks),
      weekday,
      weekday,
      (on, names, a, b) => {
        const next = (day: string, name: number) => addDays(day, (name + 1 - isoWeekday(day) + 7) % 7)
        const read = (text: string) => parseClosing(text, on, 'day-first')
        const first = next(on, a)
        expect(read(`${names[a]}, ill`)).toEqual(ok({ from: first, to: first, label: 'ill' }))
        expect(read(`today - ${names[b]}, ill`)).toEqual(ok({ from: on, to: next(on, b), label: 'ill' }))
        expect(read(`until ${names[b]}, ill`)).toMatchObject(ok({ from: on, to: next(on, b) }))
        if (a === b) return
        const span = read(`${names[a]}-${names[b]}, ill`)
        const runs = next(addDays(first, -7), b) >= on
        const from = runs && first !== on ? addDays(first, -7) : first
        expect(span).toEqual(
          ok({ from, to: next(from, b), label: 'ill', ...(from < on && { unsure: true }) }),
        )
      },
    ),
    runs(500),
  )
})

test('no words of days make the reader throw, and what it reads unasked is not over and begins within a year', () => {
  const word = fc.constantFrom(
    ...'today heute demain fri fr mar mit so di Freitag until bis du au - , . 24 11. 8 nov déc et und next ill'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), fc.constantFrom(' ', ''), (words, by) => {
      const read = parseClosing(words.join(by), today, 'day-first')
      if (!read.ok) return
      const { from, to, unsure } = read.value
      expect(from <= to).toBe(true)
      // 11.11.24 says its year.
      const saysYear = /\d\.\d+\.\d\d/.test(words.join(by))
      if (!unsure) expect((to >= today || saysYear) && from <= addDays(today, 366)).toBe(true)
    }),
    runs(1_000),
  )
})

test('until a bare number may be until an hour, and is asked about; until its day with a dot is not', () => {
  const on = '2026-12-08'
  expect(parseClosing('today - 15, dentist', on, 'day-first')).toEqual(
    ok({ from: on, to: '2026-12-15', label: 'dentist', unsure: true }),
  )
  for (const end of ['15.', '28'])
    expect(parseClosing(`today - ${end}, ill`, on, 'day-first')).toEqual(
      ok({ from: on, to: `2026-12-${Number.parseInt(end)}`, label: 'ill' }),
    )
})
