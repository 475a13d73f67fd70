import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysFrom } from '../../../src/core/day.ts'
import { planOf } from '../../../src/core/hours/schedule.ts'
import {
  movedTo,
  type SpecialDay,
  specialOccurrences,
  specialOn,
} from '../../../src/core/hours/special-day.ts'
import { closedWeek } from '../../../src/core/hours/week.ts'
import { runs } from '../../support/runs.ts'

const special = (id: number, from: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  id,
  from,
  to: from,
  yearly: false,
  until: null,
  blocks: [],
  label: `Rule ${id}`,
  reason: '',
  source: 'owner',
  ...more,
})

test('a single day goes before a range, a dated one before a yearly one, and then the later made', () => {
  const range = special(9, '2026-12-20', { to: '2027-01-05' })
  const yearly = special(8, '2020-12-24', { yearly: true })
  const dated = special(1, '2026-12-24')
  const later = special(2, '2026-12-24')
  expect(specialOn([range, yearly], '2026-12-24')).toBe(yearly)
  expect(specialOn([dated, yearly, range], '2026-12-24')).toBe(dated)
  expect(specialOn([later, dated], '2026-12-24')).toBe(later)
  expect(specialOn([range, yearly], '2026-12-23')).toBe(range)
  expect(specialOn([range, yearly], '2027-01-06')).toBe(null)
  const summer = special(10, '2026-12-01', { to: '2027-02-28' })
  expect(specialOn([range, summer], '2026-12-23')).toBe(range)
  expect(specialOn([range, summer], '2027-01-06')).toBe(summer)
  const closing = special(3, '2026-12-20', { to: '2027-01-05', closedSinceMs: 0 })
  expect(specialOn([closing, summer], '2026-12-23')).toBe(closing)
})

test('a yearly one comes back each year from its first on, over New Year too, until it is ended', () => {
  const turn = special(1, '2024-12-30', { to: '2025-01-02', yearly: true, until: '2027-01-01' })
  const holds = (day: string) => specialOn([turn], day) !== null
  expect(['2023-12-31', '2024-12-30', '2025-01-02', '2025-12-30', '2026-01-03'].map(holds)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(specialOccurrences([turn], '2026-01-02', '2030-01-01').map(({ from, to }) => [from, to])).toEqual([
    ['2025-12-30', '2026-01-02'],
    ['2026-12-30', '2027-01-01'],
  ])
  const leap = special(2, '2024-02-29', { yearly: true })
  expect(specialOccurrences([leap], '2024-01-01', '2030-01-01').map(({ from }) => from)).toEqual([
    '2024-02-29',
    '2028-02-29',
  ])
  expect(movedTo(turn, '2026-11-23')).toEqual({ from: '2026-12-30', to: '2027-01-02' })
  expect(movedTo(leap, '2025-01-01')).toEqual({ from: '2028-02-29', to: '2028-02-29' })
})

test('the hours of a special day take the place of the weekly ones, past midnight into the day after', () => {
  const week = { ...closedWeek, thu: [['07:00', '19:00']], fri: [['07:00', '12:00']] } as const
  const plan = planOf(
    {
      schedules: [{ validFrom: '2026-01-01', week }],
      specialDays: [
        special(1, '2026-12-31', { blocks: [['18:00', '02:00']], label: 'New Year’s Eve' }),
        special(2, '2027-01-01'),
        special(3, '2025-12-24', { blocks: [['10:00', '12:00']] }),
      ],
    },
    'Europe/Berlin',
  )
  expect(['2025-12-24', '2025-12-25', '2026-12-31', '2027-01-01'].map(plan.blocks)).toEqual([
    [['10:00', '12:00']],
    null,
    [['18:00', '02:00']],
    [],
  ])
  expect(plan.specialDay('2026-12-31')?.label).toBe('New Year’s Eve')
  expect(plan.intervals('2026-12-31').map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000)).toEqual([8])
  expect(plan.stretchAt(Date.parse('2027-01-01T00:30Z'))?.day).toBe('2026-12-31')
})

test('what is listed for a range is what holds on its days', () => {
  const anyRule = fc.record({
    id: fc.nat(1000),
    start: fc.nat(1500),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 364 })),
    yearly: fc.boolean(),
    until: fc.option(fc.nat(3000)),
  })
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 5 }), fc.nat(3000), fc.nat(60), (rules, at, length) => {
      const specials = rules.map(({ id, start, length: days, yearly, until }) => {
        const from = addDays('2020-01-01', start)
        const to = addDays(from, days)
        return special(id, from, {
          to,
          yearly,
          until: yearly && until !== null ? addDays('2020-01-01', until) : null,
        })
      })
      const from = addDays('2020-01-01', at)
      const to = addDays(from, length)
      const listed = specialOccurrences(specials, from, to)
      for (const day of daysFrom(from, to)) {
        const holding = specials.filter((rule) => specialOn([rule], day))
        const named = listed.filter((one) => one.from <= day && day <= one.to).map(({ rule }) => rule)
        expect(new Set(named)).toEqual(new Set(holding))
      }
      for (const one of listed) expect(one.from <= to && one.to >= from && one.from <= one.to).toBe(true)
    }),
    runs(200),
  )
})
