import { expect, test } from 'vitest'
import {
  dayOfAnyYear,
  hasYears,
  openByDate,
  openByEvening,
  osmDay,
  placeInYear,
  selects,
  type Span,
} from '../../../../src/core/hours/osm/days.ts'
import type { OsmRule } from '../../../../src/core/hours/osm/rule.ts'

const rule = (over: Partial<OsmRule>): OsmRule => ({
  part: '',
  additional: false,
  years: null,
  dates: null,
  weekdays: null,
  holidays: false,
  times: null,
  open: true,
  comment: '',
  ...over,
})
const span = (from: number, to: number, years: readonly [number, number] | null = null) => ({
  from,
  to,
  years,
})
const times = (...spans: Span[]) => ({ times: spans })

/** A Monday. */
const monday = osmDay('2026-11-23')
const sunday = osmDay('2026-11-22')
const anyMonday = { ...monday, year: null }

test('a day is its year, its place in it and its weekday', () => {
  expect(osmDay('2026-11-03')).toEqual({ year: 2026, date: 1103, weekday: 2 })
  expect(['2026-01-01', '2026-02-29', '2026-03-01', '2026-12-31'].map(placeInYear)).toEqual([0, 59, 60, 365])
  expect([0, 59, 365, 366, -1, -367].map((n) => dayOfAnyYear(n, 1).date)).toEqual([
    101, 229, 1231, 101, 1231, 1231,
  ])
  expect([-6, 0, 1, 7, 8, 15].map((weekday) => dayOfAnyYear(0, weekday).weekday)).toEqual([1, 7, 1, 7, 1, 1])
  expect(dayOfAnyYear(0, 1).year).toBeNull()
})

test('a rule has years where it or one of its dates names them', () => {
  expect(hasYears(rule({}))).toBe(false)
  expect(hasYears(rule({ dates: [span(101, 131)] }))).toBe(false)
  expect(hasYears(rule({ years: [[2026, 2026]] }))).toBe(true)
  expect(hasYears(rule({ dates: [span(101, 131), span(201, 228, [2026, 2026])] }))).toBe(true)
})

test.each<[string, Partial<OsmRule>, boolean, boolean]>([
  ['no selector', {}, true, true],
  ['its weekday among others', { weekdays: [1, 2] }, true, true],
  ['other weekdays', { weekdays: [2, 3] }, false, false],
  ['no weekday', { weekdays: [] }, false, false],
  ['its year', { years: [[2026, 2026]] }, true, false],
  ['years that begin with its own', { years: [[2026, 2027]] }, true, false],
  ['years that end with its own', { years: [[2025, 2026]] }, true, false],
  [
    'earlier and later years',
    {
      years: [
        [2020, 2025],
        [2027, 2030],
      ],
    },
    false,
    false,
  ],
  [
    'its year among others',
    {
      years: [
        [2020, 2021],
        [2026, 2026],
      ],
    },
    true,
    false,
  ],
  ['its date', { dates: [span(1123, 1123)] }, true, true],
  ['its date among others', { dates: [span(1101, 1122), span(1123, 1123)] }, true, true],
  ['the day before it', { dates: [span(1122, 1122)] }, false, false],
  ['dates before and after it', { dates: [span(1101, 1122), span(1124, 1130)] }, false, false],
  ['dates over the turn of the year that begin with it', { dates: [span(1123, 115)] }, true, true],
  ['dates over the turn of the year that end with it', { dates: [span(1124, 1123)] }, true, true],
  ['dates over the turn of the year around it', { dates: [span(1124, 1122)] }, false, false],
  ['dated years that end with it', { dates: [span(1001, 1123, [2025, 2026])] }, true, false],
  ['dated years that begin with it', { dates: [span(1123, 115, [2026, 2027])] }, true, false],
  ['dated years over before it', { dates: [span(101, 1122, [2026, 2026])] }, false, false],
  ['dated years that begin after it', { dates: [span(1124, 1231, [2026, 2026])] }, false, false],
  ['its date in other years', { dates: [span(1123, 1123, [2025, 2025])] }, false, false],
  ['its date, on another weekday', { dates: [span(1123, 1123)], weekdays: [2] }, false, false],
  ['its date, in another year', { dates: [span(1123, 1123)], years: [[2025, 2025]] }, false, false],
])('a rule for %s: Monday 23 November 2026 %#', (_, over, selected, inAnyYear) => {
  expect(selects(rule(over), monday)).toBe(selected)
  expect(selects(rule(over), anyMonday)).toBe(inAnyYear)
})

