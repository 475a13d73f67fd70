import type { customersCalls } from '../../core/customers/calls.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { detailNames, foldedCustomer, mailKey, type CustomerDetails } from '../../core/customers/person.ts'
import { isStrong, touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { nearDay } from '../../core/day-words.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'
import { moveNo } from './suppression.ts'

type Kept = 'customers.save' | 'customers.logTouch' | 'customers.snooze'

const nobody = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

const nameOf = ({ db }: Context, customerId: number) =>
  db.selectFrom('customers').select('name').where('id', '=', customerId).executeTakeFirst()

/** The calls that write one customer. */
export const keep: HandlersOf<Pick<typeof customersCalls, Kept>> = {
  'customers.save': async (context, { customerId, ...given }) => {
    const { db, now, say } = context
    const row = customerId
      ? await db
          .selectFrom('customers')
          .select(['broughtFields', 'earlierValues', ...detailNames])
          .where('id', '=', customerId)
          .executeTakeFirst()
      : { broughtFields: 0, earlierValues: '', ...nobody }
    if (!row) return noCustomer
    const { broughtFields, earlierValues, ...before } = row
    const details = { ...before }
    for (const name of detailNames) details[name] = given[name] ?? before[name]
    if (details.name.trim() === '') details.name = details.company
    if (details.name.trim() === '')
      return fail('no-name', 'Give a name or a company. Nothing was changed.', 'name')
    const emailKey = mailKey(details.email)
    const columns = { ...details, folded: foldedCustomer(details), emailKey }
    say(`${details.name} ${customerId ? 'changed' : 'added'}`)
    if (customerId) {
      const known = customerMemory.read({ broughtFields, earlierValues })
      const memory = customerMemory.afterEdit(known, before, details)
      await db
        .updateTable('customers')
        .set({ ...columns, ...customerMemory.write(memory) })
        .where('id', '=', customerId)
        .execute()
      if (details.email !== before.email) await moveNo(context, customerId, details.email)
      return ok({ id: customerId })
    }
    const added = await db
      .insertInto('customers')
      .values({ ...columns, createdAtMs: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return ok({ id: added.id })
  },

  'customers.logTouch': async (context, { customerId, kind, at, note }) => {
    const { db, now, zone } = context
    const customer = await nameOf(context, customerId)
    if (!customer) return noCustomer
    const moment = at === undefined ? ok(now) : pastMomentAt(at, zone, now)
    if (!moment.ok) return moment
    const touch = await db
      .insertInto('touches')
      .values({ customerId, kind, strong: isStrong(kind) ? 1 : 0, atMs: moment.value, note })
      .returning('id')
      .executeTakeFirstOrThrow()
    context.say(`${touchWords[kind]} with ${customer.name} logged`)
    return ok({ id: touch.id })
  },

  'customers.snooze': async (context, { customerId, until }) => {
    const customer = await nameOf(context, customerId)
    if (!customer) return noCustomer
    await context.db
      .updateTable('customers')
      .set({ snoozedUntil: until })
      .where('id', '=', customerId)
      .execute()
    context.say(`${customer.name} put off until ${nearDay(until, dayAt(context.now, context.zone))}`)
    return ok(null)
  },
}
