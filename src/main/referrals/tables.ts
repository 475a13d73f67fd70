import type { Generated } from 'kysely'
import { day, pointsAt, type Things } from '../store/thing.ts'

/** Who sent a customer. */
interface ReferralsTable {
  id: Generated<number>
  customerId: number
  byId: number
  day: string
}

export interface ReferralsTables {
  referrals: ReferralsTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const referralsLogged = {
  referrals: {
    thing: 'Sent by',
    named: () => '',
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      byId: pointsAt('customers', 'Sent by'),
      day: day('Noted'),
    },
  },
} satisfies Things<ReferralsTables>
