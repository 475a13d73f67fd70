import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber } from '../../../src/core/day.ts'
import { guessDateOrder, parseFileDate, type DateOrder } from '../../../src/core/promises/file-date.ts'
import { runs } from '../../support/runs.ts'

const count = runs(1_000)

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
])('%s (%s) is %s %s', (text, order, day, time) => {
  expect(parseFileDate(text, order)).toEqual({ day, time })
})

test.each(['', 'soon', '31.2.2026', '2026-13-01', '13/13/2026', '3/4/2026 25:00', '4 Foo 2026', '3/4-2026'])(
  '“%s” is not a date',
  (text) => {
    expect(parseFileDate(text, 'day-first')).toBeNull()
  },
)

test('one date that can be read in one way only decides for all', () => {
  expect(guessDateOrder(['3/4/2026', '25/4/2026'])).toEqual({ order: 'day-first', undecided: null })
  expect(guessDateOrder(['3/4/2026', '4/25/2026'])).toEqual({ order: 'month-first', undecided: null })
})

test('dates that all have two readings are told', () => {
  expect(guessDateOrder(['1/1/2026', '3/4/2026'])).toEqual({ order: null, undecided: '3/4/2026' })
  expect(guessDateOrder(['2026-04-03', '3.4.2026', ''])).toEqual({ order: null, undecided: null })
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
      const guess = guessDateOrder(texts)
      if (guess.undecided !== null) return
      expect(texts.map((text) => parseFileDate(text, guess.order ?? 'day-first')?.day)).toEqual(days)
    }),
    count,
  )
})
