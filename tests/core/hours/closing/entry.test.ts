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
])('%s is a closing', (text, closing) => {
  expect(parseClosing(text, today, 'day-first')).toEqual(ok(closing))
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
      (n, length, write) => {
        const from = addDays(today, n)
        const to = addDays(from, length)
        const read = parseClosing(`closed ${write(from)} - ${write(to)}, family`, today, 'day-first')
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
