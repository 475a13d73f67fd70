import type { Contact, PromiseDue, Pull, WeekPlan } from '../../core/checklists/plan-week.ts'
import { planWeek } from '../../core/checklists/plan-week.ts'
import { shortDay } from '../../core/day-words.ts'
import {
  addDays,
  dayAt,
  daysFrom,
  instantOf,
  localAt,
  mondayOfWeek,
  startOfDay,
  type Day,
} from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { customers } from '../customers.ts'
import { readPlan } from '../hours/read.ts'
import type { Context } from '../store/context.ts'
import { linesInOrder } from './own-lines.ts'

const mostContacts = 35

/** Everything the sheet of an ISO week needs, laid out on its days. */
export async function weekPlan(context: Context, week: string): Promise<Result<WeekPlan>> {
  const { db, zone, now } = context
  const shop = await db.selectFrom('shop').select('name').where('id', '=', 1).executeTakeFirst()
  if (!shop) return fail('no-shop', 'This file holds no shop yet. Set the shop up first.')
  const monday = mondayOfWeek(week)!
  const sunday = addDays(monday, 6)
  const contactsFrom = [monday, dayAt(now, zone)].toSorted().at(-1)!
  const contacts = contactsFrom > sunday ? ok([]) : await contactsOn(context, contactsFrom)
  if (!contacts.ok) return contacts
  const plan = await readPlan(context)
  return ok(
    planWeek({
      week,
      shopName: shop.name,
      hours: Object.fromEntries(daysFrom(monday, sunday).map((day) => [day, plan.blocks(day)])),
      ownLines: await linesInOrder(db),
      pulls: await pullsUntil(context, sunday),
      promises: await promisesUntil(context, sunday),
      contacts: contacts.value,
      contactsFrom,
    }),
  )
}

const dateWords = { 'use-by': 'use by', 'best-before': 'best before', 'after-opening': 'use up by', none: '' }

/** What is in stock and has to leave the shelf by a day, earliest first; use-by before best-before. */
async function pullsUntil({ db }: Context, day: Day): Promise<Pull[]> {
  const rows = await db
    .selectFrom('batches')
    .innerJoin('products', 'products.id', 'batches.productId')
    .select(['batches.id', 'pullDay', 'date', 'dateKind', 'lot', 'remaining', 'name', 'shelf', 'unit'])
    .where('remaining', '>', 0)
    .where('pullDay', '<>', '')
    .where('pullDay', '<=', day)
    .orderBy('pullDay')
    .orderBy('date')
    .orderBy('batches.id')
    .execute()
  return rows.map((row) => ({
    batchId: row.id,
    day: row.pullDay,
    words: [
      row.name,
      row.shelf && `shelf ${row.shelf}`,
      row.lot && `lot ${row.lot}`,
      `${row.remaining} left`,
      `${dateWords[row.dateKind]} ${shortDay(row.date)}`,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

/** Promises not closed and not ready, whose target is by the end of a day. */
async function promisesUntil({ db, zone }: Context, day: Day): Promise<PromiseDue[]> {
  const rows = await db
    .selectFrom('promises')
    .leftJoin('customers', 'customers.id', 'promises.customerId')
    .select([
      'promises.id',
      'promises.name',
      'what',
      'toldAtMs',
      'targetAtMs',
      'customers.name as nameToday',
      'customers.phone',
    ])
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .where('readyAtMs', 'is', null)
    .where('targetAtMs', '<', startOfDay(addDays(day, 1), zone))
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()
  return rows.map((row) => ({
    promiseId: row.id,
    target: localAt(row.targetAtMs, zone),
    told: localAt(row.toldAtMs, zone),
    words: [`${row.what}, for ${row.nameToday ?? row.name}`, row.phone].filter(Boolean).join(', '),
  }))
}

/** Who should hear from the shop, seen from a day. */
async function contactsOn(context: Context, day: Day): Promise<Result<Contact[]>> {
  const now = Math.max(context.now, instantOf(`${day}T00:00`, context.zone))
  const who = await customers['customers.whoToday']({ ...context, now }, { limit: mostContacts })
  if (!who.ok) return who
  return ok(
    who.value.rows.map(({ customerId, name, phone, reason }) => ({
      customerId,
      words: `Talk to ${[name, phone].filter(Boolean).join(', ')}: ${reason}`,
    })),
  )
}
