import { expect, test } from 'vitest'
import { formatsOf } from '../../../../src/core/formats.ts'
import { barsOf, tickWords } from '../../../../src/renderer/hours/adherence/minutes.ts'

const opening = (minutesLate: number) => ({ day: '2026-11-24', due: '07:00', at: '07:02', minutesLate })

test('the axis and the bars of the minutes are written as the country writes numbers', () => {
  expect(tickWords(-1200, formatsOf('US'))).toBe('-1,200 min')
  expect(tickWords(1200, formatsOf('DE'))).toBe('1.200 min')
  expect(barsOf([opening(1234)], 10, formatsOf('DE'))).toMatchObject([{ says: '1.234', label: '24 Nov' }])
  expect(barsOf([opening(1234)], 10, formatsOf('US'))).toMatchObject([
    {
      says: '1,234',
      label: 'Nov 24',
      good: false,
      words: 'Tue, Nov 24: due 7:00 AM, opened 7:02 AM, 20 h 34 min late',
    },
  ])
})

test('of a few openings each bar says its minutes, of many only those that were not on time', () => {
  const many = [...Array.from({ length: 16 }, () => opening(2)), opening(11)]
  const says = (count: number) => barsOf(many.slice(-count), 10, formatsOf('GB')).map((bar) => bar.says)
  expect(says(2)).toEqual(['2', '11'])
  expect(says(17)).toEqual([...Array<string>(16).fill(''), '11'])
})
