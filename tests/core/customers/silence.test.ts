import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedVisits, pAlive, type Params, type Seen } from '../../../src/core/customers/silence/bg-nbd.ts'
import { fitting, logLikelihood, type Group } from '../../../src/core/customers/silence/fit.ts'
import { hyper2F1, lnGamma } from '../../../src/core/customers/silence/gamma.ts'
import { pausesIn, rhythmOf } from '../../../src/core/customers/silence/rhythm.ts'
import { groupsOf } from '../../../src/core/customers/silence/seen.ts'
import { evidenceWords, pausesWords, type Silence } from '../../../src/core/customers/silence/words.ts'
import { addDays, dayNumber } from '../../../src/core/day.ts'
import { formatsOf } from '../../../src/core/formats.ts'
import { runs } from '../../support/runs.ts'

/** What the paper has for the first 39 weeks of the same customers (Fader, Hardie, Lee 2005, table 2). */
const ofThePaper: Params = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

function groupsUntil(until: string): readonly Group[] {
  const file = readFileSync(join(import.meta.dirname, '../../data/cdnow/visits.csv'), 'utf8')
  const days = new Map<string, string[]>()
  for (const line of file.trim().split(/\r?\n/).slice(1)) {
    const [customer, day] = line.split(',') as [string, string]
    if (day <= until) days.set(customer, [...(days.get(customer) ?? []), day])
  }
  const counted = groupsOf(dayNumber(until))
  for (const some of days.values()) counted.add(rhythmOf(some)!)
  return counted.groups()
}

function fitted(groups: readonly Group[]): Params | null {
  const search = fitting(groups)
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
  }
}

test.each([
  [1, 1, 2, 0.5, 2 * Math.log(2)],
  [0.5, 0.5, 1.5, 0.25, Math.asin(0.5) / 0.5],
  [2, 3, 3, 0.9, 0.1 ** -2],
  // Where the series itself would hardly end: Euler's other form.
  [2, 3, 3, 0.999, 1e6],
  [0.5, 1, 1.5, 0.81, Math.atanh(0.9) / 0.9],
  [-2, 3, 4, 0.5, 1 - 0.75 + 0.15],
])('2F1(%d, %d; %d; %d) is %d', (a, b, c, z, value) => {
  expect(hyper2F1(a, b, c, z) / value).toBeCloseTo(1, 10)
})

test.each([
  [1, 0],
  [5, Math.log(24)],
  [0.5, Math.log(Math.PI) / 2],
  [171, 706.573062245787],
  [1e-4, 9.210282658633961],
])('the logarithm of gamma of %d is %d', (x, value) => {
  expect(lnGamma(x)).toBeCloseTo(value, 9)
})

test('the first 39 weeks of CDNOW give the parameters and the likelihood of the paper', () => {
  const groups = groupsUntil('1997-09-30')
  const params = fitted(groups)!
  for (const name of ['r', 'alpha', 'a', 'b'] as const)
    expect(Math.abs(params[name] / ofThePaper[name] - 1), name).toBeLessThan(0.01)
  expect(logLikelihood(groups)(params)).toBeCloseTo(-9582.4, 1)
})

