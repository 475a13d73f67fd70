import { addDays, dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { act as actOn, addBatch, everyProduct, saveProduct } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'
import type { SampleFiles } from './files.ts'
import type { Story, StoryBatch } from './story.ts'

const dayMs = 86_400_000

/** Keeps the products and puts batches of every standing on the shelves. */
export async function fillShelves(
  context: Context,
  story: Story,
  lists: SampleFiles['products'],
): Promise<Result<unknown>> {
  for (const keep of lists) {
    const imported = await keep(context)
    if (!imported.ok) return imported
  }
  const products = await everyProduct(context)
  for (const { id: productId, category } of products) {
    const leadDays = story.leadDays[category]
    const saved = leadDays ? await saveProduct(context, { productId, leadDays }) : ok(null)
    if (!saved.ok) return saved
  }
  for (const batch of story.batches) {
    const put = await putBatch(context, batch)
    if (!put.ok) return put
  }
  const told = new Set(story.batches.map(({ gtin }) => gtin))
  for (const [i, { id: productId, gtin }] of products.entries()) {
    if (told.has(gtin)) continue
    const put = await putLasting(context, i, productId)
    if (!put.ok) return put
  }
  return ok(null)
}

async function putBatch(context: Context, batch: StoryBatch): Promise<Result<unknown>> {
  const { gtin, dateKind, days, quantity, lot, act, actDays = 0, reason = '' } = batch
  const today = dayAt(context.now, context.zone)
  const input = {
    gtin,
    dateKind,
    quantity,
    lot,
    date: addDays(today, days),
    received: addDays(today, days - 10),
  }
  const put = await addBatch(context, input)
  if (!put.ok || !act) return put
  const then = { ...context, now: context.now + actDays * dayMs }
  return actOn(then, { batchId: put.value.batchId, action: act, reason })
}

/** What keeps for weeks or months; some of it without a date. */
async function putLasting(context: Context, i: number, productId: number): Promise<Result<unknown>> {
  const today = dayAt(context.now, context.zone)
  return addBatch(context, {
    productId,
    lot: '',
    ...(i % 4 === 3
      ? { date: '' }
      : { dateKind: 'best-before', date: addDays(today, 25 + ((i * 37) % 300)) }),
    quantity: 4 + ((i * 5) % 21),
    received: addDays(today, -(1 + (i % 30))),
  })
}
