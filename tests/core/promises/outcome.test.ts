import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  judgedAtMs,
  outcomeOf,
  rateOf,
  takesBackLast,
  warnedOnceHeard,
  type Moments,
  type Outcome,
} from '../../../src/core/promises/outcome.ts'
import { runs } from '../../support/runs.ts'

const count = runs(1_000)
const told = 1_000
const promise: Moments = {
  toldAtMs: told,
  firstToldAtMs: null,
  movedAtMs: null,
  warnedAtMs: null,
  readyAtMs: null,
  doneAtMs: null,
  brokenAtMs: null,
}

test.each<[string, Partial<Moments>, number, Outcome]>([
  ['not done and not yet due is not judged', {}, told, 'not-due'],
  ['not done after the told moment is open', {}, told + 1, 'open'],
  ['done at the told moment is kept', { doneAtMs: told }, told + 9, 'kept'],
  ['done early is kept before it is due', { doneAtMs: 5 }, 10, 'kept'],
  ['done late is silent', { doneAtMs: told + 1 }, told + 9, 'late-and-silent'],
  [
    'done late after a warning is late but warned',
    { doneAtMs: told + 1, warnedAtMs: told - 1 },
    told + 9,
    'late-but-warned',
  ],
  [
    'a warning after the told moment saves nothing',
    { doneAtMs: told + 5, warnedAtMs: told },
    told + 9,
    'late-and-silent',
  ],
  ['a warning does not make a kept promise late', { doneAtMs: told, warnedAtMs: 1 }, told + 9, 'kept'],
  ['ready in time is kept however late the customer comes', { readyAtMs: told }, told + 9, 'kept'],
  [
    'ready in time and fetched late is kept: the earlier decides',
    { readyAtMs: told, doneAtMs: told + 1 },
    told + 9,
    'kept',
  ],
  [
    'done by the second word is late all the same',
    { toldAtMs: told + 9, firstToldAtMs: told, doneAtMs: told + 5, warnedAtMs: told - 1 },
    told + 9,
    'late-but-warned',
  ],
  [
    'a second word that is broken in silence is silence',
    {
      toldAtMs: told + 9,
      firstToldAtMs: told,
      movedAtMs: told - 1,
      doneAtMs: told + 10,
      warnedAtMs: told - 1,
    },
    told + 20,
    'late-and-silent',
  ],
  [
    'a second word that was taken back in time is not',
    { toldAtMs: told + 9, firstToldAtMs: told, doneAtMs: told + 10, warnedAtMs: told - 1 },
    told + 20,
    'late-but-warned',
  ],
  [
    'an earlier moment that was agreed is the one that counts',
    { toldAtMs: told - 9, firstToldAtMs: told, doneAtMs: told - 5, warnedAtMs: null },
    told,
    'late-and-silent',
  ],
  ['broken is broken, warned or not', { brokenAtMs: 5, warnedAtMs: 1 }, 10, 'broken'],
])('%s', (_, change, now, outcome) => {
  expect(outcomeOf({ ...promise, ...change }, now)).toBe(outcome)
})

const instant = fc.integer({ min: 0, max: 40 })
const maybe = fc.option(instant)
const moments = fc.record({
  toldAtMs: instant,
  firstToldAtMs: maybe,
  movedAtMs: maybe,
  warnedAtMs: maybe,
  readyAtMs: maybe,
  doneAtMs: maybe,
  brokenAtMs: maybe,
})

