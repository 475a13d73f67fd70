import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  askDay,
  askWords,
  complaintWords,
  isLow,
  openDayAfter,
} from '../../../src/core/actions/after-sale.ts'
import { addDays, daysBetween } from '../../../src/core/day.ts'
import { planOf } from '../../../src/core/hours/schedule.ts'

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A shop open on these weekdays (0 is Monday), and closed on these days besides. */
const shopOpen = (weekdays: readonly number[], closed: readonly string[] = []) =>
  planOf(
    {
      schedules: [
        {
          validFrom: '2026-01-01',
          week: Object.fromEntries(
            names.map((name, i) => [name, weekdays.includes(i) ? [['07:00', '18:00']] : []]),
          ) as never,
        },
      ],
      specialDays: closed.map((day, id) => ({
        id,
        from: day,
        to: day,
        yearly: false,
        until: null,
        blocks: [],
        label: 'Closed',
        reason: '',
        source: 'owner' as const,
      })),
    },
    'Europe/Berlin',
  )

const workdays = shopOpen([0, 1, 2, 3, 4])

test.each([
  ['two open days later', '2026-11-23', '2026-11-23', '2026-11-25'],
  ['over the weekend', '2026-11-27', '2026-11-27', '2026-12-01'],
  ['entered later, and still to come', '2026-11-23', '2026-11-24', '2026-11-25'],
  ['entered when that day is over: today', '2026-11-18', '2026-11-26', '2026-11-26'],
  ['or, where today is closed, the next open day', '2026-11-18', '2026-11-28', '2026-11-30'],
  ['long ago: not at all', '2026-11-01', '2026-11-26', undefined],
])('somebody is asked %s', (_words, doneDay, today, day) => {
  expect(askDay(workdays, doneDay, today)).toBe(day)
})

test('where no opening is known plain days are counted', () => {
  expect(askDay(shopOpen([]), '2026-11-27', '2026-11-27')).toBe('2026-11-29')
  expect(openDayAfter(planOf({ schedules: [] }, 'Europe/Berlin'), '2026-11-27', 1)).toBe('2026-11-28')
})

test('nobody is asked on a closed day, in the past, or before two open days have come', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      fc.array(fc.nat(40), { maxLength: 30 }),
      fc.nat(30),
      fc.nat(20),
      (weekdays, closed, done, later) => {
        const day = (n: number) => addDays('2026-11-01', n)
        const plan = shopOpen(weekdays, closed.map(day))
        const isOpen = (one: string) => plan.intervals(one).length > 0
        const [doneDay, today] = [day(done), day(done + later)]
        const asked = askDay(plan, doneDay, today)
        if (later > 14) {
          expect(asked).toBeUndefined()
          return
        }
        expect(isOpen(asked!)).toBe(true)
        expect(asked! >= today).toBe(true)
        const between = Array.from({ length: daysBetween(doneDay, asked!) }, (_, i) =>
          addDays(doneDay, i + 1),
        )
        expect(between.filter(isOpen).length).toBeGreaterThanOrEqual(2)
        // Not later than it need be.
        if (asked! > today)
          expect(between.filter((one) => isOpen(one) && one >= today).length).toBeLessThanOrEqual(2)
      },
    ),
  )
})

test('what is to be done is said in words, with what was said', () => {
  expect(askWords('Anna Berg', 'Cake')).toBe('Ask Anna Berg whether they are satisfied with Cake')
  expect(complaintWords('Anna Berg', '')).toBe('Anna Berg is not satisfied: call back')
  expect(complaintWords('Anna Berg', 'too dry')).toBe('Anna Berg is not satisfied (“too dry”): call back')
  expect(complaintWords('Anna', 'x'.repeat(900)).length).toBeLessThan(220)
  expect((['very', 'yes', 'so-so', 'no'] as const).filter(isLow)).toEqual(['so-so', 'no'])
})
