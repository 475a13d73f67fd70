import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToDrop, keptFor, type Dated } from '../../../src/core/backups/thin.ts'
import { addDays, daysBetween, isoWeek } from '../../../src/core/day.ts'
import { runs } from '../../support/runs.ts'

interface Step {
  /** How many days the clock moved since the backup before: back, not at all, or on. */
  readonly days: number
  readonly verified: boolean
  readonly aside: boolean
}

const steps = (days: fc.Arbitrary<number>, verified = fc.boolean()) =>
  fc.array(fc.record({ days, verified, aside: fc.integer({ min: 0, max: 19 }).map((n) => n === 0) }), {
    minLength: 1,
    maxLength: 100,
    size: 'max',
  })

/** Clocks that are set back or far ahead, several backups a day, gaps of weeks and of a year. */
const anyClock = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0, 1, 1, 1, 2) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -40, -4000, 9, 30, 400, 20_000) },
)
const rightClock = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0, 1, 1, 1, 2) },
  { weight: 1, arbitrary: fc.constantFrom(3, 9, 30, 100, 400) },
)

/** Lives through a history, thinning after each backup as the program does. Answers what is left and all that was made. */
function live(
  history: readonly Step[],
  each: (left: readonly Dated[], made: readonly Dated[]) => void = () => {},
) {
  const made: Dated[] = []
  let left: readonly Dated[] = []
  let day = '2026-11-25'
  for (const [order, { days, verified, aside }] of history.entries()) {
    day = addDays(day, days)
    const one = { id: `${order}`, order, day, verified, aside }
    made.push(one)
    const all = shuffled([...left, one])
    const gone = new Set(backupsToDrop(all))
    left = all.filter(({ id }) => !gone.has(id))
    each(left, made)
  }
  return { left, made }
}

/** A folder lists its files in any order. */
const shuffled = (all: readonly Dated[]) =>
  all.toSorted((a, b) => ((a.order * 7919) % 101) - ((b.order * 7919) % 101))

const newestVerified = (all: readonly Dated[]) => all.filter(({ verified }) => verified).at(-1)

describe('thinning', { timeout: 600_000 }, () => {
  test('never drops the newest verified backup, nor one that is not verified', () => {
    fc.assert(
      fc.property(steps(anyClock), (history) => {
        live(history, (left, made) => {
          const newest = newestVerified(made)
          if (newest && !left.includes(newest)) expect.fail(`the newest, ${newest.id}, was dropped`)
          const unverified = (all: readonly Dated[]) => all.filter(({ verified }) => !verified).length
          if (unverified(left) !== unverified(made)) expect.fail('one that is not verified was dropped')
        })
      }),
      runs(100),
    )
  })

  test('keeps no more verified ones than 12 days, 10 weeks, 9 months and what was put aside', () => {
    fc.assert(
      fc.property(steps(anyClock, fc.constant(true)), (history) => {
        const { left } = live(history)
        const most = keptFor.days + keptFor.weeks + keptFor.months
        expect(left.filter(({ aside }) => !aside).length).toBeLessThanOrEqual(most)
        expect(backupsToDrop(left)).toEqual([])
      }),
      runs(100),
    )
  })

  test('keeps the newest of each of the last 12 days, 10 weeks and 9 months while the clock is right', () => {
    fc.assert(
      fc.property(steps(rightClock, fc.constant(true)), (history) => {
        const { left, made } = live(history)
        for (const [count, of] of [
          [12, (day: string) => day],
          [10, isoWeek],
          [9, (day: string) => day.slice(0, 7)],
        ] as const) {
          const spans = [...new Set(made.map(({ day }) => of(day)))].slice(-count)
          for (const span of spans) expect(left).toContain(made.findLast(({ day }) => of(day) === span))
        }
      }),
      runs(100),
    )
  })

  test('a clock that was set back to years ago drops nothing that was made before but what its day replaced', () => {
    const days = Array.from({ length: 12 }, () => ({ days: 1, verified: true, aside: false }))
    const back = [-6000, 1, 1].map((n) => ({ days: n, verified: true, aside: false }))
    const { left, made } = live([...days, ...back])
    expect(left).toEqual(expect.arrayContaining(made.slice(-3)))
    // The three oldest days but the last of their week.
    expect(left).toHaveLength(made.length - 3)
  })

  test('what was put aside before a restore stays for five weeks with a backup, however often one is made', () => {
    const day = (aside: boolean) => [
      { days: 1, verified: true, aside },
      { days: 0, verified: true, aside: false },
      { days: 0, verified: true, aside: false },
    ]
    const quiet = (n: number) => Array.from({ length: n }, () => day(false)).flat()
    const aside = (history: readonly Step[]) => live(history).left.filter((one) => one.aside)
    expect(aside([...day(true), ...quiet(31)])).toHaveLength(1)
    expect(aside([...day(true), ...quiet(32)])).toHaveLength(0)
  })

  test('a year of daily backups reaches back eight months and more', () => {
    const { left, made } = live(
      Array.from({ length: 365 }, () => ({ days: 1, verified: true, aside: false })),
    )
    const oldest = left.toSorted((a, b) => a.order - b.order)[0]!
    expect(left.length).toBeLessThanOrEqual(31)
    expect(daysBetween(oldest.day, made.at(-1)!.day)).toBeGreaterThan(8 * 28)
  })
})
