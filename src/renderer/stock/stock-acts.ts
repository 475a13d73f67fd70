import { isHard, type DateKind, type StockAct } from '../../core/stock/expiry.ts'

/** How each act is called, the letter it is on, and what it means in full. */
export const acts = {
  pull: { label: 'Pull', key: 'p', means: 'taken off the shelf' },
  bin: { label: 'Bin', key: 'b', means: 'thrown away' },
  return: { label: 'Return', key: 't', means: 'sent back to the supplier' },
  sold: { label: 'Sold', key: 's', means: 'sold to customers' },
  reduce: { label: 'Reduce', key: 'r', means: 'price reduced, stays until its date' },
  'still-fine': { label: 'Still fine', key: 'f', means: 'checked and good, asked again in a week' },
} as const satisfies Record<StockAct, { label: string; key: string; means: string }>

/** Whether the rules allow an act now: a price is not reduced and nothing is found fine once a hard date has come. */
export function allowed(act: StockAct, dateKind: DateKind, daysLeft: number | null): boolean {
  if (act === 'still-fine') return daysLeft !== null && !(isHard(dateKind) && daysLeft <= 0)
  if (act === 'reduce') return !(daysLeft !== null && isHard(dateKind) && daysLeft < 0)
  return true
}

interface Standing {
  readonly dateKind: DateKind
  readonly daysLeft: number
  readonly reduced: boolean
}

/** The two acts that come first where a batch stands; the others are behind “More”. */
export function firstActs({ dateKind, daysLeft, reduced }: Standing): readonly [StockAct, StockAct] {
  if (daysLeft >= 0) return ['pull', reduced ? 'sold' : 'reduce']
  return isHard(dateKind) ? ['bin', 'return'] : ['bin', 'still-fine']
}
