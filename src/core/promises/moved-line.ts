import { isUnnamed } from './said-customer.ts'
import type { KnownTold, Told } from './told.ts'

/** When lines are read: on which day, and on which day a moment lies. */
export interface ReadOn {
  readonly today: string
  readonly dayOf: (atMs: number) => string
}

/**
 * Whether a line is a known promise with another told time. Programs that number each day or week anew say the same people and things
 * again: where no order date shows that it is one, only what is still to come can have been moved.
 */
export const wasMoved =
  (says: (known: KnownTold, line: Told) => boolean, on: ReadOn) =>
  (known: KnownTold, line: Told): boolean =>
    !isUnnamed(known.customer) &&
    !isUnnamed(line.customer) &&
    says(known, line) &&
    (isMadeAlike(known, line) || ((isUnsaid(known) || isUnsaid(line)) && mayBeMoved(known, line, on)))

function mayBeMoved(known: KnownTold, line: Told, { today, dayOf }: ReadOn): boolean {
  const { doneAtMs, brokenAtMs, kept } = known
  const day = dayOf(line.toldAtMs)
  if (day === dayOf(known.toldAtMs) || day === dayOf(kept.toldAtMs)) return true
  if (doneAtMs !== null) return line.doneAtMs !== null && dayOf(doneAtMs) === dayOf(line.doneAtMs)
  return brokenAtMs === null && dayOf(kept.toldAtMs) >= today
}

/** Whether both say when it was made, on another day. */
export const isMadeOtherwise = (a: Told, b: Told): boolean =>
  !isUnsaid(a) && !isUnsaid(b) && !isMadeAlike(a, b) && !isOneDay(a.made, b.made)

/** A file with the time of day beside one without it says the same. */
const isOneDay = (a: string, b: string): boolean => a !== '' && a.slice(0, 10) === b.slice(0, 10)

const isUnsaid = ({ made, madeAtMs }: Told): boolean => made === '' && madeAtMs === null

const isMadeAlike = (a: Told, b: Told): boolean =>
  (a.made !== '' && a.made === b.made) || (a.madeAtMs !== null && a.madeAtMs === b.madeAtMs)
