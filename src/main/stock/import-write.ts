import { dayAt } from '../../core/day.ts'
import type { PlannedProduct, ProductPlan } from '../../core/stock/import-plan.ts'
import { productMemory } from '../../core/stock/product-memory.ts'
import type { Context } from '../store/context.ts'
import { derivedOf } from './computed.ts'
import { moveBatches } from './rows.ts'

const slice = 200

/** Keeps what was planned: new products with what is in stock of them, and what changes in others. */
export async function carryOut(context: Context, plan: ProductPlan): Promise<void> {
  const { db, step } = context
  const changed = plan.changed()
  const total = plan.added.length + changed.length
  for (let at = 0; at < plan.added.length; at += slice) {
    await step(at, total, 'Saving products')
    await addSome(context, plan.added.slice(at, at + slice))
  }
  for (const [i, product] of changed.entries()) {
    if (i % slice === 0) await step(plan.added.length + i, total, 'Saving products')
    const { leadDays } = await db
      .selectFrom('products')
      .select('leadDays')
      .where('id', '=', product.id)
      .executeTakeFirstOrThrow()
    await db.updateTable('products').set(rowOf(product)).where('id', '=', product.id).execute()
    if (leadDays !== product.leadDays) await moveBatches(db, product.id, product.leadDays)
  }
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
  priceMinor,
}: PlannedProduct) {
  const values = { name, gtin, sourceId, category, shelf, supplier, unit, leadDays, priceMinor }
  return { ...values, ...derivedOf(values), ...productMemory.write(memory) }
}
