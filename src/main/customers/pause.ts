import type { customersCalls } from '../../core/customers/calls.ts'
import { postKey } from '../../core/customers/may-reach.ts'
import { customerPage } from '../../core/customers/page.ts'
import { dayAt } from '../../core/day.ts'
import type { Formats } from '../../core/formats.ts'
import { fail, ok } from '../../core/result.ts'
import { askAgain, askNoMore } from '../actions/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { unaskedWords } from './aside-calls.ts'
import { called, noCustomer } from './no-customer.ts'

type Pausing = 'customers.pause' | 'customers.deceased' | 'customers.addressDead'

/** Somebody is not to be reached for a while, or not any more, or not there. */
export const pauseCalls: HandlersOf<Pick<typeof customersCalls, Pausing>> = {
  'customers.pause': async (context, { customerId, until }) => {
    const { formats, now, zone, say } = context
    const customer = await rowOf(context, customerId)
    if (!customer) return noCustomer
    const today = dayAt(now, zone)
    if (until !== '' && until <= today)
      return fail('past', 'Give a day that lies ahead. Nothing was changed.', 'until')
    await change(context, customerId, { pausedUntil: until })
    const { name } = customer
    say(
      until === '' ? `The pause of ${name} ended` : `${name} paused until ${formats.near(until, today)}`,
      customerPage(customerId),
    )
    return ok(null)
  },

  'customers.deceased': async (context, { customerId, isDeceased }) => {
    const { formats, now, zone, say } = context
    const customer = await rowOf(context, customerId)
    if (!customer) return noCustomer
    const { name, deceasedDay } = customer
    if (isDeceased === (deceasedDay !== '')) return ok(null)
    await change(context, customerId, { deceasedDay: isDeceased ? dayAt(now, zone) : '' })
    const list = isDeceased
      ? unaskedWords(await askNoMore(context, customerId, 'deceased'), formats)
      : againWords(await askAgain(context, customerId), formats)
    say(`${name} ${isDeceased ? 'noted' : 'no longer noted'} as deceased${list}`, customerPage(customerId))
    return ok(null)
  },

  'customers.addressDead': async (context, { customerId, channel, isDead }) => {
    const { say } = context
    const customer = await rowOf(context, customerId)
    if (!customer) return noCustomer
    const { name, email, emailKey } = customer
    const at = channel === 'email' ? emailKey : customer.street.trim() === '' ? '' : postKey(customer)
    if (isDead && at === '')
      return fail(
        'no-address',
        channel === 'email'
          ? `${called(name)} has no mail address that works. Nothing was changed.`
          : `${called(name)} has no postal address. Nothing was changed.`,
        'channel',
      )
    if (channel === 'email') await markMail(context, customerId, emailKey, isDead)
    else await change(context, customerId, { deadPost: isDead ? at : '' })
    const what = channel === 'email' ? `Mail to ${called(email)}` : `A letter to ${name}`
    say(isDead ? `${what} came back` : `${what} does not come back`, customerPage(customerId))
    return ok(null)
  },
}

const againWords = (count: number, { counted }: Formats): string =>
  count === 0 ? '' : `. ${counted(count, 'thing is', 'things are')} on the list again`

const rowOf = ({ db }: Context, customerId: number) =>
  db
    .selectFrom('customers')
    .select(['name', 'deceasedDay', 'email', 'emailKey', 'street', 'postcode', 'city', 'country'])
    .where('id', '=', customerId)
    .executeTakeFirst()

interface Changed {
  readonly pausedUntil?: string
  readonly deceasedDay?: string
  readonly deadPost?: string
  readonly deadMail?: string
}

const change = ({ db }: Context, customerId: number, columns: Changed) =>
  db.updateTable('customers').set(columns).where('id', '=', customerId).execute()

/** A mailbox is dead for everybody who has it; it works again for all of them. */
async function markMail(context: Context, customerId: number, emailKey: string, isDead: boolean) {
  if (isDead) return change(context, customerId, { deadMail: emailKey })
  if (emailKey === '') return change(context, customerId, { deadMail: '' })
  return context.db
    .updateTable('customers')
    .set({ deadMail: '' })
    .where('deadMail', '<>', '')
    .where('deadMail', '=', emailKey)
    .execute()
}
