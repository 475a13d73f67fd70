import { customerPage } from '../../core/customers/page.ts'
import { dayAt, type Day } from '../../core/day.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, Handler } from '../store/context.ts'
import { asideWords } from './aside.ts'
import { called, noCustomer } from './no-customer.ts'

/** Notes that a customer came, today, once, or on another day. It is no contact of ours: the cadence goes on. */
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
  if (at === undefined && (await cameOn(context, customerId, day)))
    return fail('here-already', `${called(customer.name)} was here already today. Nothing was changed.`)
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

/** Whether a visit of a day is noted, by the key or as a contact. */
async function cameOn({ db }: Context, customerId: number, day: Day): Promise<boolean> {
  const visited = await db
    .selectFrom('visits')
    .select('id')
    .where('customerId', '=', customerId)
    .where('day', '=', day)
    .where('origin', '=', 'key')
    .unionAll(
      db
        .selectFrom('touches')
        .select('id')
        .where('customerId', '=', customerId)
        .where('visitDay', '=', day)
        .where('visitDay', '<>', ''),
    )
    .execute()
  return visited.length > 0
}
