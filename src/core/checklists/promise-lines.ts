import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import type { Draft } from './draft.ts'

/** A promise to keep: our target and what the customer was told, both local `YYYY-MM-DDTHH:MM`. */
export interface PromiseDue {
  readonly promiseId: number
  readonly target: string
  readonly told: string
  /** The trading days they belong to: after midnight that is often the day before. */
  readonly targetDay: Day
  readonly toldDay: Day
  readonly words: string
  /** What must be known of the customer, such as an allergy; '' as well for nothing. */
  readonly mustKnow?: string | undefined
}

/** A promise that is ready and waits for the customer, who was told this moment. */
export type PickUp = Pick<PromiseDue, 'promiseId' | 'told' | 'toldDay' | 'words' | 'mustKnow'>

/** The trading day that counts in a week: our target's, or the one the customer was told where ours was before the week began. */
export const dayThatCounts = ({ targetDay, toldDay }: PromiseDue, monday: Day): Day =>
  targetDay >= monday ? targetDay : toldDay

/** Whether what the customer was told is all that still counts on a day, as our own target has passed. */
const isToldThatCounts = ({ targetDay, toldDay }: PromiseDue, day: Day): boolean =>
  targetDay < day && toldDay >= day

/** A promise on a day of the week, by the moment that counts there. */
export function promiseLine(promise: PromiseDue, day: Day, formats: Formats): Draft {
  const { promiseId, target, told, words, mustKnow } = promise
  const byTold = `By ${spoken(told, promise.toldDay, day, formats)}: ${words}`
  const byTarget = `By ${spoken(target, promise.targetDay, day, formats)}: ${words}`
  const isTold = isToldThatCounts(promise, day)
  const text = isTold
    ? `${byTold}; our own date was ${formats.day(target.slice(0, 10))}`
    : target === told
      ? byTarget
      : `${byTarget}; the customer was told ${spoken(told, promise.toldDay, day, formats)}`
  return { key: `promise ${promiseId}`, day, part: 'day', text, mustKnow, at: isTold ? told : target }
}

/**
 * What the customer was told, on the day they come: written once more where our own date stands on another day of the week
 * (from `monday` on).
 */
export const isHandedOverLater = (promise: PromiseDue, monday: Day): boolean =>
  promise.toldDay > dayThatCounts(promise, monday)

/** A promise on the day for which the customer was told. */
export function handOverLine(promise: PromiseDue, day: Day, formats: Formats): Draft {
  const { promiseId, told, words, mustKnow } = promise
  const text = `To hand over${toldOn(promise, day, ' at', formats)}: ${words}`
  return { key: `hand-over ${promiseId}`, day, part: 'day', text, mustKnow, at: told }
}

/** A promise from before the week. Only one whose told moment has passed when the sheet is made is overdue. */
export function earlierPromiseLine(
  { promiseId, told, toldDay, words, mustKnow }: PromiseDue,
  now: string,
  formats: Formats,
): Draft {
  const text =
    told < now
      ? `Overdue since ${formats.dayAndYear(told.slice(0, 10))}: ${words}`
      : `By ${spoken(told, toldDay, null, formats)}: ${words}`
  return { key: `promise ${promiseId}`, day: null, part: 'day', text, mustKnow }
}

/** What is ready for a customer, on the day they were told. */
export function pickUpLine(pickUp: PickUp, day: Day, formats: Formats): Draft {
  const { promiseId, told, words, mustKnow } = pickUp
  const text = `Ready to hand over${toldOn(pickUp, day, ', told', formats)}: ${words}`
  return { key: `pick-up ${promiseId}`, day, part: 'day', text, mustKnow, at: told }
}

/** When the customer comes; nothing where they were told the day alone, and it is that. */
const toldOn = ({ told, toldDay }: PickUp, day: Day, lead: string, formats: Formats): string =>
  toldDay === day && isEndOfDay(told) ? '' : `${lead} ${spoken(told, toldDay, day, formats)}`

/** 23:59 stands for the end of a day. */
const isEndOfDay = (local: string): boolean => local.endsWith('23:59')

function spoken(local: string, belongsTo: Day, day: Day | null, formats: Formats): string {
  const [date, time] = [local.slice(0, 10), isEndOfDay(local) ? '' : formats.time(local.slice(11))]
  if (belongsTo !== day) return `${formats.day(date)} ${time}`.trim()
  return date > day ? `${time} the next day` : time || 'tonight'
}
