import type { StockAct } from '../../core/stock/expiry.ts'

/** How each act is called, the letter it is on, and what it means in full. */
export const acts = {
  pull: { label: 'Pull', key: 'p', means: 'taken off the shelf' },
  bin: { label: 'Bin', key: 'b', means: 'thrown away' },
  return: { label: 'Return', key: 't', means: 'sent back to the supplier' },
  sold: { label: 'Sold', key: 's', means: 'sold to customers' },
  reduce: { label: 'Reduce', key: 'r', means: 'price reduced, stays until its date' },
  'still-fine': { label: 'Still fine', key: 'f', means: 'checked and good, asked again in a week' },
} as const satisfies Record<StockAct, { label: string; key: string; means: string }>
