import type { Generated } from 'kysely'
import { coded, day, instant, money, number, pointsAt, text, yesNo, type Things } from '../store/thing.ts'

interface ProductsTable {
  id: Generated<number>
  /** As written. */
  gtin: Generated<string>
  /** As compared: digits filled up to 14, or '' – one product a code. */
  gtinKey: Generated<string>
  gtinValid: Generated<0 | 1>
  sourceId: Generated<string>
  name: string
  category: Generated<string>
  shelf: Generated<string>
  supplier: Generated<string>
  unit: Generated<string>
  priceMills: Generated<number | null>
  /** Days before its date that a batch leaves the shelf. */
  leadDays: Generated<number>
  /** Name, category, supplier, shelf and code, folded for search. */
  folded: string
  /** What of it came from a file, and what the owner changed: see core/stock/product-memory.ts. */
  broughtFields: Generated<number>
  earlierValues: Generated<string>
}

interface BatchesTable {
  id: Generated<number>
  productId: number
  lot: Generated<string>
  dateKind: 'use-by' | 'best-before' | 'after-opening' | 'none'
  date: Generated<string>
  pullDay: Generated<string>
  /** 1 when an action moved the pull day: a new lead time leaves it where it is. At 0 it always follows the lead time. */
  pullDayMoved: Generated<0 | 1>
  /** 1 when its price was reduced. */
  reduced: Generated<0 | 1>
  received: number
  /** What is still on the shelf or in store; 0 when all is sold, pulled, binned or returned. */
  remaining: number
  receivedDay: string
}

interface StockActionsTable {
  id: Generated<number>
  batchId: number
  action: 'pull' | 'reduce' | 'return' | 'bin' | 'sold' | 'still-fine'
  quantity: number
  reason: Generated<string>
  atMs: number
}

export interface StockTables {
  products: ProductsTable
  batches: BatchesTable
  stockActions: StockActionsTable
}

const dateKinds = {
  'use-by': 'use by',
  'best-before': 'best before',
  'after-opening': 'after opening',
  none: 'no date',
}

const stockActs = {
  pull: 'pulled',
  reduce: 'reduced',
  return: 'returned',
  bin: 'binned',
  sold: 'sold',
  'still-fine': 'still fine',
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const stockLogged = {
  products: {
    thing: 'Product',
    named: ({ name }) => name,
    fields: {
      gtin: text('Code'),
      gtinKey: null,
      gtinValid: null,
      sourceId: text('Number'),
      name: text('Name'),
      category: text('Category'),
      shelf: text('Shelf'),
      supplier: text('Supplier'),
      unit: text('Unit'),
      priceMills: money('Price'),
      leadDays: number('Days before its date'),
      folded: null,
      broughtFields: null,
      earlierValues: null,
    },
  },
  batches: {
    thing: 'Batch',
    named: ({ lot }) => (lot === '' ? '' : `lot ${lot}`),
    fields: {
      productId: pointsAt('products', 'Product'),
      lot: text('Lot'),
      dateKind: coded('Kind of date', dateKinds),
      date: day('Date'),
      pullDay: { ...day('Leaves the shelf'), saidOf: ({ pullDayMoved }) => pullDayMoved === 1 },
      pullDayMoved: null,
      reduced: yesNo('Reduced'),
      received: number('Quantity'),
      remaining: number('Left'),
      receivedDay: day('Came'),
    },
  },
  stockActions: {
    thing: 'Act on a batch',
    named: ({ action }) => stockActs[action],
    fields: {
      batchId: pointsAt('batches', 'Batch'),
      action: coded('What', stockActs),
      quantity: number('Quantity'),
      reason: text('Reason'),
      atMs: instant('When'),
    },
  },
} satisfies Things<StockTables>
