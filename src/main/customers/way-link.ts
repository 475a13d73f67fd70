import type { customersCalls } from '../../core/customers/calls.ts'
import { openWays } from '../../core/customers/open-ways.ts'
import { channels } from '../../core/customers/reach.ts'
import { fail, ok } from '../../core/result.ts'
import type { HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'

export const wayLinks: HandlersOf<Pick<typeof customersCalls, 'customers.wayLink'>> = {
  'customers.wayLink': async ({ db, shop }, { customerId, by, to }) => {
    const row = await db
      .selectFrom('customers')
      .select(['phone', 'email', 'otherMails'])
      .where('id', '=', customerId)
      .executeTakeFirst()
    if (!row) return noCustomer
    const ways = channels.flatMap((channel) => openWays(row, channel))
    const way = ways.find((one) => one.by === by && one.to === to)
    if (!way) return fail('no-way', `“${to}” is no longer on file for them. Nothing was opened. Look again.`)
    // Read when it is first asked for: no start waits for the numbering plans of the world.
    const { wayLink } = await import('../../core/customers/way-link.ts')
    const url = wayLink(way, shop?.country ?? '')
    return url === null
      ? fail(
          'no-country',
          `“${to}” is no whole number of the shop’s country. Nothing was opened. Write it with + and its country’s code.`,
        )
      : ok({ url })
  },
}
