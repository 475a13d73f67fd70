import type { customersCalls } from '../../core/customers/calls.ts'
import { isPaused } from '../../core/customers/may-reach.ts'
import { detailNames } from '../../core/customers/person.ts'
import { usualTier } from '../../core/customers/tiers.ts'
import { dayAt } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { HandlersOf } from '../store/context.ts'
import { capSince } from './cadence.ts'
import { noCustomer } from './no-customer.ts'
import { allTiers } from './tiers.ts'
import { refusalFor } from './suppression.ts'

/** Touches a time line holds; older ones are only counted. */
const mostTouches = 500

export const one: HandlersOf<Pick<typeof customersCalls, 'customers.one'>> = {
  'customers.one': async (context, { customerId }) => {
    const { db, shop, now, zone } = context
    const customer = await db
      .selectFrom('customers')
      .select(['id', 'sourceId', 'mailConsent', 'mailConsentDay', 'mailConsentSource', 'snoozedUntil'])
      .select(['asideSinceMs', 'createdAtMs', 'tierId', 'deceasedDay', 'pausedUntil', ...detailNames])
      .where('id', '=', customerId)
      .executeTakeFirst()
    if (!customer) return noCustomer
    const touches = await db
      .selectFrom('touches')
      .select(['id', 'kind', 'strong', 'atMs', 'note'])
      .where('customerId', '=', customerId)
      .orderBy('atMs', 'desc')
      .orderBy('id', 'desc')
      .limit(mostTouches)
      .execute()
    const { n } = await db
      .selectFrom('touches')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
    const visits = await db
      .selectFrom('visits')
      .select(['id', 'day', 'origin', 'sourceId', 'amountMills'])
      .where('customerId', '=', customerId)
      .orderBy('day', 'desc')
      .orderBy('id', 'desc')
      .limit(mostTouches)
      .execute()
    const { recentContacts } = await db
      .selectFrom('touches')
      .select((eb) => eb.fn.countAll<number>().as('recentContacts'))
      .where('customerId', '=', customerId)
      .where('atMs', '>=', capSince(context))
      .where('kind', '<>', 'billing')
      .executeTakeFirstOrThrow()
    const own = (await allTiers(context)).find(({ id }) => id === customer.tierId)
    const { visitCount } = await db
      .selectFrom('visits')
      .select((eb) => eb.fn.countAll<number>().as('visitCount'))
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
    const refusal = (await refusalFor(db, customerId)) ?? null
    return ok({
      ...customer,
      pausedUntil: isPaused(customer, dayAt(now, zone)) ? customer.pausedUntil : '',
      tierId: own?.id ?? null,
      tier: own
        ? { name: own.name, idealDays: own.idealDays, maxDays: own.maxDays }
        : usualTier(shop?.cadenceDays ?? 30),
      recentContacts,
      ...(refusal && {
        mailConsent: 'no' as const,
        mailConsentDay: refusal.day,
        mailConsentSource: refusal.source,
      }),
      refusal,
      touches: touches.map((touch) => ({ ...touch, strong: touch.strong === 1 })),
      touchCount: n,
      visits,
      visitCount,
    })
  },
}
