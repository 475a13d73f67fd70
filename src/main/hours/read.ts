import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import type { DueAnswer, LogEntry } from '../../core/hours/log.ts'
import type { LoggedSpan } from '../../core/hours/months.ts'
import type { Pause } from '../../core/hours/pause.ts'
import { type Interval, type Plan, planOf, type Schedule } from '../../core/hours/schedule.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { storedBlocks, storedWeek } from '../../core/hours/stored.ts'
import type { Context } from '../store/context.ts'
import { onceARead } from '../store/once.ts'
import { stored } from '../store/stored.ts'

export type Asked = Pick<Context, 'db' | 'zone'>

/** The weekly hours in a row of `schedules`. */
export const weekIn = stored(storedWeek)
const blocksIn = stored(storedBlocks)

/** Every version of the shop's weekly hours, the oldest first. */
export const readSchedules = onceARead(async ({ db }: Pick<Context, 'db'>): Promise<readonly Schedule[]> => {
  const rows = await db.selectFrom('schedules').select(['validFrom', 'week']).orderBy('validFrom').execute()
  return rows.map(({ validFrom, week }) => ({ validFrom, week: weekIn(week) }))
})

/** Every special day, the first made first. */
export const readSpecialDays = onceARead(
  async ({ db }: Pick<Context, 'db'>): Promise<readonly SpecialDay[]> => {
    const rows = await db.selectFrom('specialDays').selectAll().orderBy('id').execute()
    return rows.map(({ id, fromDay, toDay, untilDay, ...row }) => ({
      id,
      from: fromDay,
      to: toDay,
      yearly: row.yearly === 1,
      until: untilDay,
      blocks: blocksIn(row.blocks),
      label: row.label,
      reason: row.reason,
      source: row.source,
      ...(row.closedSinceMs !== null && { closedSinceMs: row.closedSinceMs }),
      ...(row.closedUntilMs !== null && { closedUntilMs: row.closedUntilMs }),
    }))
  },
)

/** The plan that was made last. The same hours are the same plan, and each of its days is worked out once. */
let made: { readonly key: string; readonly plan: Plan } | undefined

/** The shop's hours, ready to be asked; with the pauses begun within an interval where one is given. */
export async function readPlan(context: Asked, pausesIn?: Interval): Promise<Plan> {
  const { zone } = context
  const hours = { schedules: await readSchedules(context), specialDays: await readSpecialDays(context) }
  const key = JSON.stringify([zone, hours])
  if (made?.key !== key) made = { key, plan: planOf(hours, zone) }
  // No rule of a plan looks at the pauses it carries.
  return { ...made.plan, pauses: pausesIn ? await readPauses(context, pausesIn) : [] }
}

const pauseColumns = ['id', 'fromMs', 'untilMs', 'endedAtMs', 'note'] as const

/** The longest that a pause begun before an interval can reach into it, ms. */
const longestPauseMs = 8 * 86_400_000

const readPauses = ({ db }: Asked, { fromMs, toMs }: Interval): Promise<Pause[]> =>
  db
    .selectFrom('pauses')
    .select(pauseColumns)
    .where('fromMs', '>=', fromMs - longestPauseMs)
    .where('fromMs', '<=', toMs)
    .orderBy('fromMs')
    .orderBy('id')
    .execute()

