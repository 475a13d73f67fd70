import { hyper2F1 } from './gamma.ts'

/**
 * The BG/NBD model: Fader, Hardie and Lee, "Counting Your Customers" the Easy Way (Marketing Science 24, 2005). Each customer comes
 * at random at a rate of their own (gamma: r, alpha), and after each visit may be gone for good by a chance of their own (beta: a, b).
 */
export interface Params {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** All that the model asks of a customer; times in weeks. */
export interface Seen {
  /** Visits after the first. */
  readonly x: number
  /** From the first visit to the last; 0 without a second. */
  readonly tx: number
  /** From the first visit to the day it is asked of. */
  readonly T: number
}

/** How likely a customer is still one: equation behind (10) of the paper. */
export function pAlive({ r, alpha, a, b }: Params, { x, tx, T }: Seen): number {
  // Nobody is gone before their first visit but one.
  if (x === 0) return 1
  const gone = (a / (b + x - 1)) * Math.exp((r + x) * (Math.log(alpha + T) - Math.log(alpha + tx)))
  return 1 / (1 + gone)
}

/** How many visits are to be expected of a customer in the next `t` weeks: equation (10) of the paper. */
export function expectedVisits(params: Params, seen: Seen, t: number): number {
  if (t <= 0) return 0
  const { r, alpha, b } = params
  const { x, T } = seen
  const a = apart(params.a, 1)
  const c = apart(a + b + x - 1, 0)
  const z = t / (alpha + T + t)
  const stays = hyper2F1(r + x, b + x, c, z, r + x)
  const expected = (c / (a - 1)) * (1 - stays) * pAlive(params, seen)
  // Nobody comes more often than who is never gone.
  const most = ((r + x) / (alpha + T)) * t
  return Number.isNaN(expected) ? most : Math.min(most, Math.max(0, expected))
}

/** A number that is divided by its distance to another, not nearer to that than its digits bear. */
const apart = (value: number, from: number): number => {
  const nearest = 1e-7
  const away = value - from
  return Math.abs(away) >= nearest ? value : from + (away < 0 ? -nearest : nearest)
}
