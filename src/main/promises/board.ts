import type { PromiseGroup, ShopPromise } from '../../core/promises/calls.ts'
import type { promisesCalls } from '../../core/promises/calls.ts'
import { addDays, dayAt, endOfDay, startOfDay } from '../../core/day.ts'
import { fold } from '../../core/fold.ts'
import { rateOf, type KeptRate } from '../../core/promises/outcome.ts'
import { keptCustomer, wordsOf } from '../../core/promises/said-customer.ts'
import { standingOf, standings, type Standing } from '../../core/promises/standing.ts'
import { ok } from '../../core/result.ts'
import { sql, type SelectQueryBuilder } from 'kysely'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { nameNow } from '../customers/edge.ts'
import { noPromise } from './open-promise.ts'
import { promiseOf, withCustomer } from './rows.ts'

type Readings = Pick<
  typeof promisesCalls,
  'promises.board' | 'promises.keptRate' | 'promises.one' | 'promises.ofCustomer'
>

/** Promises by where they stand, the worst first. */
export const promiseBoard: Handler<'promises.board'> = async (context, { text, limit }) => {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
  const { ids, tomorrow } = await idsByStanding(context, words)
  const shown = standings.flatMap((standing) => ids[standing].slice(0, limit))
  const rows = await rowsOf(context, shown)
  const group = (standing: Standing): PromiseGroup => ({
    total: ids[standing].length,
    rows: ids[standing].slice(0, limit).map((id) => rows.get(id)!),
  })
  return ok({
    overdue: group('overdue'),
    atRisk: group('atRisk'),
    dueToday: group('dueToday'),
    waiting: group('waiting'),
    later: { ...group('later'), tomorrow },
    doneRecently: await doneRecently(context, words, limit),
  })
}

export const promiseReadings: HandlersOf<Readings> = {
  'promises.board': promiseBoard,

  'promises.keptRate': async ({ db, now, zone }, { from, to }) => {
    const judged = sql`CASE WHEN "firstToldAtMs" < "toldAtMs" THEN "firstToldAtMs" ELSE "toldAtMs" END`
    // As `judgedAtMs`, `finishedAt`, `warnedInTime` and `outcomeOf` say it, in the words that SQLite answers soonest.
    const { rows } = await sql<Omit<KeptRate, 'share' | 'lateAndSilent'>>`
      SELECT
        count(*) AS due,
        count(*) FILTER (
          WHERE "brokenAtMs" IS NULL AND ("doneAtMs" <= ${judged} OR "readyAtMs" <= ${judged})
        ) AS kept,
        count(*) FILTER (
          WHERE ("toldAtMs" <= ${judged} OR "doneAtMs" <= "toldAtMs" OR "readyAtMs" <= "toldAtMs" OR "movedAtMs" IS NULL)
            AND "warnedAtMs" < ${judged} AND "brokenAtMs" IS NULL
            AND coalesce("doneAtMs", "readyAtMs") > ${judged} AND coalesce("readyAtMs", "doneAtMs") > ${judged}
        ) AS "lateButWarned",
        count("brokenAtMs") AS broken,
        count(*) FILTER (WHERE coalesce("brokenAtMs", "doneAtMs", "readyAtMs") IS NULL) AS open
      FROM promises
      WHERE ${judged} >= ${startOfDay(from, zone)} AND ${judged} < ${endOfDay(to, zone)}
        AND (${judged} < ${now} OR coalesce("brokenAtMs", "doneAtMs", "readyAtMs") IS NOT NULL)`.execute(db)
    const { due, kept, lateButWarned, broken, open } = rows[0]!
    const lateAndSilent = due - kept - lateButWarned - broken - open
    return ok(rateOf({ due, kept, lateButWarned, lateAndSilent, broken, open }))
  },

  'promises.ofCustomer': async (context, { customerId, limit }) => {
    const all = withCustomer(context.db).where('customerId', '=', customerId)
    const isClosed = sql<boolean>`coalesce("doneAtMs", "brokenAtMs") IS NOT NULL`
    const open = await all
      .where((eb) => eb.not(isClosed))
      .orderBy('toldAtMs')
      .orderBy('promises.id')
      .execute()
    const closed = await all
      .where(isClosed)
      .orderBy(sql`coalesce("brokenAtMs", "doneAtMs")`, 'desc')
      .orderBy('promises.id', 'desc')
      .limit(limit)
      .execute()
    const { total } = await context.db
      .selectFrom('promises')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('customerId', '=', customerId)
      .where(isClosed)
      .executeTakeFirstOrThrow()
    const told = (rows: typeof open) => rows.map((row) => promiseOf(row, context))
    return ok({ open: told(open), closed: { total, rows: told(closed) } })
  },

  'promises.one': async (context, { promiseId }) => {
    const row = (await rowsOf(context, [promiseId])).get(promiseId)
    return row ? ok(row) : noPromise
  },
}

