import { expect, test } from 'vitest'
import { daysFrom, isoWeekday } from '../../../../src/core/day.ts'
import { movedRange, rangeAround } from '../../../../src/renderer/hours/adherence/range.ts'
import { calendarLayout } from '../../../../src/renderer/ui/charts/calendar-layout.ts'

test('every day of a year has a place of its own, in the column of its weekday', () => {
  const days = daysFrom('2026-01-01', '2026-12-31')
  const { monday, weeks, placeOf } = calendarLayout(days[0]!, days.at(-1)!)
  const places = days.map(placeOf)
  expect(monday).toBe('2025-12-29')
  expect(weeks).toBe(53)
  expect(new Set(places.map(({ week, weekday }) => `${week} ${weekday}`)).size).toBe(365)
  expect(places.every(({ weekday }, i) => weekday === isoWeekday(days[i]!))).toBe(true)
  expect(places.every(({ week }) => week >= 1 && week <= weeks)).toBe(true)
})

test('a week, a month and a year lie around their day and move by themselves; any days move by their length', () => {
  expect(rangeAround('week', '2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(rangeAround('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(movedRange('month', rangeAround('month', '2026-01-31'), -1)).toEqual({
    from: '2025-12-01',
    to: '2025-12-31',
  })
  expect(movedRange('year', rangeAround('year', '2026-05-05'), 1)).toEqual({
    from: '2027-01-01',
    to: '2027-12-31',
  })
  const ten = { from: '2026-11-11', to: '2026-11-20' }
  expect(movedRange('any', ten, 1)).toEqual({ from: '2026-11-21', to: '2026-11-30' })
  expect(movedRange('any', ten, -1)).toEqual({ from: '2026-11-01', to: '2026-11-10' })
})
