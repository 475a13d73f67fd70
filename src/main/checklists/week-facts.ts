import type { Contact, Pull, WeekPlan } from '../../core/checklists/plan-week.ts'
import { planWeek } from '../../core/checklists/plan-week.ts'
import type { PickUp, PromiseDue } from '../../core/checklists/promise-lines.ts'
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
import { dayOfHours, type Plan } from '../../core/hours/schedule.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { dueNow } from '../customers/edge.ts'
import { readPlan } from '../hours/edge.ts'
import { dueBefore, readyBetween } from '../promises/edge.ts'
import { leavingBy } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'
import { linesInOrder } from './own-lines.ts'

const mostContacts = 35

/** Everything the sheet of an ISO week needs, laid out on its days. */
export async function weekPlan(context: Context, week: string): Promise<Result<WeekPlan>> {
  const { db, shop, zone, now } = context
  if (!shop) return fail('no-shop', 'This file holds no shop yet. Set the shop up first.')
  const monday = mondayOfWeek(week)!
  const sunday = addDays(monday, 6)
  const contactsFrom = [monday, dayAt(now, zone)].toSorted().at(-1)!
  const contacts = contactsFrom > sunday ? [] : await contactsOn(context, contactsFrom)
  const plan = await readPlan(context)
  return ok(
    planWeek(
      {
        week,
        shopName: shop.name,
        hours: Object.fromEntries(daysFrom(monday, sunday).map((day) => [day, plan.blocks(day)])),
        ownLines: await linesInOrder(db),
        pulls: await pullsUntil(context, sunday),
        promises: await promisesUntil(context, plan, sunday),
        pickUps: await pickUpsBetween(context, plan, monday, sunday),
        contacts,
        contactsFrom,
        now: localAt(now, zone),
      },
      context.formats,
    ),
  )
}

const dateWords = { 'use-by': 'use by', 'best-before': 'best before', 'after-opening': 'use up by', none: '' }

/** What is in stock and has to leave the shelf by a day, earliest first. */
async function pullsUntil(context: Context, day: Day): Promise<Pull[]> {
  const rows = await leavingBy(context, day)
  return rows.map((row) => ({
    batchId: row.id,
    day: row.pullDay,
    words: [
      row.name,
      row.shelf && `shelf ${row.shelf}`,
      row.lot && `lot ${row.lot}`,
      `${context.formats.number(row.remaining)} left`,
      `${dateWords[row.dateKind]} ${context.formats.day(row.date)}`,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

/** Midnight after the last day of a week is not the end of its last trading day; a day later all of it has closed. */
const dayLater = (day: Day, zone: string): number => startOfDay(addDays(day, 2), zone)

/** Promises not closed and not ready, whose target is by the end of a trading day. */
async function promisesUntil(context: Context, plan: Plan, sunday: Day): Promise<PromiseDue[]> {
  const { zone } = context
  const rows = await dueBefore(context, dayLater(sunday, zone))
  return rows
    .map((row) => {
      const [target, told] = [localAt(row.targetAtMs, zone), localAt(row.toldAtMs, zone)]
      return {
        promiseId: row.id,
        target,
        told,
        targetDay: dayOfHours(plan, row.targetAtMs, target.slice(0, 10)),
        toldDay: dayOfHours(plan, row.toldAtMs, told.slice(0, 10)),
        words: promiseWords(row),
        mustKnow: row.mustKnow ?? '',
      }
    })
    .filter(({ targetDay }) => targetDay <= sunday)
}

/** What is ready for customers who were told a trading day of the week. */
async function pickUpsBetween(context: Context, plan: Plan, monday: Day, sunday: Day): Promise<PickUp[]> {
  const { zone } = context
  const rows = await readyBetween(context, startOfDay(monday, zone), dayLater(sunday, zone))
  return rows
    .map((row) => ({
      promiseId: row.id,
      told: localAt(row.toldAtMs, zone),
      toldDay: dayOfHours(plan, row.toldAtMs),
      words: promiseWords(row),
      mustKnow: row.mustKnow ?? '',
    }))
    .filter(({ toldDay }) => monday <= toldDay && toldDay <= sunday)
}

const promiseWords = (row: Awaited<ReturnType<typeof dueBefore>>[number]): string =>
  [`${row.what}, for ${row.nameToday ?? row.name}`, row.phone].filter(Boolean).join(', ')

/** Who should hear from the shop, seen from a day. */
async function contactsOn(context: Context, day: Day): Promise<Contact[]> {
  const now = Math.max(context.now, instantOf(`${day}T00:00`, context.zone))
  const due = await dueNow({ ...context, now }, mostContacts)
  return due.map(({ customerId, name, phone, reason }) => ({
    customerId,
    words: `Talk to ${[name, phone].filter(Boolean).join(', ')}: ${reason}`,
  }))
}
