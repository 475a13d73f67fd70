/** The moments of a promise that decide how it ended, epoch ms. */
export interface Moments {
  /** By when, as the customer heard it last. */
  readonly toldAtMs: number
  /** By when, as they heard it first, or the earliest that was agreed before the last; null where it was never moved. */
  readonly firstToldAtMs: number | null
  /**
   * When they heard the last word; null where it was never moved, and where they heard in time that the last moment would not be
   * kept either.
   */
  readonly movedAtMs: number | null
  /** When the customer heard that it would be later; since then no word passed in silence. */
  readonly warnedAtMs: number | null
  /** When the work was finished and waited for the customer. */
  readonly readyAtMs: number | null
  /** Where only the day is known, its first moment: then days are compared, for the told moment lies after its day begins. */
  readonly doneAtMs: number | null
  readonly brokenAtMs: number | null
}

/** How a promise ended; `open`: overdue and not done; `not-due`: nothing to judge yet. */
export type Outcome = 'kept' | 'late-but-warned' | 'late-and-silent' | 'broken' | 'open' | 'not-due'

/** Outcomes counted over a stretch of told days; `share` is kept/due, null where nothing was due. */
export interface KeptRate {
  readonly due: number
  readonly kept: number
  /** Done late, and the customer was told before the promised time. */
  readonly lateButWarned: number
  /** Done late without a word. */
  readonly lateAndSilent: number
  /** Given up, warned or not. */
  readonly broken: number
  /** Overdue and not done. */
  readonly open: number
  readonly share: number | null
}

/** By when it had to be done to be kept: the first word given, or one that was agreed for before it. */
export const judgedAtMs = ({
  toldAtMs,
  firstToldAtMs,
}: Pick<Moments, 'toldAtMs' | 'firstToldAtMs'>): number => Math.min(firstToldAtMs ?? toldAtMs, toldAtMs)

/** When the work was really finished, the earlier of both: what waits for its customer is not late because they come late. */
export const finishedAt = ({
  doneAtMs,
  readyAtMs,
}: Pick<Moments, 'doneAtMs' | 'readyAtMs'>): number | null =>
  doneAtMs === null || readyAtMs === null ? (doneAtMs ?? readyAtMs) : Math.min(doneAtMs, readyAtMs)

/** Whether the customer heard of the delay before the promised time. */
export const warnedInTime = (p: Pick<Moments, 'toldAtMs' | 'firstToldAtMs' | 'warnedAtMs'>): boolean =>
  p.warnedAtMs !== null && p.warnedAtMs < judgedAtMs(p)

/**
 * Since when the customer knows that it will be later, once they heard another moment at `heardAtMs`, epoch ms; null where nobody has
 * told them. An earlier moment than all before is a promise anew, of whose delay nobody spoke yet; and whoever heard nothing while the
 * moment they had last went by was told only now. Whoever was told
 * that this very moment would not be kept knows.
 */
export function warnedOnceHeard(
  p: Pick<Moments, 'toldAtMs' | 'firstToldAtMs' | 'warnedAtMs' | 'movedAtMs'>,
  heardAtMs: number,
  newToldAtMs = p.toldAtMs,
): number | null {
  if (newToldAtMs < judgedAtMs(p)) return null
  const { warnedAtMs, movedAtMs, toldAtMs } = p
  const knows = warnedAtMs !== null && warnedAtMs < toldAtMs && (movedAtMs === null || movedAtMs < warnedAtMs)
  return heardAtMs < toldAtMs || knows ? (warnedAtMs ?? heardAtMs) : heardAtMs
}

/** Whether nobody has told the customer yet that the moment they were told last will not be kept. */
export const isAwaited = ({
  firstToldAtMs,
  movedAtMs,
}: Pick<Moments, 'firstToldAtMs' | 'movedAtMs'>): boolean => firstToldAtMs !== null && movedAtMs !== null

/** Whether a word heard at `heardAtMs`, without another moment, says in time that the last of several will not be kept. */
export const takesBackLast = (
  p: Pick<Moments, 'toldAtMs' | 'firstToldAtMs' | 'movedAtMs'>,
  heardAtMs: number,
): boolean => isAwaited(p) && (p.movedAtMs ?? 0) <= heardAtMs && heardAtMs < p.toldAtMs

/** How a promise ended, seen at `now`. Budget, scope and cleanliness do not make it late. */
export function outcomeOf(p: Moments, now: number): Outcome {
  if (p.brokenAtMs !== null) return 'broken'
  const finished = finishedAt(p)
  const judged = judgedAtMs(p)
  if (finished === null) return judged < now ? 'open' : 'not-due'
  if (finished <= judged) return 'kept'
  // Whoever heard of another moment, and nothing when that one passed as well, was not warned of what came.
  const isSilent = isAwaited(p) && judged < p.toldAtMs && p.toldAtMs < finished
  return warnedInTime(p) && !isSilent ? 'late-but-warned' : 'late-and-silent'
}

/** The rate with its share; `share` is never a number where nothing was due. */
export const rateOf = (counts: Omit<KeptRate, 'share'>): KeptRate => ({
  ...counts,
  share: counts.due === 0 ? null : counts.kept / counts.due,
})
