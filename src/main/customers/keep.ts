import type { customersCalls } from '../../core/customers/calls.ts'
import { detailNames, foldedCustomer, mailKey, type CustomerDetails } from '../../core/customers/person.ts'
import { isStrong, touchWords } from '../../core/customers/touch.ts'
import { dayAt } from '../../core/day.ts'
import { nearDay } from '../../core/day-words.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'

type Kept = 'customers.save' | 'customers.logTouch' | 'customers.snooze' | 'customers.setConsent'

const idsASlice = 200

const nobody = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

/** A name short enough for a toast. */
const called = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name)

const nameOf = ({ db }: Context, customerId: number) =>
  db.selectFrom('customers').select('name').where('id', '=', customerId).executeTakeFirst()

/** The calls that write one customer, or an answer of several. */
export const keep: HandlersOf<Pick<typeof customersCalls, Kept>> = {
  'customers.save': async ({ db, now, say }, { customerId, ...given }) => {
    const before = customerId
      ? await db.selectFrom('customers').select(detailNames).where('id', '=', customerId).executeTakeFirst()
      : nobody
    if (!before) return noCustomer
    const details = { ...before }
    for (const name of detailNames) details[name] = given[name] ?? before[name]
    if (details.name.trim() === '') details.name = details.company
    if (details.name.trim() === '')
      return fail('no-name', 'Give a name or a company. Nothing was changed.', 'name')
    const columns = { ...details, folded: foldedCustomer(details), emailKey: mailKey(details.email) }
    say(`${called(details.name)} ${customerId ? 'changed' : 'added'}`)
    if (customerId) {
      await db.updateTable('customers').set(columns).where('id', '=', customerId).execute()
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
    context.say(`${touchWords[kind]} with ${called(customer.name)} logged`)
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
    context.say(`${called(customer.name)} put off until ${nearDay(until, dayAt(context.now, context.zone))}`)
    return ok(null)
  },

  'customers.setConsent': async (context, { customerIds, answer, source }) => {
    const ids = [...new Set(customerIds)]
    const asked = answer !== 'unasked'
    const columns = {
      mailConsent: answer,
      mailConsentDay: asked ? dayAt(context.now, context.zone) : '',
      mailConsentSource: asked ? source : '',
    }
    let changed = 0
    for (let done = 0; done < ids.length; done += idsASlice) {
      const result = await context.db
        .updateTable('customers')
        .set(columns)
        .where('id', 'in', ids.slice(done, done + idsASlice))
        .executeTakeFirstOrThrow()
      changed += Number(result.numUpdatedRows)
      await context.step(Math.min(done + idsASlice, ids.length), ids.length, 'Noting the answers')
    }
    if (changed < ids.length)
      return fail(
        'no-customer',
        `${ids.length - changed} of the ${ids.length} customers are not on file. Nothing was changed.`,
        'customerIds',
      )
    const who = changed === 1 ? called((await nameOf(context, ids[0]!))?.name ?? '') : `${changed} customers`
    context.say(`Mail for ${who}: ${answer === 'unasked' ? 'not asked' : answer}`)
    return ok({ changed })
  },
}