test(`every promise has exactly one outcome, each by its own words (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(moments, instant, (p, now) => {
      const judged = Math.min(p.firstToldAtMs ?? p.toldAtMs, p.toldAtMs)
      const broken = p.brokenAtMs !== null
      const ends = [p.doneAtMs, p.readyAtMs].filter((ms) => ms !== null)
      const end = ends.length === 0 ? null : Math.min(...ends)
      const isAgainLate =
        p.movedAtMs !== null &&
        p.firstToldAtMs !== null &&
        p.firstToldAtMs < p.toldAtMs &&
        end !== null &&
        end > p.toldAtMs
      const warned = p.warnedAtMs !== null && p.warnedAtMs < judged && !isAgainLate
      const late = end !== null && end > judged
      const holds: Record<Outcome, boolean> = {
        broken,
        kept: !broken && end !== null && !late,
        'late-but-warned': !broken && late && warned,
        'late-and-silent': !broken && late && !warned,
        open: !broken && end === null && judged < now,
        'not-due': !broken && end === null && judged >= now,
      }
      expect(Object.keys(holds).filter((name) => holds[name as Outcome])).toEqual([outcomeOf(p, now)])
    }),
    count,
  )
})

test('where nothing was due the share is no number', () => {
  expect(rateOf({ due: 0, kept: 0, lateButWarned: 0, lateAndSilent: 0, broken: 0, open: 0 }).share).toBeNull()
  expect(rateOf({ due: 4, kept: 3, lateButWarned: 0, lateAndSilent: 1, broken: 0, open: 0 }).share).toBe(0.75)
})

/** A word to the customer: how long after the one before, and another moment, so far after it; null: only that it will be later. */
const words = fc.array(
  fc.record({ after: fc.integer({ min: 1, max: 20 }), ahead: fc.option(fc.integer({ min: 1, max: 40 })) }),
  { maxLength: 6 },
)

test('whatever was said when: judged by the earliest word, and warned only where no word passed in silence', () => {
  const seen: Record<string, number> = {}
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      words,
      fc.integer({ min: 1, max: 30 }),
      (first, said, rest) => {
        let p: Moments = { ...promise, toldAtMs: first }
        let now = 0
        const heard = [{ at: 0, told: first }]
        const bare: number[] = []
        for (const { after, ahead } of said) {
          now += after
          const told = ahead === null ? undefined : now + ahead
          const takesBack = told === undefined && takesBackLast(p, now)
          if (told === undefined && p.warnedAtMs !== null && !takesBack) continue
          if (told === judgedAtMs(p)) continue
          const warnedAtMs = warnedOnceHeard(p, now, told)
          p =
            told === undefined
              ? { ...p, warnedAtMs, movedAtMs: takesBack ? null : p.movedAtMs }
              : { ...p, toldAtMs: told, firstToldAtMs: judgedAtMs(p), movedAtMs: now, warnedAtMs }
          if (told === undefined) bare.push(now)
          else heard.push({ at: now, told })
        }
        const done = now + rest
        const earliest = Math.min(...heard.map(({ told }) => told))
        const counts = heard.findIndex(({ told }) => told === earliest)
        const since = heard.slice(counts)
        // Whoever heard that a moment would not be kept, and no other yet, is not left in silence when it passes.
        const isSaid = (at: number, told: number, next: number) =>
          bare.some((one) => at < one && one < told && one < next)
        const passed = since.some(({ at, told }, i) => {
          const next = since[i + 1]?.at ?? 0
          return told <= next && !isSaid(at, told, next)
        })
        const spoken = [...since.slice(1).map(({ at }) => at), ...bare.filter((at) => at > since[0]!.at)]
        const warned = spoken.some((at) => at < earliest)
        // A moment that is none later than the last says nothing of what comes after it.
        const last = heard.at(-1)!
        const isLastSilent = earliest < last.told && last.told < done && !isSaid(last.at, last.told, done)
        const isSilent = passed || !warned || isLastSilent
        const expected = done <= earliest ? 'kept' : isSilent ? 'late-and-silent' : 'late-but-warned'
        seen[expected] = (seen[expected] ?? 0) + 1
        expect(judgedAtMs(p)).toBe(earliest)
        expect(outcomeOf({ ...p, doneAtMs: done }, done)).toBe(expected)
      },
    ),
    runs(5_000),
  )
  expect(Object.keys(seen)).toHaveLength(3)
})