test('the expected visits of a customer are those of the paper’s own sheet', () => {
  expect(expectedVisits(ofThePaper, { x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3)
})

test('below the minimum there is no answer', () => {
  const seen = { x: 3, tx: 5, T: 9 }
  expect(fitted([])).toBeNull()
  expect(fitted([{ ...seen, count: 49 }])).toBeNull()
  expect(fitted([{ x: 0, tx: 0, T: 9, count: 5000 }])).toBeNull()
  expect(fitted([{ ...seen, count: 50 }])).not.toBeNull()
})

const positive = (most: number) => fc.double({ min: 1e-4, max: most, noNaN: true })
const anyParams = fc.record({ r: positive(1e4), alpha: positive(1e4), a: positive(1e4), b: positive(1e4) })
const anySeen: fc.Arbitrary<Seen> = fc
  .record({ x: fc.nat(3000), first: positive(500), more: fc.double({ min: 0, max: 500, noNaN: true }) })
  .map(({ x, first, more }) => ({ x, tx: x === 0 ? 0 : first, T: first + more }))

test('whatever the parameters, a chance is from 0 to 1, and more silence never raises it', () => {
  fc.assert(
    fc.property(anyParams, anySeen, fc.double({ min: 0, max: 1000, noNaN: true }), (params, seen, longer) => {
      const now = pAlive(params, seen)
      const later = pAlive(params, { ...seen, T: seen.T + longer })
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(1)
      expect(later).toBeLessThanOrEqual(now)
    }),
    runs(2000),
  )
})

test('whatever the parameters, expected visits are a number from 0 on', () => {
  fc.assert(
    fc.property(anyParams, anySeen, fc.double({ min: 0, max: 200, noNaN: true }), (params, seen, t) => {
      const expected = expectedVisits(params, seen, t)
      expect(expected).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(expected)).toBe(true)
    }),
    runs(2000),
  )
})

test('whatever was seen, a fit ends in numbers', () => {
  const groups = fc.array(
    fc.tuple(anySeen, fc.integer({ min: 1, max: 100 })).map(([seen, count]) => ({ ...seen, count })),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(groups, (some) => {
      const params = fitted(some)
      if (params) expect(Object.values(params).every((one) => Number.isFinite(one) && one > 0)).toBe(true)
    }),
    runs(20),
  )
})

test('a rhythm is the median of the pauses; a silence is unusual beyond twice that and nine in ten of them', () => {
  const every9 = [0, 9, 18, 27].map((n) => addDays('2026-10-01', n))
  const last = dayNumber('2026-10-28')
  expect(rhythmOf([...every9, ...every9].toReversed())).toEqual({
    days: 4,
    firstDayNo: dayNumber('2026-10-01'),
    lastDayNo: last,
    everyDays: 9,
    quietFromDayNo: last + 19,
  })
  expect(rhythmOf(every9.slice(1))).toMatchObject({ days: 3, everyDays: null, quietFromDayNo: null })
  expect(rhythmOf([])).toBeNull()
  // One long holiday in three pauses was usual enough.
  const holiday = [0, 9, 18, 60].map((n) => addDays('2026-08-01', n))
  expect(rhythmOf(holiday)).toMatchObject({ everyDays: 9, quietFromDayNo: dayNumber('2026-09-30') + 43 })
})

test('the order of days, and a day told twice, change no rhythm', () => {
  const day = fc.nat(3000).map((n) => addDays('2020-01-01', n))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), (days) => {
      const rhythm = rhythmOf(days)!
      expect(rhythmOf([...days, ...days].toReversed())).toEqual(rhythm)
      expect(rhythm.everyDays === null).toBe(new Set(days).size < 4)
      if (rhythm.quietFromDayNo !== null) expect(rhythm.quietFromDayNo).toBeGreaterThan(rhythm.lastDayNo)
    }),
    runs(500),
  )
})

test('the evidence is said in words', () => {
  const formats = formatsOf('GB')
  const silence = { days: 12, everyDays: 9, silentDays: 34, isQuiet: true, pAlive: 0.2249 }
  const words = (some: Partial<Silence>) => evidenceWords({ ...silence, ...some }, formats)
  expect(words({})).toBe('came every 9 days, silent for 34; 22% likely still with us')
  expect(words({ pAlive: null })).toBe('came every 9 days, silent for 34')
  expect(words({ isQuiet: false, silentDays: 3, pAlive: 0.9999 })).toBe(
    'came every 9 days, last here 3 days ago; over 99% likely still with us',
  )
  expect(words({ everyDays: 1, pAlive: 1e-9 })).toBe(
    'came every day, silent for 34 days; less than 1% likely still with us',
  )
  expect(words({ everyDays: null, days: 3, isQuiet: false })).toBe(
    'came on 3 days, last here 34 days ago; not enough data for a rhythm, which takes 4',
  )
  const pauses = pausesIn(['2026-10-01', '2026-10-10', '2026-11-30', '2026-12-01'])
  expect(pausesWords(pauses, 51, formats)).toBe('1 of their 3 pauses was this long or longer')
  // On the day of a visit every pause was as long.
  expect(pausesWords(pauses, 0, formats)).toBe('')
  expect(pausesWords(pauses, 52, formats)).toBe('none of their 3 pauses was this long')
})
