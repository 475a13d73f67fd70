import type { Kysely } from 'kysely'
import { silenceWords, type TouchKind } from '../../core/customers/touch.ts'
import { addDays, dayAt, daysBetween, startOfDay } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { Handler } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'

/** Who has not heard from the shop for longer than it means to let pass. */
export const whoToday: Handler<'customers.whoToday'> = async (
  { db, shop, now, zone, formats },
  { limit },
) => {
  const cadenceDays = shop?.cadenceDays ?? 30
  const today = dayAt(now, zone)
  const beforeMs = startOfDay(addDays(today, 1 - cadenceDays), zone)
  const due = await dueContacts(db, beforeMs, today, limit)
  const rows = await Promise.all(
    due.map(async ({ id, silentSinceMs, lastStrongMs, ...person }) => {
      const days = daysBetween(dayAt(silentSinceMs, zone), today)
      const last = lastStrongMs === null ? null : await lastStrongKind(db, id)
      const reason = silenceWords(days, last, cadenceDays, formats)
      return { customerId: id, ...person, reason, overdueDays: days - cadenceDays }
    }),
  )
  return ok({ rows, total: await countDue(db, beforeMs, today) })
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
