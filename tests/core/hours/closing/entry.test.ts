import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../src/core/day.ts'
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