/** The pause that began last. */
export const lastPause = ({ db }: Asked): Promise<Pause | undefined> =>
  db
    .selectFrom('pauses')
    .select(pauseColumns)
    .orderBy('fromMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Minutes early or late that still count as on time. */
export const tolerance = ({ shop }: Pick<Context, 'shop'>): number => shop?.toleranceMinutes ?? 5

const entryColumns = ['id', 'event', 'tradingDay', 'atMs', 'reason', 'reconstructed', 'told'] as const

/** The log as it holds now: an entry that was corrected is not in it, its correction is. */
const current = ({ db }: Asked) =>
  db.selectFrom('hoursLog').select(entryColumns).where('replacedBy', 'is', null)

const entryOf = <T extends { reconstructed: 0 | 1; told: 0 | 1 }>(row: T) => ({
  ...row,
  reconstructed: row.reconstructed === 1,
  told: row.told === 1,
})

/** The entries of trading days, in order. */
export async function entriesBetween(context: Asked, from: Day, to: Day): Promise<LogEntry[]> {
  const rows = await current(context)
    .where('tradingDay', '>=', from)
    .where('tradingDay', '<=', to)
    .orderBy('atMs')
    .orderBy('id')
    .execute()
  const entries: LogEntry[] = rows.map(entryOf)
  if (!entries.some(({ reconstructed }) => reconstructed)) return entries
  const known = await knownBefore(context, from, to)
  return entries.map((entry) => {
    const knownMs = known.get(entry.id)
    return knownMs === undefined ? entry : { ...entry, knownMs }
  })
}

/** The last known time of each entry that is only remembered since. */
async function knownBefore({ db }: Asked, from: Day, to: Day): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ entryId: number; atMs: number }>`
    WITH RECURSIVE earlier ("entryId", id, "atMs", reconstructed) AS (
      SELECT id, id, "atMs", reconstructed FROM "hoursLog"
      WHERE "replacedBy" IS NULL AND reconstructed = 1 AND "tradingDay" BETWEEN ${from} AND ${to}
      UNION ALL SELECT "entryId", old.id, old."atMs", old.reconstructed
      FROM earlier JOIN "hoursLog" AS old ON old."replacedBy" = earlier.id WHERE earlier.reconstructed = 1)
    SELECT "entryId", "atMs" FROM earlier WHERE reconstructed = 0`.execute(db)
  return new Map(rows.map(({ entryId, atMs }) => [entryId, atMs]))
}

/** The last entry at or before an instant. */
export async function lastEntry(context: Asked, atMs: number): Promise<LogEntry | undefined> {
  const row = await current(context)
    .where('atMs', '<=', atMs)
    .orderBy('atMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && entryOf(row)
}

/** The first entry after an instant. */
export async function firstEntryAfter(context: Asked, atMs: number): Promise<LogEntry | undefined> {
  const row = await current(context)
    .where('atMs', '>', atMs)
    .orderBy('atMs')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && entryOf(row)
}

/** The first trading day of which anything was logged. */
export const firstLoggedDay = async (context: Asked): Promise<Day | null> =>
  (await loggedSpan(context))?.first ?? null

/** The first and the last trading day that has entries; null before the first one. */
export async function loggedSpan({ db }: Asked): Promise<LoggedSpan | null> {
  const { first, last } = await db
    .selectFrom('hoursLog')
    .select((eb) => [eb.fn.min('tradingDay').as('first'), eb.fn.max('tradingDay').as('last')])
    .executeTakeFirstOrThrow()
  return first === null || last === null ? null : { first, last }
}

/** What the owner said about times without an entry, by trading day. */
export async function answersBetween(
  { db }: Asked,
  from: Day,
  to: Day,
): Promise<ReadonlyMap<Day, readonly DueAnswer[]>> {
  const rows = await db
    .selectFrom('hoursAnswers')
    .select(['tradingDay', 'event', 'forMs', 'answer'])
    .where('tradingDay', '>=', from)
    .where('tradingDay', '<=', to)
    .orderBy('tradingDay')
    .orderBy('id')
    .execute()
  return byDay(rows)
}

/** Rows by their trading day, each day's in the order they come. */
export function byDay<T extends { readonly tradingDay: Day }>(
  rows: readonly T[],
): ReadonlyMap<Day, readonly T[]> {
  const days = new Map<Day, T[]>()
  for (const row of rows) {
    const sameDay = days.get(row.tradingDay)
    if (sameDay) sameDay.push(row)
    else days.set(row.tradingDay, [row])
  }
  return days
}
