import { z } from 'zod'
import type { AboutShown } from '../about/about.ts'
import { read, write } from '../call.ts'
import type { Day } from '../day.ts'
import { rowId } from '../inputs.ts'

/** Somebody who came through a customer, with who came through them. */
export interface Sent {
  readonly about: AboutShown
  readonly sent: readonly Sent[]
}

/** Who sent a customer, who came through them, and what that is worth. */
export interface ReferralsOf {
  readonly sentBy: { readonly about: AboutShown; readonly day: Day } | null
  readonly sent: readonly Sent[]
  /** How many were sent by them, and how many by those. */
  readonly direct: number
  readonly further: number
  /** There are more than these, the first of them. */
  readonly isCut: boolean
  /** Of all of these: days they came on, promises done for them, and what they paid where files say it. */
  readonly visits: number
  readonly promisesDone: number
  readonly paidMills: number
}

const customerId = rowId('Choose a customer.')

export const referralsCalls = {
  'referrals.of': read<ReferralsOf>()({
    topics: ['referrals', 'customers', 'promises'],
    input: z.strictObject({ customerId }),
  }),
  /** To thank who sent them is to be done from then on. Problems: no-customer, same-customer, circle. */
  'referrals.set': write<null>()({
    topics: ['referrals', 'actions'],
    input: z.strictObject({ customerId, byId: rowId('Choose who sent them.') }),
  }),
  /** Nobody sent them; a thank-you that is still owed for it is not owed any more. */
  'referrals.remove': write<null>()({
    topics: ['referrals', 'actions'],
    input: z.strictObject({ customerId }),
  }),
}
