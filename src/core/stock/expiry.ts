import { addDays, daysBetween, type Day } from '../day.ts'
import type { Formats } from '../formats.ts'

export const dateKinds = ['use-by', 'best-before', 'after-opening', 'none'] as const
export type DateKind = (typeof dateKinds)[number]

export const stockActs = ['pull', 'reduce', 'return', 'bin', 'sold', 'still-fine'] as const
export type StockAct = (typeof stockActs)[number]

/** A dated batch as the rules see it. */
export interface DatedBatch {
  readonly dateKind: Exclude<DateKind, 'none'>
  readonly date: Day
  readonly pullDay: Day
}

/** Days after which a batch found still fine is asked about again. */
export const askAgainDays = 7

/** Use-by and after-opening are about safety: past such a date nothing may be sold. Best-before is about quality. */
export const isHard = (kind: DateKind): boolean => kind === 'use-by' || kind === 'after-opening'

/**
 * The day on which a batch leaves the shelf, at closing at the latest: its date less the product's lead days (0-3660).
 * A batch may be sold through its date whatever the kind (Regulation (EU) 1169/2011, annex X); with no lead time it is
 * therefore pulled on the date itself, and from the day after it is expired.
 */
export const pullDayOf = (date: Day, leadDays: number): Day => addDays(date, -leadDays)

/**
 * Where a batch in stock stands on `today`: `expired` from the day after its date, `pull-today` from its pull day until
 * its date, `soon` when its pull day comes within `soonDays`, else `later`. One that was found fine past its best-before
 * date is judged by its new pull day alone.
 */
export function standing(
  batch: DatedBatch,
  today: Day,
  soonDays: number,
): 'expired' | 'pull-today' | 'soon' | 'later' {
  if (batch.pullDay <= today) return batch.date < today ? 'expired' : 'pull-today'
  return batch.pullDay <= addDays(today, soonDays) ? 'soon' : 'later'
}

/** Whether a hard date has passed, `daysLeft` days from it (negative past it, null without one): nothing of it may be sold. */
export const isPastHard = (kind: DateKind, daysLeft: number | null): boolean =>
  daysLeft !== null && daysLeft < 0 && isHard(kind)

/**
 * Whether an act is allowed on a batch that is `daysLeft` days from its date (negative past it, null without one): once a
 * hard date has come nothing is found fine, and past it no price is reduced. Everything else takes the batch away.
 */
export function isAllowed(act: StockAct, dateKind: DateKind, daysLeft: number | null): boolean {
  if (act === 'still-fine') return daysLeft !== null && !(isHard(dateKind) && daysLeft <= 0)
  if (act === 'reduce') return !isPastHard(dateKind, daysLeft)
  return true
}

/** The two acts that come first where a batch stands: it leaves, or the gentlest that its date still allows. */
export function firstActs(batch: {
  readonly dateKind: DateKind
  readonly daysLeft: number
  readonly reduced: boolean
}): readonly [StockAct, StockAct] {
  const { dateKind, daysLeft, reduced } = batch
  if (daysLeft >= 0) return ['pull', reduced ? 'sold' : 'reduce']
  return ['bin', isAllowed('still-fine', dateKind, daysLeft) ? 'still-fine' : 'return']
}

/**
 * The pull day after a batch was reduced in price: its date, so it stays on the shelf and on the list until then.
 * Past a best-before date it keeps the pull day it had, and stays listed. Null past a hard date: it may not be sold.
 */
export function pullDayWhenReduced(batch: DatedBatch, today: Day): Day | null {
  if (!isAllowed('reduce', batch.dateKind, daysBetween(today, batch.date))) return null
  return batch.date >= today ? batch.date : batch.pullDay
}

/**
 * The pull day after a batch was found still fine: asked again in `againDays` (1-3660). With a hard date never later
 * than that date, and null once the date has come: nobody's nose overrules a use-by date.
 */
export function pullDayWhenFine(batch: DatedBatch, today: Day, againDays: number): Day | null {
  if (!isAllowed('still-fine', batch.dateKind, daysBetween(today, batch.date))) return null
  const again = addDays(today, againDays)
  return isHard(batch.dateKind) && again > batch.date ? batch.date : again
}

/** Why a batch is on the list, in words: "use-by passed 2 days ago". */
export function reasonFor(
  batch: DatedBatch & { readonly reduced: boolean },
  today: Day,
  formats: Formats,
): string {
  const words = [...(batch.reduced ? ['reduced'] : []), ...partsFor(batch, today, formats)]
  return words.join('; ')
}

/** The date in words and as the pack has it: "use-by passed 2 days ago · 22/11". */
const dateFor = ({ dateKind, date }: DatedBatch, today: Day, { away, onPack }: Formats): string => {
  const left = daysBetween(today, date)
  const name = dateKind === 'after-opening' ? 'after-opening date' : dateKind
  return `${name}${left < 0 ? ' passed' : left === 0 ? ' is' : ''} ${away(left)} · ${onPack(date, today)}`
}

function partsFor(batch: DatedBatch, today: Day, formats: Formats): readonly string[] {
  const { away } = formats
  const left = daysBetween(today, batch.date)
  const date = dateFor(batch, today, formats)
  const toPull = daysBetween(today, batch.pullDay)
  if (left < 0) return toPull > 0 ? [date, `found still fine, asked again ${away(toPull)}`] : [date]
  if (batch.pullDay > batch.date) return [date, `found still fine, asked again ${away(toPull)}`]
  if (left === toPull) return [date]
  if (toPull < 0) return [date, `should have left the shelf ${away(toPull)}`]
  return [date, `leaves the shelf ${away(toPull)}`]
}
