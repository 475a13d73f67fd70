import type { Kysely } from 'kysely'
import type { DueContact } from '../../core/customers/calls.ts'
import { silenceWords, type TouchKind } from '../../core/customers/touch.ts'
import { addDays, dayAt, daysBetween, startOfDay } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { newlyQuiet, quietWords } from './quiet.ts'

/** Who has not heard from the shop for longer than it means to let pass, or stays away unlike them, and how many they are in all. */
export const whoToday: Handler<'customers.whoToday'> = async (context, { limit }) => {
  const { today, beforeMs } = cadenceOf(context)
  const quiet = await quietNow(context)
  const alsoDue = quiet.filter(({ silentSinceMs }) => silentSinceMs < beforeMs).length
  const due = await countDue(context.db, beforeMs, today)
  return ok({ rows: await worst(context, quiet, limit), total: due + quiet.length - alsoDue })
}

/** The first of them, without counting the others. */
export const dueNow = async (context: Seen, limit: number): Promise<DueContact[]> =>
  worst(context, await quietNow(context), limit)

const quietNow = (context: Seen) => newlyQuiet(context, cadenceOf(context).cadenceDays)

type Quiet = Awaited<ReturnType<typeof quietNow>>

/**
 * A regular who is about to be lost comes first, but to no more than half of the places while others wait as well; then those who have
 * waited longest.
 */
async function worst(context: Seen, quiet: Quiet, limit: number): Promise<DueContact[]> {
  const { today, beforeMs } = cadenceOf(context)
  const mayBeFirst = quiet.slice(0, limit)
  const waiting = await dueContacts(context.db, beforeMs, today, limit + mayBeFirst.length)
  const behind = (n: number) => {
    const ids = new Set(mayBeFirst.slice(0, n).map(({ id }) => id))
    return waiting.filter(({ id }) => !ids.has(id)).slice(0, limit - n)
  }
  const half = Math.ceil(limit / 2)
  const places = Math.min(mayBeFirst.length, Math.max(half, limit - behind(half).length))
  return [
    ...(await ofQuiet(context, mayBeFirst.slice(0, places))),
    ...(await byCadence(context, behind(places))),
  ]
}

async function ofQuiet({ db, formats }: Seen, quiet: Quiet): Promise<DueContact[]> {
  const ids = quiet.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'email', 'phone'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map(({ id, ...person }) => [id, person]))
  return quiet.map((one) => ({
    customerId: one.id,
    ...byId.get(one.id)!,
    reason: quietWords(one, formats),
    overdueDays: one.unusualDays,
  }))
}

type Due = Awaited<ReturnType<typeof dueContacts>>

async function byCadence(context: Seen, due: Due): Promise<DueContact[]> {
  const { db, zone, formats } = context
  const { cadenceDays, today } = cadenceOf(context)
  return Promise.all(
    due.map(async ({ id, silentSinceMs, lastStrongMs, ...person }) => {
      const days = daysBetween(dayAt(silentSinceMs, zone), today)
      const last = lastStrongMs === null ? null : await lastStrongKind(db, id)
      const reason = silenceWords(days, last, cadenceDays, formats)
      return { customerId: id, ...person, reason, overdueDays: days - cadenceDays }
    }),
  )
}

type Seen = Pick<Context, 'db' | 'shop' | 'now' | 'zone' | 'formats'>

function cadenceOf({ shop, now, zone }: Seen) {
  const cadenceDays = shop?.cadenceDays ?? 30
  const today = dayAt(now, zone)
  return { cadenceDays, today, beforeMs: startOfDay(addDays(today, 1 - cadenceDays), zone) }
}

/** Those longest without a word first; of those equally long the one longest on file. */
async function dueContacts(db: Kysely<Schema>, beforeMs: number, today: string, limit: number) {
  const rows = await db
    .selectFrom('customerContact')
    .innerJoin('customers', 'customers.id', 'customerContact.customerId')
    .select(['id', 'name', 'company', 'email', 'phone', 'silentSinceMs', 'lastStrongMs'])
    .where('silentSinceMs', '<', beforeMs)
    .where('snoozedUntil', '<=', today)
    .orderBy('silentSinceMs')
    .orderBy('customerContact.customerId')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, silentSinceMs: row.silentSinceMs ?? 0 }))
}

async function lastStrongKind(db: Kysely<Schema>, customerId: number): Promise<TouchKind | null> {
  const touch = await db
    .selectFrom('touches')
    .select('kind')
    .where('customerId', '=', customerId)
    .where('strong', '=', 1)
    .orderBy('atMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return touch ? touch.kind : null
}

/** All due less the snoozed, each counted from its index. */
async function countDue(db: Kysely<Schema>, beforeMs: number, today: string): Promise<number> {
  const due = await db
    .selectFrom('customerContact')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('silentSinceMs', '<', beforeMs)
    .executeTakeFirstOrThrow()
  const snoozed = await db
    .selectFrom('customers')
    .innerJoin('customerContact', 'customerContact.customerId', 'customers.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('snoozedUntil', '<>', '')
    .where('snoozedUntil', '>', today)
    .where('silentSinceMs', '<', beforeMs)
    .executeTakeFirstOrThrow()
  return due.n - snoozed.n
}
