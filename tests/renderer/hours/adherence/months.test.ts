import { expect, test } from 'vitest'
import { noFormats } from '../../../../src/core/formats.ts'
import { monthPoints, monthsFinding } from '../../../../src/renderer/hours/adherence/months.ts'

const month = (n: number, met: number, due: number) => ({
  month: `2026-${String(n).padStart(2, '0')}`,
  met,
  due,
})

test('the finding names the best and the weakest month of which enough is known', () => {
  const months = [month(8, 0, 2), month(9, 18, 20), month(10, 19, 20), month(11, 15, 20)]
  expect(monthsFinding(months, noFormats)).toBe(
    'On time by month: best October 2026, 95%; weakest November 2026, 75%',
  )
  expect(monthsFinding([month(10, 20, 20), month(11, 8, 8)], noFormats)).toBe(
    'Everything was on time in 2 months',
  )
  expect(monthsFinding([month(10, 9, 10), month(11, 18, 20)], noFormats)).toBe(
    '90% on time in each of 2 months',
  )
  expect(monthsFinding([month(11, 1, 2)], noFormats)).toBe('No month can be compared yet')
})

test('a month without data is a gap, and only the best, the weakest and the latest say their share', () => {
  const points = monthPoints(
    [month(7, 0, 0), month(8, 19, 20), month(9, 20, 20), month(10, 14, 20), month(11, 18, 20)],
    noFormats,
  )
  expect(points.map(({ label, value, says }) => [label, value, says])).toEqual([
    ['Jul', null, ''],
    ['Aug', 0.95, ''],
    ['Sep', 1, '100%'],
    ['Oct', 0.7, '70%'],
    ['Nov', 0.9, '90%'],
  ])
  expect(points[0]!.words).toBe('July 2026: no data')
  expect(points[1]!.words).toBe('August 2026: 19 of 20 on time')
})
