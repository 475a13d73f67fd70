import { dayAt } from '../../core/day.ts'
import { decimalMarkOf } from '../../core/numbers.ts'
import { pastDay } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { justPastDays, parseDateEntry } from '../../core/stock/date-entry.ts'
import { slashOrder } from '../../core/slash-order.ts'
import { pullDayOf, type DateKind } from '../../core/stock/expiry.ts'
import { codeKey, codeProblem } from '../../core/stock/gtin.ts'
import { batchWords, spokenDate } from '../../core/stock/words.ts'
import type { InputOf } from '../../core/call.ts'
import type { stockCalls } from '../../core/stock/calls.ts'
import { productPage } from '../../core/stock/page.ts'
import type { Context, Handler } from '../store/context.ts'
import { countryOf } from './country.ts'
import { noSuchProduct, productByCode } from './products.ts'
import { batchColumns, productColumns, toBatch } from './rows.ts'

type Input = InputOf<(typeof stockCalls)['stock.addBatch']>

export const addBatch: Handler<'stock.addBatch'> = async (context, input) => {
  const { db, now, zone, say } = context
  const product = await productOf(context, input)
  if (!product.ok) return product
  const today = dayAt(now, zone)
  const when = await dateOf(context, input, today)
  if (!when.ok) return when
  const { dateKind, date } = when.value
  const received = pastDay(input.received ?? today, context, 'received')
  if (!received.ok) return received
  const row = await db
    .insertInto('batches')
    .values({
      productId: product.value.id,
      lot: input.lot,
      dateKind,
      date,
      pullDay: date && pullDayOf(date, product.value.leadDays),
      received: input.quantity,
      remaining: input.quantity,
      receivedDay: received.value,
    })
    .returning(batchColumns)
    .executeTakeFirstOrThrow()
  say(
    `${batchWords(input.quantity, product.value, decimalMarkOf(countryOf(context)))} added, ${spokenDate(row, today, context.formats)}`,
    productPage(product.value.id),
  )
  return ok(toBatch(row))
}

async function productOf({ db }: Context, { productId, gtin }: Input) {
  if (productId !== undefined) {
    const product = await db
      .selectFrom('products')
      .select(productColumns)
      .where('id', '=', productId)
      .executeTakeFirst()
    return product ? ok(product) : noSuchProduct
  }
  const gtinKey = codeKey(gtin ?? '')
  if (!gtinKey) return fail('product-missing', 'Say which product it is. Nothing was changed.', 'gtin')
  const product = await productByCode(db, gtinKey).executeTakeFirst()
  if (product) return ok(product)
  const wrong = codeProblem(gtin ?? '')
  return fail(
    'no-product',
    `No product has the code ${gtin}.${wrong && ` ${wrong}`} Nothing was changed. Add the product with this code, then the batch.`,
    'gtin',
  )
}

/** A typed date and its kind, as a batch keeps them. */
export async function dateOf(
  context: Pick<Context, 'shop' | 'formats'>,
  input: Pick<Input, 'date' | 'dateKind'>,
  today: string,
): Promise<Result<{ dateKind: DateKind; date: string }>> {
  const entry = parseDateEntry(
    input.date,
    today,
    slashOrder(countryOf(context)),
    justPastDays,
    context.formats,
  )
  if ('problem' in entry) return fail('bad-date', `${entry.problem} Nothing was changed.`, 'date')
  if ('day' in entry) {
    if (input.dateKind === 'none')
      return fail(
        'date-not-wanted',
        'A batch without a date kind has no date. Nothing was changed. Choose the kind of date.',
        'dateKind',
      )
    return ok({ dateKind: input.dateKind ?? 'best-before', date: entry.day })
  }
  if (input.dateKind !== undefined && input.dateKind !== 'none')
    return fail('date-missing', 'Give the date, or choose that there is none. Nothing was changed.', 'date')
  return ok({ dateKind: 'none', date: '' })
}
