import type { customersCalls } from '../../core/customers/calls.ts'
import { isStrong, touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import { asideWords } from './aside.ts'
import { whoIsMeant } from './named.ts'
import { noCustomer } from './no-customer.ts'
import { customerPage } from '../../core/customers/page.ts'
import { saveCustomer } from './save.ts'

type Kept = 'customers.save' | 'customers.logTouch' | 'customers.snooze'

const nameOf = ({ db }: Context, customerId: number) =>
  db.selectFrom('customers').select('name').where('id', '=', customerId).executeTakeFirst()

/** Logs a contact with a customer. */
export const logTouch: Handler<'customers.logTouch'> = async (context, { kind, at, note, ...who }) => {
  const { db, now } = context
  const meant = await whoIsMeant(context, who)
  if (!meant.ok) return meant
  const { customerId, name, isAside } = meant.value
  if (customerId === null)
    return fail('no-customer', 'Choose a customer from the list. Nothing was changed.', 'name')
  const moment = at === undefined ? ok(now) : pastMomentAt(at, context)
  if (!moment.ok) return moment
  const day = dayAt(moment.value, context.zone)
  const strong = isStrong(kind) ? 1 : 0
  const visitDay = kind === 'visit' ? day : ''
  const touch = await db
    .insertInto('touches')
    .values({ customerId, kind, strong, atMs: moment.value, note, visitDay })
    .returning('id')
    .executeTakeFirstOrThrow()
  const today = dayAt(now, context.zone)
  const when = day === today ? '' : ` for ${context.formats.near(day, today)}`
  context.say(
    `${touchWords[kind]} with ${name} logged${when}${asideWords(isAside)}`,
    customerPage(customerId),
  )
  return ok({ id: touch.id })
}

/** The calls that write one customer. */
export const keep: HandlersOf<Pick<typeof customersCalls, Kept>> = {
  'customers.save': saveCustomer,

  'customers.logTouch': logTouch,

  'customers.snooze': async (context, { customerId, until }) => {
    const customer = await nameOf(context, customerId)
    if (!customer) return noCustomer
    if (until <= dayAt(context.now, context.zone))
      return fail('past', 'Give a day that lies ahead. Nothing was changed.', 'until')
    await context.db
      .updateTable('customers')
      .set({ snoozedUntil: until })
      .where('id', '=', customerId)
      .execute()
    context.say(
      `${customer.name} put off until ${context.formats.near(until, dayAt(context.now, context.zone))}`,
      customerPage(customerId),
    )
    return ok(null)
  },
}
