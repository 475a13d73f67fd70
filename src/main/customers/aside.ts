import { sql } from 'kysely'
import type { customersCalls } from '../../core/customers/calls.ts'
import { customerPage } from '../../core/customers/page.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { called, noCustomer } from './no-customer.ts'

/** 1 for who is put aside, behind the others in each order: in the very words of the index by name. */
export const asideLast = sql<0 | 1>`CASE WHEN customers."asideSinceMs" IS NULL THEN 0 ELSE 1 END`

/** How many customers are put aside. */
export async function countAside(db: Context['db']): Promise<number> {
  const { n } = await db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('asideSinceMs', 'is not', null)
    .executeTakeFirstOrThrow()
  return n
}

/** Behind what was done with somebody who is put aside: it does not take them back. */
export const asideWords = (isAside: boolean): string => (isAside ? '. They are put aside' : '')

/** Puts a customer aside who is none any more, and takes them back. */
export const asideCalls: HandlersOf<
  Pick<typeof customersCalls, 'customers.putAside' | 'customers.takeBack'>
> = {
  'customers.putAside': async (context, { customerId }) => {
    const customer = await asideOf(context, customerId)
    if (!customer) return noCustomer
    if (customer.asideSinceMs !== null)
      return fail('aside-already', `${called(customer.name)} is put aside already. Nothing was changed.`)
    await setAside(context, customerId, context.now)
    context.say(`${customer.name} put aside`, customerPage(customerId))
    return ok(null)
  },
  'customers.takeBack': async (context, { customerId }) => {
    const customer = await asideOf(context, customerId)
    if (!customer) return noCustomer
    if (customer.asideSinceMs === null)
      return fail('not-aside', `${called(customer.name)} is not put aside. Nothing was changed.`)
    await setAside(context, customerId, null)
    context.say(`${customer.name} taken back as a customer`, customerPage(customerId))
    return ok(null)
  },
}

const asideOf = ({ db }: Context, customerId: number) =>
  db.selectFrom('customers').select(['name', 'asideSinceMs']).where('id', '=', customerId).executeTakeFirst()

const setAside = ({ db }: Context, customerId: number, asideSinceMs: number | null) =>
  db.updateTable('customers').set({ asideSinceMs }).where('id', '=', customerId).execute()
