import type { Kysely } from 'kysely'
import type { DueContact } from '../../core/customers/calls.ts'
import { silenceWords, type TouchKind } from '../../core/customers/touch.ts'
import { addDays, dayAt, daysBetween, startOfDay } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'

/** Who has not heard from the shop for longer than it means to let pass, and how many they are in all. */
export const whoToday: Handler<'customers.whoToday'> = async (context, { limit }) => {
  const { today, beforeMs } = cadenceOf(context)
  return ok({ rows: await dueNow(context, limit), total: await countDue(context.db, beforeMs, today) })
}

/** Those of them who have waited longest, without counting the others. */
export async function dueNow(context: Seen, limit: number): Promise<DueContact[]> {
  const { db, zone, formats } = context
  const { cadenceDays, today, beforeMs } = cadenceOf(context)
  const due = await dueContacts(db, beforeMs, today, limit)
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
