import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, endOfDay, instantOf, localAt, startOfDay } from '../../../src/core/day.ts'
import { doneOn, isBeforeMade } from '../../../src/core/promises/done.ts'
import { finishedAt, outcomeOf } from '../../../src/core/promises/outcome.ts'
import { runs } from '../../support/runs.ts'

const count = runs(1_000)
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'America/Santiago']
const minute = 60_000
const around = Date.UTC(2026, 2, 20) / minute
const instant = fc.integer({ min: around, max: around + 20 * 1440 }).map((n) => n * minute)
const zone = fc.constantFrom(...zones)

test(`a day alone never makes kept what a known time of that day says was late (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(zone, instant, instant, fc.integer({ min: 0, max: 3 }), (z, toldAtMs, readyAtMs, days) => {
      const day = dayAt(readyAtMs + days * 86_400_000, z)
      const done = doneOn(day, readyAtMs, z)
      const moments = {
        toldAtMs,
        firstToldAtMs: null,
        readyAtMs,
        warnedAtMs: null,
        movedAtMs: null,
        brokenAtMs: null,
        doneAtMs: done.atMs,
      }
      const outcome = outcomeOf(moments, toldAtMs + 40 * 86_400_000)
      expect(outcome).toBe(readyAtMs <= toldAtMs ? 'kept' : 'late-and-silent')
      expect(finishedAt(moments)).toBe(readyAtMs)
    }),
    count,
  )
})

test(`what nobody knows the time of is judged by days (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(zone, instant, instant, (z, toldAtMs, atMs) => {
      const day = dayAt(atMs, z)
      const { atMs: doneAtMs, dayOnly } = doneOn(day, null, z)
      expect([doneAtMs, dayOnly]).toEqual([startOfDay(day, z), true])
      expect(doneAtMs <= toldAtMs).toBe(day <= dayAt(toldAtMs, z))
    }),
    count,
  )
})

test(`nothing is done before it was made: to the minute, or by the day (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(zone, instant, instant, (z, a, b) => {
      const madeAtMs = a + 30_000
      const promise = { madeAtMs, toldAtMs: a + 90 * 86_400_000, firstToldAtMs: null }
      const made = localAt(madeAtMs, z)
      expect(isBeforeMade(promise, { atMs: b, dayOnly: false }, z)).toBe(b < a)
      const day = doneOn(dayAt(b, z), null, z)
      expect(isBeforeMade(promise, day, z)).toBe(endOfDay(dayAt(b, z), z) <= startOfDay(made.slice(0, 10), z))
    }),
    count,
  )
})

test('a promise that is made when it was due has no known day on which it was made', () => {
  const told = instantOf('2026-11-20T10:00', 'Europe/Berlin')
  const early = { atMs: told - 86_400_000, dayOnly: false }
  const unknown = { madeAtMs: told, toldAtMs: told, firstToldAtMs: null }
  expect(isBeforeMade(unknown, early, 'Europe/Berlin')).toBe(false)
  const moved = { ...unknown, toldAtMs: told + 86_400_000, firstToldAtMs: told }
  expect(isBeforeMade(moved, early, 'Europe/Berlin')).toBe(false)
})