/** By date, and by evening. */
const both = (...rules: Partial<OsmRule>[]) => [
  openByDate(rules.map(rule), monday, sunday),
  openByEvening(rules.map(rule), monday, sunday),
]
const same = (...spans: Span[]) => [spans, spans]

test('a rule takes the place of those before it on its days, unless it is added', () => {
  const daily = times([480, 1080])
  expect(both()).toEqual(same())
  expect(both({})).toEqual(same([0, 1440]))
  expect(both(daily)).toEqual(same([480, 1080]))
  expect(both(daily, { weekdays: [1], ...times([600, 720]) })).toEqual(same([600, 720]))
  expect(both(daily, { weekdays: [2], ...times([600, 720]) })).toEqual(same([480, 1080]))
  expect(both(daily, { dates: [span(1123, 1123)], ...times([600, 720]) })).toEqual(same([600, 720]))
  expect(both(daily, { years: [[2026, 2026]], ...times([600, 720]) })).toEqual(same([600, 720]))
  expect(both({ weekdays: [1], ...daily }, { dates: [span(1123, 1123)], ...times([600, 720]) })).toEqual(
    same([600, 720]),
  )
  expect(both({ weekdays: [1], ...daily }, { years: [[2026, 2026]], ...times([600, 720]) })).toEqual(
    same([600, 720]),
  )
  expect(both(daily, { additional: true, weekdays: [1], ...times([1200, 1260]) })).toEqual(
    same([480, 1080], [1200, 1260]),
  )
  // A rule for every day stands beside one for some days only, and takes the place of one for every day.
  expect(both(daily, times([600, 720]))).toEqual(same([600, 720]))
  expect(both({ weekdays: [1], ...times([1200, 1260]) }, times([600, 720]))).toEqual(
    same([600, 720], [1200, 1260]),
  )
})

test('a closing takes its minutes out of what is open', () => {
  const daily = times([480, 1080])
  const off = (over: Partial<OsmRule>) => ({ weekdays: [1], open: false, ...over })
  expect(both(daily, off({}))).toEqual(same())
  expect(both(daily, off(times([720, 780])))).toEqual(same([480, 720], [780, 1080]))
  expect(both(daily, off(times([480, 600])))).toEqual(same([600, 1080]))
  expect(both(daily, off(times([1000, 1080])))).toEqual(same([480, 1000]))
  expect(both(daily, off(times([300, 480], [1080, 1200])))).toEqual(same([480, 1080]))
  expect(both(off({}), daily)).toEqual(same([480, 1080]))
})

test('hours that touch or overlap are one, and come in order', () => {
  expect(both(times([900, 1000], [480, 600]))).toEqual(same([480, 600], [900, 1000]))
  expect(both(times([480, 600], [600, 720]))).toEqual(same([480, 720]))
  expect(both(times([600, 720], [480, 600]))).toEqual(same([480, 720]))
  expect(both(times([480, 660], [600, 720], [900, 960]))).toEqual(same([480, 720], [900, 960]))
  expect(both(times([600, 660], [480, 720]))).toEqual(same([480, 720]))
  expect(both(times([480, 720], [600, 660]))).toEqual(same([480, 720]))
  expect(both(times([480, 600], [660, 720], [540, 700]))).toEqual(same([480, 720]))
})

test('hours after midnight are of the evening before, as both ways see it', () => {
  const late = times([1200, 1560])
  expect(both(late)).toEqual(same([0, 120], [1200, 1440]))
  expect(both({ weekdays: [7], ...late })).toEqual(same([0, 120]))
  expect(both({ weekdays: [1], ...late })).toEqual(same([1200, 1440]))
  expect(both({ weekdays: [7], ...times([1200, 1440]) })).toEqual(same())
  // A rule of the day itself cuts off the evening before it for programs, not for people.
  expect(both({ weekdays: [7], ...late }, { weekdays: [1], ...times([480, 600]) })).toEqual([
    [[480, 600]],
    [
      [0, 120],
      [480, 600],
    ],
  ])
  expect(both({ weekdays: [7], ...late }, { weekdays: [1], open: false })).toEqual([[], [[0, 120]]])
  // A closed evening closes its night too.
  expect(both(late, { weekdays: [7], open: false })).toEqual([
    [
      [0, 120],
      [1200, 1440],
    ],
    [[1200, 1440]],
  ])
  expect(both(late, { weekdays: [7], open: false, ...times([1380, 1500]) })).toEqual(
    same([60, 120], [1200, 1440]),
  )
  // An evening that was closed up to midnight or beyond ends where the closing begins.
  for (const until of [1440, 1500])
    expect(both(late, { weekdays: [1], open: false, ...times([1380, until]) })).toEqual(
      same([0, 120], [1200, 1380]),
    )
})
