import * as fc from 'fast-check'
import { addDays, type Day, daysBetween } from '../../../src/core/day.ts'
import { specialOn, type SpecialDay } from '../../../src/core/hours/special-day.ts'
import { type Block, closingMinutes, minutesOf, type Week, weekdayOf } from '../../../src/core/hours/week.ts'
import { anyWeek } from './arbitrary.ts'

/** The day on which all texts are given out. */
export const today = '2026-11-23'
/** Up to when yearly special days are written out at least. */
export const lastDay = '2027-12-31'

/** Weekly hours, half of them without any after midnight. */
export const anyTypicalWeek: fc.Arbitrary<Week> = fc.tuple(anyWeek, fc.boolean()).map(([week, early]) => {
  if (!early) return week
  const before = (blocks: readonly Block[]) => blocks.filter((block) => closingMinutes(block) <= 1440)
  const { mon, tue, wed, thu, fri, sat, sun } = week
  return {
    mon: before(mon),
    tue: before(tue),
    wed: before(wed),
    thu: before(thu),
    fri: before(fri),
    sat: before(sat),
    sun: before(sun),
  }
})

const anySpecialDay = fc
  .record({
    start: fc.integer({ min: -40, max: 380 }),
    length: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 25 })),
    yearly: fc.boolean(),
    yearsAgo: fc.integer({ min: 0, max: 3 }),
    ends: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 6 }),
    blocks: fc.oneof(
      fc.constant([]),
      anyWeek.map((week) => week.wed),
      anyWeek.map((week) => week.sat),
    ),
  })
  .map(({ start, length, yearly, yearsAgo, ends, blocks }): Omit<SpecialDay, 'id'> => {
    const from = addDays(today, start - (yearly ? yearsAgo * 365 : 0))
    const until = yearly && ends !== null ? addDays(from, ends) : null
    return { from, to: addDays(from, length), yearly, until, blocks, label: 'x', reason: '', source: 'owner' }
  })

export const anySpecialDays: fc.Arbitrary<readonly SpecialDay[]> = fc
  .array(anySpecialDay, { maxLength: 5 })
  .map((all) => all.map((one, i) => ({ ...one, id: i + 1 })))

/** Whether the shop is open at a minute of a calendar day, read from the rules as plainly as can be. */
export function isOpenAt(week: Week, specialDays: readonly SpecialDay[], day: Day, minute: number): boolean {
  const covers = (of: Day, at: number) =>
    (specialOn(specialDays, of)?.blocks ?? week[weekdayOf(of)]).some(
      (block) => minutesOf(block[0]) <= at && at < closingMinutes(block),
    )
  return covers(day, minute) || covers(addDays(day, -1), minute + 1440)
}

/** Minutes to ask about: on any day, on and about special days, and the first and last minutes of hours. */
export function minutesFor(
  week: Week,
  specialDays: readonly SpecialDay[],
): fc.Arbitrary<readonly [Day, number]> {
  const span = daysBetween(today, lastDay)
  const anyDay = fc.integer({ min: 0, max: span }).map((n) => addDays(today, n))
  const edges = [...Object.values(week), ...specialDays.map(({ blocks }) => blocks)]
    .flat()
    .flatMap((block) => [
      minutesOf(block[0]),
      minutesOf(block[0]) - 1,
      closingMinutes(block),
      closingMinutes(block) - 1,
    ])
    .map((minute) => (minute + 1440) % 1440)
  const near = specialDays
    .flatMap(({ from, to }) => [from, to])
    .flatMap((day) => [-1, 0, 1].map((n) => addDays(day, n)))
    .flatMap((day) => ['2026', '2027'].map((year) => `${year}${day.slice(4)}`))
    .filter((day) => day >= today && day <= lastDay && !day.endsWith('-02-29'))
  const anyMinute = fc.integer({ min: 0, max: 1439 })
  return fc.tuple(
    near.length > 0 ? fc.oneof(anyDay, fc.constantFrom(...near)) : anyDay,
    edges.length > 0 ? fc.oneof(anyMinute, fc.constantFrom(...edges)) : anyMinute,
  )
}

/** A case to be told, with minutes to ask it about. */
export const anyTold = fc.tuple(anyTypicalWeek, anySpecialDays).chain(([week, specialDays]) =>
  fc.record({
    week: fc.constant(week),
    specialDays: fc.constant(specialDays),
    minutes: fc.array(minutesFor(week, specialDays), { minLength: 50, maxLength: 50 }),
  }),
)
