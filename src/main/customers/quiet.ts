import type { CustomerLine } from '../../core/customers/answers.ts'
import { evidenceWords, sentence } from '../../core/customers/silence/words.ts'
import { dayAt, dayNumber } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import type { Context } from '../store/context.ts'
import { asOfDay, rowOf } from './alive.ts'
import type { Cadence } from './cadence.ts'
import { timesUsual } from './listed.ts'
import { modelOf } from './model.ts'

/** The evidence beside those listed. */
export async function withSilence(
  context: Context,
  lines: readonly CustomerLine[],
): Promise<readonly CustomerLine[]> {
  if (lines.length === 0) return lines
  const asOf = asOfDay(context)
  const model = await modelOf(context, asOf)
  const ids = lines.map(({ id }) => id)
  const known = await context.db
    .selectFrom('customerRhythm')
    .selectAll()
    .where('customerId', 'in', ids)
    .execute()
  const words = new Map(
    known.map((one) => [one.customerId, sentence(rowOf(one, asOf, model, context.formats).words)]),
  )
  return lines.map((line) => ({ ...line, silence: words.get(line.id) ?? '' }))
}

type Seen = Pick<Context, 'db' | 'now' | 'zone' | 'formats'>

/** A regular whose silence is unusual. */
export interface QuietRegular {
  readonly id: number
  readonly days: number
  readonly everyDays: number
  readonly silentDays: number
  /** For how many days it has been unusual. */
  readonly unusualDays: number
  readonly silentSinceMs: number
  readonly tierId: number
  readonly capTouchMs: number | null
}

/**
 * Regulars who fell silent within so many days as their tier may wait, and have not heard from us since, the most unusual silence
 * first. Who fell silent before that has not heard from us for as long, and so is due by the cadence, or is on file for less:
 * {@link quietBefore}.
 */
export async function newlyQuiet(
  { db, now, zone }: Seen,
  within: ReadonlyMap<number, number>,
): Promise<readonly QuietRegular[]> {
  const today = dayAt(now, zone)
  const todayNo = dayNumber(today)
  const rows = await db
    .selectFrom('customerRhythm')
    .innerJoin('customerContact', 'customerContact.customerId', 'customerRhythm.customerId')
    .innerJoin('customers', 'customers.id', 'customerRhythm.customerId')
    .select(['id', 'days', 'everyDays', 'lastDayNo', 'quietFromDayNo', 'silentSinceMs', 'lastHeardMs'])
    .select(['customerContact.tierId', 'capTouchMs'])
    .where('quietFromDayNo', '>', todayNo - Math.max(...within.values()))
    .where('quietFromDayNo', '<=', todayNo)
    .where('silentSinceMs', 'is not', null)
    .where('snoozedUntil', '<=', today)
    .where('pausedUntil', '<=', today)
    .execute()
  return rows
    .flatMap(({ id, days, quietFromDayNo, everyDays, lastDayNo, silentSinceMs, lastHeardMs, ...row }) => {
      if (everyDays === null || silentSinceMs === null || quietFromDayNo === null) return []
      if (quietFromDayNo <= todayNo - (within.get(row.tierId) ?? 0)) return []
      if (lastHeardMs !== null && isSince(lastHeardMs, quietFromDayNo, zone)) return []
      const [silentDays, unusualDays] = [todayNo - lastDayNo, todayNo - quietFromDayNo]
      return [{ id, days, everyDays, silentDays, unusualDays, silentSinceMs, ...row }]
    })
    .toSorted(mostUnusual)
}

/** The most unusual silence first. */
export const mostUnusual = (a: QuietRegular, b: QuietRegular): number =>
  b.silentDays / b.everyDays - a.silentDays / a.everyDays || a.id - b.id

/**
 * Regulars who fell silent longer ago than their tier may wait, but were put on file since then and never heard from us, as when their
 * visits of years came from a till: no cadence proposes them yet. The first so many of them; how many, and how many more had as many
 * contacts as are enough.
 */
