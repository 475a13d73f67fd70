import type { Kysely } from 'kysely'
import type { Product } from '../../core/stock/calls.ts'
import type { Row, Schema } from '../store/schema.ts'

export const productColumns = [
  'id',
  'name',
  'gtin',
  'gtinValid',
  'category',
  'shelf',
  'supplier',
  'unit',
  'priceMills',
  'leadDays',
] as const

/** A row of `products` as the contract knows it. */
export const toProduct = ({
  gtinValid,
  ...row
}: Pick<Row<'products'>, (typeof productColumns)[number]>): Product => ({
  ...row,
  gtinValid: gtinValid === 1,
})

export const batchColumns = [
  'id as batchId',
  'productId',
  'lot',
  'dateKind',
  'date',
  'pullDay',
  'reduced',
  'received',
  'remaining',
  'receivedDay',
] as const

/** A row of {@link batchColumns} as the contract knows it. */
export const toBatch = <R extends { readonly reduced: 0 | 1 }>(row: R) => ({
  ...row,
  reduced: row.reduced === 1,
})

/** What is left of each product that has some. */
export async function stockOf(db: Kysely<Schema>): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('batches')
    .select((eb) => ['productId', eb.fn.sum<number>('remaining').as('inStock')])
    .where('remaining', '>', 0)
    .groupBy('productId')
    .execute()
  return new Map(rows.map(({ productId, inStock }) => [productId, Math.round(inStock * 1000) / 1000]))
}
