import type { InputOf } from '../../core/call.ts'
import { dayAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { stockCalls } from '../../core/stock/calls.ts'
import {
  askAgainDays,
  pullDayWhenFine,
  pullDayWhenReduced,
  type DatedBatch,
  type StockAct,
} from '../../core/stock/expiry.ts'
import { decimalMarkOf, type DecimalMark } from '../../core/numbers.ts'
import { writtenQuantity } from '../../core/price.ts'
import { batchWords } from '../../core/stock/words.ts'
import { productPage } from '../../core/stock/page.ts'
import { countryOf } from './country.ts'
import type { Handler } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { batchColumns, toBatch } from './rows.ts'

type Input = InputOf<(typeof stockCalls)['stock.act']>
type Change = Partial<Pick<Row<'batches'>, 'remaining' | 'pullDay' | 'pullDayMoved' | 'reduced'>>

export const act: Handler<'stock.act'> = async (context, input) => {
  const { db, now, zone, say } = context
  const batch = await db.selectFrom('batches').selectAll().where('id', '=', input.batchId).executeTakeFirst()
  if (!batch) return noSuchBatch
  if (batch.remaining === 0)
    return fail('none-left', 'Nothing is left of this batch. Nothing was changed.', 'batchId')
  const mark = decimalMarkOf(countryOf(context))
  const change = changeOf(batch, input, dayAt(now, zone), mark)
  if (!change.ok) return change
  const quantity = input.quantity ?? batch.remaining
  await db
    .insertInto('stockActions')
    .values({ batchId: batch.id, action: input.action, quantity, reason: input.reason, atMs: now })
    .execute()
  const after = await db
    .updateTable('batches')
    .set(change.value)
    .where('id', '=', batch.id)
    .returning(batchColumns)
    .executeTakeFirstOrThrow()
  const product = await db
    .selectFrom('products')
    .select(['name', 'unit'])
    .where('id', '=', batch.productId)
    .executeTakeFirstOrThrow()
  say(`${batchWords(quantity, product, mark)} ${done[input.action]}`, productPage(batch.productId))
  return ok(toBatch(after))
}

export const noSuchBatch = fail(
  'no-batch',
  'This batch is not there any more. Nothing was changed.',
  'batchId',
)

const done: Readonly<Record<StockAct, string>> = {
  pull: 'pulled',
  reduce: 'reduced in price',
  return: 'returned',
  bin: 'binned',
  sold: 'sold',
  'still-fine': `found still fine, asked again in ${askAgainDays} days`,
}

function changeOf(batch: Row<'batches'>, input: Input, today: string, mark: DecimalMark): Result<Change> {
  if (input.action !== 'reduce' && input.action !== 'still-fine')
    return takenAway(batch, mark, input.quantity)
  if (input.quantity !== undefined && input.quantity !== batch.remaining)
    return fail(
      'whole-batch',
      'This is said of a whole batch. Nothing was changed. Leave the quantity out.',
      'quantity',
    )
  const { dateKind } = batch
  const dated: DatedBatch | null = dateKind === 'none' ? null : { ...batch, dateKind }
  if (input.action === 'reduce') return reduced(dated, today)
  if (!dated) return fail('no-date', 'This batch has no date that could be asked about. Nothing was changed.')
  const pullDay = pullDayWhenFine(dated, today, askAgainDays)
  return pullDay === null
    ? fail(
        'date-is-hard',
        'Its last day has come: from now on it may not stay, however it looks. Nothing was changed. Pull, bin or return it.',
      )
    : ok({ pullDay, pullDayMoved: 1 })
}

function reduced(dated: DatedBatch | null, today: string): Result<Change> {
  if (!dated) return ok({ reduced: 1 })
  const pullDay = pullDayWhenReduced(dated, today)
  return pullDay === null
    ? fail(
        'date-is-hard',
        'Its date has passed: it may not be sold at any price. Nothing was changed. Pull, bin or return it.',
      )
    : ok({ reduced: 1, pullDay, pullDayMoved: 1 })
}

function takenAway({ remaining }: Row<'batches'>, mark: DecimalMark, quantity = remaining): Result<Change> {
  return quantity > remaining
    ? fail(
        'more-than-left',
        `Only ${writtenQuantity(remaining, mark)} are left of this batch. Nothing was changed.`,
        'quantity',
      )
    : ok({ remaining: Math.round((remaining - quantity) * 1000) / 1000 })
}