export async function quietBefore(
  { db, now, zone }: Seen,
  { tiers, capSinceMs, today }: Cadence,
  limit: number,
) {
  const todayNo = dayNumber(dayAt(now, zone))
  const found: QuietRegular[] = []
  let [total, capped] = [0, 0]
  for (const { id: tierId, idealDays, proposedBeforeMs } of tiers.values()) {
    // From those lately put on file to their visits: a cross join keeps its order.
    const quiet = db
      .selectFrom('customerContact')
      .crossJoin('customerRhythm')
      .crossJoin('customers')
      .where('customerContact.tierId', '=', tierId)
      .where('silentSinceMs', '>=', proposedBeforeMs)
      .where('lastHeardMs', 'is', null)
      .whereRef('customerRhythm.customerId', '=', 'customerContact.customerId')
      .where('quietFromDayNo', '<=', todayNo - idealDays)
      .whereRef('customers.id', '=', 'customerContact.customerId')
      .where('snoozedUntil', '<=', today)
      .where('pausedUntil', '<=', today)
    const all = await quiet
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .select((eb) => eb.fn.countAll<number>().filterWhere('capTouchMs', '>=', capSinceMs).as('capped'))
      .executeTakeFirstOrThrow()
    total += all.n - all.capped
    capped += all.capped
    if (all.n === all.capped) continue
    const rows = await quiet
      .select(['id', 'days', 'everyDays', 'lastDayNo', 'quietFromDayNo', 'silentSinceMs'])
      .select(['customerContact.tierId', 'capTouchMs'])
      .where((eb) => eb.or([eb('capTouchMs', 'is', null), eb('capTouchMs', '<', capSinceMs)]))
      .orderBy(timesUsual(todayNo), 'desc')
      .orderBy('customerContact.customerId')
      .limit(limit)
      .execute()
    for (const { quietFromDayNo, everyDays, lastDayNo, silentSinceMs, ...row } of rows)
      if (everyDays !== null && silentSinceMs !== null && quietFromDayNo !== null)
        found.push({
          ...row,
          everyDays,
          silentSinceMs,
          silentDays: todayNo - lastDayNo,
          unusualDays: todayNo - quietFromDayNo,
        })
  }
  return { first: found.toSorted(mostUnusual).slice(0, limit), total, capped }
}

const dayMs = 86_400_000

/** Whether an instant lies on a day or later; only close to it the zone has a say. */
function isSince(ms: number, dayNo: number, zone: string): boolean {
  const away = ms - dayNo * dayMs
  return Math.abs(away) > 2 * dayMs ? away > 0 : dayNumber(dayAt(ms, zone)) >= dayNo
}

/** Why a quiet regular should hear from the shop. */
export const quietWords = ({ days, everyDays, silentDays }: QuietRegular, formats: Formats): string =>
  sentence(evidenceWords({ days, everyDays, silentDays, isQuiet: true, pAlive: null }, formats))

/** Whose silence is unusual, by how unusual it is, from the index alone; who is put aside or died is left out. */
export async function quietPage(
  db: Context['db'],
  { todayNo, down, limit, offset }: { todayNo: number; down: boolean; limit: number; offset: number },
) {
  const quiet = db
    .selectFrom('customerRhythm')
    .where('quietFromDayNo', '<=', todayNo)
    .where('customerId', 'not in', (eb) =>
      eb.selectFrom('customers').select('id').where('asideSinceMs', 'is not', null),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('customers')
            .select('customers.id')
            .whereRef('customers.id', '=', 'customerRhythm.customerId')
            .where('deceasedDay', '<>', ''),
        ),
      ),
    )
  const { total } = await quiet.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const page = await quiet
    .select('customerId as id')
    .orderBy(timesUsual(todayNo), down ? 'desc' : 'asc')
    .orderBy('customerId')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, page }
}
