import type { customersCalls } from '../../core/customers/calls.ts'
import { detailNames } from '../../core/customers/person.ts'
import { ok } from '../../core/result.ts'
import type { HandlersOf } from '../store/context.ts'
import { noCustomer } from './no-customer.ts'
import { refusalFor } from './suppression.ts'

/** Touches a time line holds; older ones are only counted. */
const mostTouches = 500

export const one: HandlersOf<Pick<typeof customersCalls, 'customers.one'>> = {
  'customers.one': async ({ db }, { customerId }) => {
    const customer = await db
      .selectFrom('customers')
      .select(['id', 'sourceId', 'mailConsent', 'mailConsentDay', 'mailConsentSource', 'snoozedUntil'])
      .select(['asideSinceMs', 'createdAtMs', ...detailNames])
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
    const { visitCount } = await db
      .selectFrom('visits')
      .select((eb) => eb.fn.countAll<number>().as('visitCount'))
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
    const refusal = (await refusalFor(db, customerId)) ?? null
    return ok({
      ...customer,
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
