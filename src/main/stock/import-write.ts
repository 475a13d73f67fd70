import { dayAt } from '../../core/day.ts'
import type { Kept } from '../../core/import/kind.ts'
import { productImport } from '../../core/stock/import.ts'
import type { PlannedProduct, ProductOnFile, ProductPlan } from '../../core/stock/import-plan.ts'
import { productMemory } from '../../core/stock/product-memory.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import { derivedOf } from './computed.ts'

/** Keeps what was planned: new products with what is in stock of them, and what changes in others. */
export async function carryOut(context: Context, plan: ProductPlan): Promise<Kept> {
  const { added } = plan
  const changed = plan.changed()
  const words = productImport.doing.keeping
  const total = added.length + changed.length
  await inSlices(context, added, words, (some) => addSome(context, some), { total })
  await inSlices(context, changed, words, (some) => updateSome(context, some), {
    total,
    before: added.length,
  })
  return { added: added.length, updated: changed.length }
}

async function updateSome({ db }: Context, some: readonly ProductOnFile[]): Promise<void> {
  for (const product of some)
    await db.updateTable('products').set(rowOf(product)).where('id', '=', product.id).execute()
}

async function addSome({ now, zone, insertMany }: Context, some: ProductPlan['added']): Promise<void> {
  const ids = await insertMany(
    'products',
    some.map(({ product }) => rowOf(product)),
  )
  const receivedDay = dayAt(now, zone)
  await insertMany(
    'batches',
    some
      .map(({ inStock }, i) => ({ productId: ids[i]!, inStock }))
      .filter(({ inStock }) => inStock > 0)
      .map(({ productId, inStock }) => ({
        productId,
        dateKind: 'none' as const,
        received: inStock,
        remaining: inStock,
        receivedDay,
      })),
  )
}

function rowOf({
  memory,
  name,
  gtin,
  sourceId,
  category,
  shelf,
  supplier,
  unit,
  leadDays,
  priceMills,
}: PlannedProduct) {
  const values = { name, gtin, sourceId, category, shelf, supplier, unit, leadDays, priceMills }
  return { ...values, ...derivedOf(values), ...productMemory.write(memory) }
}
