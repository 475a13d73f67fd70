import { expect, test } from 'vitest'
import { slashOrder } from '../../../src/core/slash-order.ts'
import { isMonthOnly, parseDateEntry } from '../../../src/core/stock/date-entry.ts'
import { otherReadings } from '../../../src/core/stock/date-readings.ts'
import { printedDate } from '../../../src/core/stock/printed-date.ts'

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
