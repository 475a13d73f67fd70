import { addDays, dayAt } from '../../../core/day.ts'
import { ok, type Result } from '../../../core/result.ts'
import { sampleTrades } from '../../../core/shop/sample.ts'
import { checkDigit } from '../../../core/stock/gtin.ts'
import { act, addBatch, importProducts } from '../../stock/edge.ts'
import type { Context } from '../../store/context.ts'
import type { ShopClock } from './clock.ts'
import { isSold, tongueOf } from './words.ts'
import type { Written } from './written.ts'

/** A code as shops give them to what is packed in the house (GS1 prefix 20), so that it is nobody else's product. */
function codeOf({ of }: Written, i: number): string {
  const digits = `20${String(sampleTrades.indexOf(of.trade) + 1).padStart(4, '0')}${String(i + 1).padStart(6, '0')}`
  return `${digits}${checkDigit(digits)}`
}

/** Keeps the products and puts batches of every standing on the shelves. */
export async function fillShelves(
  context: Context,
  written: Written,
  clock: ShopClock,
): Promise<Result<unknown>> {
  const { say, price, unit } = tongueOf(written)
  const { products, categories, suppliers } = written.trade
  const kept = await importProducts.keepRows(context, {
    name: 'products',
    header: ['gtin', 'name', 'category', 'shelf', 'supplier', 'unit', 'price', 'leadDays'],
    rows: products.map((product, i) => [
      codeOf(written, i),
      say(product.is),
      say(categories[product.in]!),
      product.shelf,
      say(suppliers[product.from]!),
      unit(product.unit),
      price(product.price),
      String(product.lead),
    ]),
  })
  if (!kept.ok) return kept
  for (const [i, { batches, kind }] of products.entries())
    for (const [n, [days, quantity]] of batches.entries()) {
      const lot = kind ? `L${4100 + 7 * i + n}` : ''
      const put = await putBatch(context, { gtin: codeOf(written, i), lot, kind, days, quantity })
      if (!put.ok) return put
    }
  return loseSome(context, written, clock)
}

interface Put {
  readonly gtin: string
  readonly lot: string
  readonly kind: Written['trade']['products'][number]['kind']
  readonly days: number
  readonly quantity: number
}

function putBatch(context: Context, { gtin, lot, kind, days, quantity }: Put) {
  const today = dayAt(context.now, context.zone)
  const received = addDays(today, Math.min(days, 0) - 3 - (quantity % 9))
  if (!kind) return addBatch(context, { gtin, lot, quantity, received, date: '' })
  return addBatch(context, { gtin, lot, quantity, received, dateKind: kind, date: addDays(today, days) })
}

/** What left the shelves in the month: binned twice, and once returned. */
const lost = [
  { daysAgo: 9, action: 'bin', quantity: 3, why: 'binned' },
  { daysAgo: 17, action: 'bin', quantity: 2, why: 'binned' },
  { daysAgo: 22, action: 'return', quantity: 5, why: 'returned' },
] as const

async function loseSome(context: Context, written: Written, clock: ShopClock): Promise<Result<unknown>> {
  const dated = written.trade.products.flatMap((product, i) => (product.kind && isSold(product) ? [i] : []))
  for (const [n, { daysAgo, action, quantity, why }] of lost.entries()) {
    const i = dated[n]!
    const put = await putBatch(context, {
      gtin: codeOf(written, i),
      lot: `L${4000 + 7 * n}`,
      kind: written.trade.products[i]!.kind,
      days: action === 'return' ? 12 - daysAgo : -1 - daysAgo,
      quantity,
    })
    if (!put.ok) return put
    const reason = tongueOf(written).say(written.common[why])
    const done = await act(
      { ...context, now: clock.daysAgo(daysAgo, 0.2) },
      { batchId: put.value.batchId, action, reason },
    )
    if (!done.ok) return done
  }
  return ok(null)
}
