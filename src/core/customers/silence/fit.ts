import type { Params, Seen } from './bg-nbd.ts'
import { lnGamma } from './gamma.ts'
import { descend } from './simplex.ts'

/** Customers of whom the same was seen, and how many they are. */
export interface Group extends Seen {
  readonly count: number
}

/** So many customers, and so many visits after a first, are needed before anything is said of who is still with us. */
export const fewestCustomers = 50
export const fewestRepeats = 100

/** Whether there is enough to fit to. */
export interface Enough {
  readonly customers: number
  readonly repeats: number
  readonly isEnough: boolean
}

/** How much there is to fit to. */
export function enoughIn(groups: readonly Group[]): Enough {
  const customers = groups.reduce((sum, { count }) => sum + count, 0)
  const repeats = groups.reduce((sum, { count, x }) => sum + count * x, 0)
  return { customers, repeats, isEnough: customers >= fewestCustomers && repeats >= fewestRepeats }
}

/** The logarithm of how likely the model makes what was seen: equation (7) of the paper, over all customers. */
export function logLikelihood(groups: readonly Group[]): (params: Params) => number {
  const mostX = groups.reduce((most, { x }) => Math.max(most, x), 0)
  const perX = new Float64Array(mostX + 1)
  const counts = new Float64Array(mostX + 1)
  for (const { x, count } of groups) counts[x]! += count
  return ({ r, alpha, a, b }) => {
    let sum = 0
    const fixed = r * Math.log(alpha) - lnGamma(r) + lnGamma(a + b) - lnGamma(b)
    for (let x = 0; x <= mostX; x++) {
      if (counts[x] === 0) continue
      perX[x] = x === 0 ? 0 : Math.log(a / (b + x - 1))
      sum += counts[x]! * (fixed + lnGamma(r + x) + lnGamma(b + x) - lnGamma(a + b + x))
    }
    for (const { x, tx, T, count } of groups) {
      const there = -(r + x) * Math.log(alpha + T)
      if (x === 0) {
        sum += count * there
        continue
      }
      const gone = perX[x]! - (r + x) * Math.log(alpha + tx)
      const [high, low] = there > gone ? [there, gone] : [gone, there]
      sum += count * (high + Math.log1p(Math.exp(low - high)))
    }
    return sum
  }
}

/** Bounds of the parameters: beyond them the data does not tell one from another. */
const least = Math.log(1e-4)
const highest = Math.log(1e4)
const bounded = (ln: number): number => Math.exp(Math.min(highest, Math.max(least, ln)))

const paramsOf = ([r, alpha, a, b]: readonly number[]): Params => ({
  r: bounded(r!),
  alpha: bounded(alpha!),
  a: bounded(a!),
  b: bounded(b!),
})

/** Searched from several points, for one alone may end on a ridge. */
const starts: readonly Params[] = [
  { r: 0.3, alpha: 4, a: 0.8, b: 2.5 },
  { r: 1, alpha: 1, a: 1, b: 1 },
  { r: 2, alpha: 20, a: 0.3, b: 6 },
]
/** Of more customers than this a part shows where to begin. */
const enoughToBegin = 2000

/**
 * Fits the model to what was seen by maximum likelihood. It stops after each look at all customers, so that whoever runs it can let
 * others in; what is yielded is how many groups were looked at. Answers null below the minimum.
 */
export function* fitting(groups: readonly Group[]): Generator<number, Params | null, undefined> {
  if (!enoughIn(groups).isEnough) return null
  const every = Math.ceil(groups.length / enoughToBegin)
  const part = every > 1 ? groups.filter((_, i) => i % every === 0) : groups
  let best: { readonly at: readonly number[]; readonly value: number } | undefined
  for (const start of starts) {
    const found = yield* searched(part, lnOf(start), { step: 1, near: 1e-3 })
    if (!best || found.value < best.value) best = found
  }
  const found = yield* searched(groups, best!.at, { step: 0.1, near: 1e-5 })
  return paramsOf(found.at)
}

function* searched(groups: readonly Group[], start: readonly number[], how: Parameters<typeof descend>[2]) {
  const likelihood = logLikelihood(groups)
  const looking = descend((at) => -likelihood(paramsOf(at)), start, how)
  for (;;) {
    const { done, value } = looking.next()
    if (done) return value
    yield groups.length
  }
}

const lnOf = ({ r, alpha, a, b }: Params): readonly number[] => [r, alpha, a, b].map(Math.log)
