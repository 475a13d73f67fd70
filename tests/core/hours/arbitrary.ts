import * as fc from 'fast-check'
import { addDays, type Day } from '../../../src/core/day.ts'
import { type Block, checkWeek, type PartialWeek, type Week, weekdays } from '../../../src/core/hours/week.ts'

export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const

export const anyZone = fc.constantFrom(...zones)

export const anyDay = fc.integer({ min: 0, max: 5500 }).map((n) => addDays('2011-01-01', n))

/** Nights on which the clocks of some of the zones change, a day around each, and the day that Apia never had. */
export const clockChange: fc.Arbitrary<{ zone: string; day: Day }> = fc
  .constantFrom(
    { zone: 'Europe/Berlin', day: '2026-03-29' },
    { zone: 'Europe/Berlin', day: '2026-10-25' },
    { zone: 'America/New_York', day: '2026-03-08' },
    { zone: 'America/New_York', day: '2026-11-01' },
    { zone: 'Australia/Lord_Howe', day: '2026-04-05' },
    { zone: 'Australia/Lord_Howe', day: '2026-10-04' },
    { zone: 'Africa/Casablanca', day: '2026-02-15' },
    { zone: 'Africa/Casablanca', day: '2026-03-22' },
    { zone: 'Pacific/Apia', day: '2011-12-30' },
  )
  .chain(({ zone, day }) => fc.integer({ min: -1, max: 1 }).map((n) => ({ zone, day: addDays(day, n) })))

const time = (minutes: number): string =>
  `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Blocks of one day from cut points, apart by a minute or more, the last one perhaps past midnight. */
const anyBlocks: fc.Arbitrary<readonly Block[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1680 }), { maxLength: 6 })
  .map((cuts) => {
    const points = cuts.toSorted((a, b) => a - b)
    const blocks: Block[] = []
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [from, to] = [points[i]!, points[i + 1]!]
      if (from < 1440 && to - from < 1440) blocks.push([time(from), time(to)])
    }
    return blocks
  })

export const anyPartialWeek: fc.Arbitrary<PartialWeek> = fc.record(
  Object.fromEntries(weekdays.map((day) => [day, anyBlocks])) as Record<
    (typeof weekdays)[number],
    typeof anyBlocks
  >,
  { requiredKeys: [] },
)

/** A week that holds: days that run into the next are closed until it does. */
export const anyWeek: fc.Arbitrary<Week> = anyPartialWeek.map((partial) => {
  const week: { -readonly [D in keyof PartialWeek]: PartialWeek[D] } = { ...partial }
  for (const day of [...weekdays, ...weekdays]) {
    const checked = checkWeek(week)
    if (checked.ok) return checked.value
    delete week[(checked.problem.field?.slice(5) ?? day) as keyof PartialWeek]
  }
  throw new Error('a week of nothing but closed days holds')
})
