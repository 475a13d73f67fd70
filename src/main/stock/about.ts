import { productPage } from '../../core/stock/page.ts'
import type { AboutReader } from '../about/reader.ts'

/** Products as a link to them names them. */
export const productsNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db.selectFrom('products').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, { name, page: productPage(id) }]))
}

/** Batches as a link to them names them: with their product, where they are seen. */
export const batchesNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db
    .selectFrom('batches')
    .innerJoin('products', 'products.id', 'batches.productId')
    .select(['batches.id', 'batches.lot', 'batches.productId', 'products.name'])
    .where('batches.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, lot, productId, name }) => [
      id,
      { name: lot === '' ? name : `${name}, lot ${lot}`, page: productPage(productId) },
    ]),
  )
}
