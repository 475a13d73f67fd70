import { isAwaited, type Moments } from './outcome.ts'

/** Where a promise that is not closed stands, worst first. `waiting`: ready, the customer has to come. */
export const standings = ['overdue', 'atRisk', 'dueToday', 'waiting', 'later'] as const
export type Standing = (typeof standings)[number]

interface OpenPromise extends Pick<Moments, 'toldAtMs' | 'readyAtMs'> {
  readonly madeAtMs: number
  readonly targetAtMs: number
}

/**
 * The next honest step of an open promise: the customer is told before the told moment passes, or as soon as it has, and
 * again when the moment they were told instead has, unless they heard that before; then it is finished; then it is closed,
 * when the customer has it.
 */
export function nextStep(
  p: Pick<Moments, 'readyAtMs' | 'warnedAtMs' | 'firstToldAtMs' | 'movedAtMs'>,
  standing: Standing,
): 'warn' | 'ready' | 'close' {
  if (p.readyAtMs !== null) return 'close'
  const isSecondMiss = isAwaited(p) && standing === 'overdue'
  const isUnsaid = p.warnedAtMs === null && (standing === 'overdue' || standing === 'atRisk')
  return isSecondMiss || isUnsaid ? 'warn' : 'ready'
}

/** Where an open promise stands at `now`. At risk: our target has passed, or less than a quarter of the time is left. */
export function standingOf(p: OpenPromise, now: number, endOfTodayMs: number): Standing {
  if (p.readyAtMs !== null) return 'waiting'
  if (p.toldAtMs < now) return 'overdue'
  if (p.targetAtMs <= now || (p.toldAtMs - now) * 4 < p.toldAtMs - p.madeAtMs) return 'atRisk'
  return p.toldAtMs < endOfTodayMs ? 'dueToday' : 'later'
}
