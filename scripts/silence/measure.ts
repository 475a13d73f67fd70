import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expectedVisits, pAlive, type Params } from '../../src/core/customers/silence/bg-nbd.ts'
import { fitting, logLikelihood } from '../../src/core/customers/silence/fit.ts'
import { rhythmOf } from '../../src/core/customers/silence/rhythm.ts'
import { groupsOf, seenOf } from '../../src/core/customers/silence/seen.ts'
import { dayNumber } from '../../src/core/day.ts'

/** The last day the model is told of, and so many weeks behind it. */
const until = '1997-09-30'
export const weeks = 39
/** Who came more often is counted with these. */
const most = 7

/** Customers who came as often again in the weeks that were told, and what became of them in as many weeks more. */
export interface Line {
  readonly again: string
  readonly customers: number
  /** Visits a customer: expected, and as they happened. */
  readonly expected: number
  readonly real: number
  /** How likely they were still customers, on average, and how many of them came again. */
  readonly alive: number
  readonly cameAgain: number
}

/** The fit to the first weeks of CDNOW, and each group in the weeks that followed. */
export function measured() {
  const customers = [...daysOfCustomers().values()]
  const told = customers.map((days) => ({
    rhythm: rhythmOf(days.filter((day) => day <= until))!,
    real: new Set(days.filter((day) => day > until)).size,
  }))
  const asOf = dayNumber(until)
  const counted = groupsOf(asOf)
  for (const { rhythm } of told) counted.add(rhythm)
  const groups = counted.groups()
  const params = fitted(groups)
  const lines = Array.from({ length: most + 1 }, (_, again): Line => {
    const some = told
      .filter(({ rhythm }) => Math.min(most, rhythm.days - 1) === again)
      .map(({ rhythm, real }) => ({ seen: seenOf(rhythm, asOf), real }))
    const mean = (of: (one: (typeof some)[number]) => number) =>
      some.reduce((sum, one) => sum + of(one), 0) / some.length
    return {
      again: again === most ? `${most} and more` : String(again),
      customers: some.length,
      expected: mean(({ seen }) => expectedVisits(params, seen, weeks)),
      real: mean(({ real }) => real),
      alive: mean(({ seen }) => pAlive(params, seen)),
      cameAgain: mean(({ real }) => (real > 0 ? 1 : 0)),
    }
  })
  return { params, likelihood: logLikelihood(groups)(params), lines }
}

function fitted(groups: Parameters<typeof fitting>[0]): Params {
  const search = fitting(groups)
  for (;;) {
    const { done, value } = search.next()
    if (!done) continue
    if (value === null) throw new Error('There is not enough data.')
    return value
  }
}

function daysOfCustomers(): ReadonlyMap<string, readonly string[]> {
  const root = resolve(import.meta.dirname, '../..')
  const file = readFileSync(join(root, 'tests/data/cdnow/visits.csv'), 'utf8')
  const days = new Map<string, string[]>()
  for (const line of file.trim().split(/\r?\n/).slice(1)) {
    const [customer, day] = line.split(',') as [string, string]
    const known = days.get(customer)
    if (known) known.push(day)
    else days.set(customer, [day])
  }
  return days
}
