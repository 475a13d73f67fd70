import { type Day, localAt } from '../../core/day.ts'
import { judgeDay } from '../../core/hours/adherence.ts'
import type { EarlierEntry, LoggedEntry, LogRow } from '../../core/hours/calls.ts'
import type { LogEntry } from '../../core/hours/log.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import type { Context } from '../store/context.ts'
import { entriesBetween, firstEntryAfter, lastEntry, tolerance } from './read.ts'

/** An entry of the log with who wrote it. */
export type Written = LogEntry & { readonly who: string }

interface NewEntry extends Omit<LogEntry, 'id' | 'reconstructed' | 'told'> {
  readonly reconstructed?: boolean
  readonly told?: boolean
  readonly correction?: string
}

/** Logs an entry, by whoever calls. */
export async function insertEntry({ db, now, who }: Context, entry: NewEntry): Promise<Written> {
  const { event, tradingDay, atMs, reason, reconstructed = false, told = false, correction = '' } = entry
  const { id } = await db
    .insertInto('hoursLog')
    .values({
      event,
      tradingDay,
      atMs,
      loggedAtMs: now,
      reason,
      who,
      reconstructed: reconstructed ? 1 : 0,
      told: told ? 1 : 0,
      correction,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, event, tradingDay, atMs, reason, reconstructed, told, who }
}

/** An entry that no correction has replaced. */
export async function currentEntry({ db }: Context, id: number): Promise<Written | undefined> {
  const row = await db
    .selectFrom('hoursLog')
    .select(['id', 'event', 'tradingDay', 'atMs', 'reason', 'reconstructed', 'told', 'who'])
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  return row && { ...row, reconstructed: row.reconstructed === 1, told: row.told === 1 }
}

/** The entries before and after one in the log. */
export async function neighbours(context: Context, { id, atMs }: LogEntry) {
  const sameMinute = async (side: -1 | 1) => {
    const row = await context.db
      .selectFrom('hoursLog')
      .select('id')
      .where('atMs', '=', atMs)
      .where('replacedBy', 'is', null)
      .where('id', side < 0 ? '<' : '>', id)
      .orderBy('id', side < 0 ? 'desc' : 'asc')
      .executeTakeFirst()
    return row && currentEntry(context, row.id)
  }
  return [
    (await sameMinute(-1)) ?? (await lastEntry(context, atMs - 1)),
    (await sameMinute(1)) ?? (await firstEntryAfter(context, atMs)),
  ] as const
}

/** An entry as it is answered, with what was due. */
export async function answerOf(context: Context, plan: Plan, entry: Written): Promise<LoggedEntry> {
  const { id, event, tradingDay: day, atMs, reason, who, reconstructed, told } = entry
  const measure = { now: context.now, toleranceMinutes: tolerance(context) }
  const { blocks } = judgeDay(plan, day, await entriesBetween(context, day, day), measure)
  const met = blocks
    .map((block) => (event === 'open' ? block.opened : block.closed))
    .find((judged) => judged?.entryId === id)
  const { due = null, minutesLate = null } = met ?? {}
  const at = localAt(atMs, context.zone)
  return { id, event, day, at, atMs, reason, who, reconstructed, told, due, minutesLate }
}

/** The log of trading days, each entry with what it was before. */
export async function rowsBetween({ db, zone }: Context, from: Day, to: Day): Promise<LogRow[]> {
  const rows = await db
    .selectFrom('hoursLog')
    .selectAll()
    .where('tradingDay', '>=', from)
    .where('tradingDay', '<=', to)
    .where('replacedBy', 'is', null)
    .orderBy('atMs')
    .orderBy('id')
    .execute()
  const replaced = await db.selectFrom('hoursLog').selectAll().where('replacedBy', 'is not', null).execute()
  const before = new Map(replaced.map((row) => [row.replacedBy!, row]))
  const plain = ({ id, atMs, loggedAtMs, who }: (typeof rows)[number]): EarlierEntry => ({
    id,
    at: localAt(atMs, zone),
    atMs,
    loggedAtMs,
    who,
  })
  return rows.map((row): LogRow => {
    const earlier: EarlierEntry[] = []
    for (let old = before.get(row.id); old; old = before.get(old.id)) earlier.unshift(plain(old))
    const { event, tradingDay, reason, reconstructed, told, correction } = row
    return {
      ...plain(row),
      event,
      day: tradingDay,
      reason,
      reconstructed: reconstructed === 1,
      told: told === 1,
      correction,
      earlier,
    }
  })
}
