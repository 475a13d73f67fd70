import type { StockAct } from './expiry.ts'

/** How each act is called, wherever it is offered, and what it means in full. */
export const actWords = {
  pull: { label: 'Pull', means: 'taken off the shelf' },
  bin: { label: 'Bin', means: 'thrown away' },
  return: { label: 'Return', means: 'sent back to the supplier' },
  sold: { label: 'Sold', means: 'sold to customers' },
  reduce: { label: 'Reduce', means: 'price reduced, stays until its date' },
  'still-fine': { label: 'Still fine', means: 'checked and good, asked again in a week' },
} as const satisfies Record<StockAct, { label: string; means: string }>
