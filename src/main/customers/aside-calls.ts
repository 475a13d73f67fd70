import type { customersCalls } from '../../core/customers/calls.ts'
import { customerPage } from '../../core/customers/page.ts'
import type { Formats } from '../../core/formats.ts'
import { fail, ok } from '../../core/result.ts'
import { askNoMore } from '../actions/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { called, noCustomer } from './no-customer.ts'

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
    const unasked = unaskedWords(await askNoMore(context, customerId, 'aside'), context.formats)
    context.say(`${customer.name} put aside${unasked}`, customerPage(customerId))
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

/** Behind what was done with who is no customer any more: how much they were to be asked or thanked for. */
export const unaskedWords = (count: number, { counted }: Formats): string =>
  count === 0 ? '' : `. ${counted(count, 'thing', 'things')} to ask or thank them for went off the list`

const asideOf = ({ db }: Context, customerId: number) =>
  db.selectFrom('customers').select(['name', 'asideSinceMs']).where('id', '=', customerId).executeTakeFirst()

const setAside = ({ db }: Context, customerId: number, asideSinceMs: number | null) =>
  db.updateTable('customers').set({ asideSinceMs }).where('id', '=', customerId).execute()
