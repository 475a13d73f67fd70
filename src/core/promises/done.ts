import { dayAt, instantOf, startOfDay } from '../day.ts'
import { finishedAt, judgedAtMs, type Moments } from './outcome.ts'

/** When something was done: `dayOnly` where nobody knows the time, and `atMs` is the day's first moment. */
export interface Done {
  readonly atMs: number
  readonly dayOnly: boolean
}

/**
 * When a promise was done, from a local moment or a day alone. What was ready on that very day was done when it was ready:
 * a time that is known beats the first moment of a day, which nobody said.
 */
export function doneOn(said: string, readyAtMs: number | null, zone: string): Done {
  if (said.length > 10) return { atMs: instantOf(said, zone), dayOnly: false }
  if (readyAtMs !== null && dayAt(readyAtMs, zone) === said) return { atMs: readyAtMs, dayOnly: false }
  return { atMs: startOfDay(said, zone), dayOnly: true }
}

interface KeptDone {
  readonly doneAtMs: number
  readonly readyAtMs: number | null
  readonly toldAtMs: number
}

/** Whether a file says of what is done already that it was on another day, or on the other side of the told moment. */
export function isDoneOtherwise(
  { doneAtMs, readyAtMs, toldAtMs }: KeptDone,
  said: string,
  zone: string,
): boolean {
  const { atMs, dayOnly } = doneOn(said, readyAtMs, zone)
  const isInTime = (doneAtMs: number) => finishedAt({ doneAtMs, readyAtMs })! <= toldAtMs
  return dayAt(atMs, zone) !== dayAt(doneAtMs, zone) || (!dayOnly && isInTime(atMs) !== isInTime(doneAtMs))
}

interface Made extends Pick<Moments, 'toldAtMs' | 'firstToldAtMs'> {
  readonly madeAtMs: number
}

/** A promise from a file that does not say when it was made has it made when it was due. */
const madeIsKnown = (promise: Made): boolean => promise.madeAtMs < judgedAtMs(promise)

/** Whether something would have happened to a promise before it was made; to the minute, or by the day where that is all. */
export function isBeforeMade(promise: Made, { atMs, dayOnly }: Done, zone: string): boolean {
  if (!madeIsKnown(promise)) return false
  const { madeAtMs } = promise
  return dayOnly ? dayAt(atMs, zone) < dayAt(madeAtMs, zone) : atMs < madeAtMs - (madeAtMs % 60_000)
}
