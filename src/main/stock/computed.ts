import type { Selectable } from 'kysely'
import { pullDayOf } from '../../core/stock/expiry.ts'
import { codeKey, isGtin, plainCode } from '../../core/stock/gtin.ts'
import { productFolded } from '../../core/stock/product-name.ts'
import type { Computed } from '../store/computed.ts'
import type { StockTables } from './tables.ts'

/** The columns of a product that follow from its others. */
export const derivedOf = (product: Parameters<typeof productFolded>[0]) => ({
  gtinKey: codeKey(product.gtin),
  gtinValid: product.gtin === '' || isGtin(plainCode(product.gtin)) ? (1 as const) : (0 as const),
  folded: productFolded(product),
})

/** But for the code as it is compared: one product has it, and a new rule would have to say which. */
const products: Computed<Selectable<StockTables['products']>> = {
  table: 'products',
  of(row) {
    const { folded, gtinValid } = derivedOf(row)
    return { folded, gtinValid }
  },
}

/** The day a batch leaves the shelf, where no action moved it. What keeps it so stands beside the log (engines' pull-days.ts). */
const batches: Computed<Selectable<StockTables['batches']>> = {
  table: 'batches',
  asksOthers: true,
  of: ({ productId, date, pullDayMoved, pullDay }, ask) =>
    date === '' || pullDayMoved
      ? { pullDay }
      : { pullDay: pullDayOf(date, Number(ask('SELECT leadDays FROM products WHERE id = ?', productId))) },
}

/** What of the stock's tables is computed. */
export const stockComputed = [products, batches]
