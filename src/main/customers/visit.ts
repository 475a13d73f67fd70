import { customerPage } from '../../core/customers/page.ts'
import { dayAt } from '../../core/day.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { ok } from '../../core/result.ts'
import type { Handler } from '../store/context.ts'
import { asideWords } from './aside.ts'
import { noCustomer } from './no-customer.ts'

/** Notes that a customer came, today or on another day. It is no contact of ours: the cadence goes on. */
export const visit: Handler<'customers.visit'> = async (context, { customerId, at }) => {
  const { db, now, zone, formats } = context
  const customer = await db
    .selectFrom('customers')
    .select(['name', 'asideSinceMs'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!customer) return noCustomer
  const moment = at === undefined ? ok(now) : pastMomentAt(at, context)
  if (!moment.ok) return moment
  const day = dayAt(moment.value, zone)
  const { id } = await db
    .insertInto('visits')
    .values({ customerId, day, origin: 'key', amountMills: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const when = formats.near(day, dayAt(now, zone))
  context.say(
    `${customer.name} was here ${when}${asideWords(customer.asideSinceMs !== null)}`,
    customerPage(customerId),
  )
  return ok({ id })
}