/** What a customer is still promised, the earliest told first: the first of it, and how much there is. */
export async function openPromisesOf(context: Context, customerId: number, limit: number) {
  const rows = await withCustomer(context.db)
    .where('customerId', '=', customerId)
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()
  return {
    total: rows.length,
    rows: rows.slice(0, limit).map((row) => {
      const { id, what, reason, outcome } = promiseOf(row, context)
      return { id, what, reason, isOverdue: outcome === 'open' }
    }),
  }
}

/** Every open promise's id by where it stands, the earliest told moment first, and how many of the later ones are tomorrow's. */
async function idsByStanding(
  context: Context,
  words: readonly string[],
): Promise<{ readonly ids: Readonly<Record<Standing, number[]>>; readonly tomorrow: number }> {
  const { db, now, zone } = context
  const today = dayAt(now, zone)
  const ids = { overdue: [], atRisk: [], dueToday: [], waiting: [], later: [] } as Record<Standing, number[]>
  const endOfToday = endOfDay(today, zone)
  const endOfTomorrow = endOfDay(addDays(today, 1), zone)
  const moments = db
    .selectFrom('promises')
    .select(['promises.id', 'madeAtMs', 'toldAtMs', 'targetAtMs', 'readyAtMs'])
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .orderBy('toldAtMs')
    .orderBy('promises.id')
  const open = words.length === 0 ? await moments.execute() : await thoseWith(moments, words)
  let tomorrow = 0
  for (const row of open) {
    const standing = standingOf(row, now, endOfToday)
    ids[standing].push(row.id)
    if (standing === 'later' && row.toldAtMs < endOfTomorrow) tomorrow++
  }
  return { ids, tomorrow }
}

/** The promises asked for whose customer's name of today, what a file said of them, or what was promised, has these words. */
async function thoseWith<T>(
  asked: SelectQueryBuilder<Schema, 'promises', T>,
  words: readonly string[],
): Promise<T[]> {
  const rows = await asked
    .select(['promises.name', 'what', 'sourceCustomer'])
    .select((eb) => nameNow(eb.ref('promises.customerId')).as('nameToday'))
    .execute()
  return rows.filter(({ nameToday, name, what, sourceCustomer }) =>
    hasWords([nameToday ?? name, what, ...wordsOf(keptCustomer(sourceCustomer))].join(' '), words),
  )
}

const hasWords = (text: string, words: readonly string[]): boolean => {
  const folded = ` ${fold(text)}`
  return words.every((word) => folded.includes(` ${word}`))
}

async function rowsOf(context: Context, ids: readonly number[]): Promise<Map<number, ShopPromise>> {
  if (ids.length === 0) return new Map()
  const rows = await withCustomer(context.db).where('promises.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, promiseOf(row, context)]))
}

/** How far back a closed promise is still on the board. */
const recentDays = 14

async function doneRecently(
  context: Context,
  words: readonly string[],
  limit: number,
): Promise<PromiseGroup> {
  const { db } = context
  const since = context.now - recentDays * 86_400_000
  const closed = async (moment: 'doneAtMs' | 'brokenAtMs') => {
    const all = db
      .selectFrom('promises')
      .select(['promises.id', 'doneAtMs', 'brokenAtMs'])
      .where(moment, '>=', since)
    return words.length === 0 ? await all.execute() : await thoseWith(all, words)
  }
  const closedAt = (row: { doneAtMs: number | null; brokenAtMs: number | null }) =>
    row.brokenAtMs ?? row.doneAtMs ?? 0
  const ids = [...(await closed('doneAtMs')), ...(await closed('brokenAtMs'))]
    .toSorted((a, b) => closedAt(b) - closedAt(a) || b.id - a.id)
    .map((row) => row.id)
  const shown = ids.slice(0, limit)
  const rows = await rowsOf(context, shown)
  return { total: ids.length, rows: shown.map((id) => rows.get(id)!) }
}
