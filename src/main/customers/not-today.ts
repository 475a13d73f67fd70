import { customerPage } from '../../core/customers/page.ts'
import { addDays, dayAt, type Day } from '../../core/day.ts'
import { daysToSearch } from '../../core/hours/open-time.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { ok } from '../../core/result.ts'
import { readPlan } from '../hours/edge.ts'
import type { Handler } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'

/** Nobody is called while the shop is closed: they come up again on the next day on which it opens. */
export const notToday: Handler<'customers.notToday'> = async (context, { customerId }) => {
  const { db, now, zone, formats, say } = context
  const customer = await db
    .selectFrom('customers')
    .select(['name', 'snoozedUntil'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!customer) return noCustomer
  const today = dayAt(now, zone)
  const opens = nextOpenDay(await readPlan(context), today)
  const until = customer.snoozedUntil > opens ? customer.snoozedUntil : opens
  await db.updateTable('customers').set({ snoozedUntil: until }).where('id', '=', customerId).execute()
  say(`${customer.name} not today, but ${formats.near(until, today)}`, customerPage(customerId))
  return ok({ until })
}

function nextOpenDay(plan: Plan, today: Day): Day {
  const tomorrow = addDays(today, 1)
  for (const day of daysToSearch(plan, tomorrow)) if (plan.intervals(day).length > 0) return day
  return tomorrow
}
