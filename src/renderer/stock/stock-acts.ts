import { actWords } from '../../core/stock/act-words.ts'
import type { StockAct } from '../../core/stock/expiry.ts'

/** How each act is called, the letter it is on, and what it means in full. */
export const acts = {
  pull: { ...actWords.pull, key: 'p' },
  bin: { ...actWords.bin, key: 'b' },
  return: { ...actWords.return, key: 't' },
  sold: { ...actWords.sold, key: 's' },
  reduce: { ...actWords.reduce, key: 'r' },
  'still-fine': { ...actWords['still-fine'], key: 'f' },
} as const satisfies Record<StockAct, { label: string; key: string; means: string }>
