import type { InputOf } from '../../core/call.ts'
import { dayAt, type Day } from '../../core/day.ts'
import { decimalMarkOf } from '../../core/numbers.ts'
import { pastDay } from '../../core/moment.ts'
import { ok, type Result } from '../../core/result.ts'
import type { stockCalls } from '../../core/stock/calls.ts'
import { correctedAmounts, correctionWords, pullDayWhenCorrected } from '../../core/stock/correct.ts'
import { productPage } from '../../core/stock/page.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { noSuchBatch } from './act.ts'
import { dateOf } from './add-batch.ts'
import { countryOf } from './country.ts'
import { batchColumns, toBatch } from './rows.ts'

type Input = InputOf<(typeof stockCalls)['stock.correctBatch']>
type Batch = Row<'batches'>

export const correctBatch: Handler<'stock.correctBatch'> = async (context, input) => {
  const { db, now, zone, say } = context
  const before = await db.selectFrom('batches').selectAll().where('id', '=', input.batchId).executeTakeFirst()
  if (!before) return noSuchBatch
  const today = dayAt(now, zone)
  const mark = decimalMarkOf(countryOf(context))
  const came = pastDay(input.receivedDay ?? before.receivedDay, context, 'receivedDay')
  if (!came.ok) return came
  const amounts = correctedAmounts(before, input, mark)
  if (!amounts.ok) return amounts
  const when = await whenOf(context, before, input, today)
  if (!when.ok) return when
  const after = {
    ...before,
    lot: input.lot ?? before.lot,
    receivedDay: came.value,
    ...amounts.value,
    ...when.value,
  }
  const words = correctionWords(before, after, mark, context.formats)
  const product = await db
    .selectFrom('products')
    .select(['name', 'leadDays'])
    .where('id', '=', before.productId)
    .executeTakeFirstOrThrow()
  const { id, ...values } =
    after.date === before.date && after.dateKind === before.dateKind
      ? after
      : pulledAnew(after, product.leadDays)
  const batches = db.selectFrom('batches').select(batchColumns).where('id', '=', id)
  // The same values again would stand in the history as a change.
  if (words !== '') await db.updateTable('batches').set(values).where('id', '=', id).execute()
  say(`${product.name} corrected: ${words}`, productPage(before.productId))
  return ok(toBatch(await batches.executeTakeFirstOrThrow()))
}

async function whenOf(
  context: Context,
  { date, dateKind }: Batch,
  input: Input,
  today: Day,
): Promise<Result<Pick<Batch, 'date' | 'dateKind'>>> {
  if (input.date === undefined && input.dateKind === undefined) return ok({ date, dateKind })
  const typed = input.date ?? (input.dateKind === 'none' ? '' : date)
  const when = await dateOf(context, { date: typed, dateKind: input.dateKind }, today)
  const keepsKind = when.ok && when.value.date !== '' && input.dateKind === undefined && dateKind !== 'none'
  return keepsKind ? ok({ ...when.value, dateKind }) : when
}

function pulledAnew(batch: Batch, leadDays: number): Batch {
  const { pullDay, moved } = pullDayWhenCorrected(batch.date, leadDays, batch.reduced === 1)
  return { ...batch, pullDay, pullDayMoved: moved ? 1 : 0 }
}
