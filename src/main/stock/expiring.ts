import { sql, type Kysely } from 'kysely'
import { addDays, dayAt, daysBetween } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { ExpiryRow } from '../../core/stock/calls.ts'
import { isHard, reasonFor, type DateKind } from '../../core/stock/expiry.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'

/** Rows of one group that are given out; the totals count them all. */
const mostRows = 500

/** Hard dates first, as the harm of selling it goes. */
const byHarm = ['use-by', 'after-opening', 'best-before'] as const satisfies readonly DateKind[]

/*
 * The three groups are `standing` of core/stock/expiry.ts as SQL. Expired and to be pulled are walked kind by kind in the
 * order of batchesByDate, so that the first rows of a great many come at once; soon comes in the order of batchesInStock.
 */
export const expiring: Handler<'stock.expiring'> = async (context, { soonDays }) => {
  const today = dayAt(context.now, context.zone)
  const inStock = stockOn(context.db)
  const due = inStock.where('pullDay', '<=', today)
  const expired = await worstFirst(context, due.where('date', '<', today), today)
  const pullToday = await worstFirst(context, due.where('date', '>=', today), today)
  const soon = await soonFirst(context, today, addDays(today, soonDays))
  return ok({
    today,
    expired: expired.rows,
    pullToday: pullToday.rows,
    soon: soon.rows,
    totals: {
      expired: expired.total,
      expiredHard: expired.hard,
      pullToday: pullToday.total,
      soon: soon.total,
    },
  })
}

/** Dated batches in stock. Literals, not parameters: SQLite uses a partial index only when it sees the index's own condition. */
export const stockOn = (db: Kysely<Schema>) =>
  db.selectFrom('batches').where('remaining', '>', sql.lit(0)).where('pullDay', '<>', sql.lit(''))

async function worstFirst(context: Context, found: ReturnType<typeof stockOn>, today: string) {
  const ids: number[] = []
  let [total, hard] = [0, 0]
  for (const kind of byHarm) {
    const ofKind = found.where('dateKind', '=', kind)
    const { count } = await ofKind
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    total += count
    if (isHard(kind)) hard += count
    if (count === 0 || ids.length === mostRows) continue
    const first = ofKind.select('id').orderBy('date').orderBy('id')
    for (const { id } of await first.limit(mostRows - ids.length).execute()) ids.push(id)
  }
  return { total, hard, rows: await rowsOf(context, ids, today) }
}

async function soonFirst(context: Context, today: string, until: string) {
  const found = stockOn(context.db).where('pullDay', '>', today).where('pullDay', '<=', until)
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = await found
    .select('id')
    .orderBy('pullDay')
    .orderBy('date')
    .orderBy('dateKind')
    .orderBy('id')
    .limit(mostRows)
    .execute()
  return {
    total,
    rows: await rowsOf(
      context,
      ids.map(({ id }) => id),
      today,
    ),
  }
}

async function rowsOf({ db, formats }: Context, ids: readonly number[], today: string): Promise<ExpiryRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('batches')
    .innerJoin('products', 'products.id', 'batches.productId')
    .select([
      'batches.id as batchId',
      'productId',
      'name',
      'lot',
      'dateKind',
      'date',
      'pullDay',
      'reduced',
      'remaining',
      'unit',
      'shelf',
    ])
    .where('batches.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.batchId, row]))
  return ids.map((id) => {
    const row = byId.get(id)!
    const batch = { ...row, dateKind: row.dateKind as Exclude<DateKind, 'none'>, reduced: row.reduced === 1 }
    return { ...batch, daysLeft: daysBetween(today, row.date), reason: reasonFor(batch, today, formats) }
  })
}
