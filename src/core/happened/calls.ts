import { z } from 'zod'
import { read } from '../call.ts'
import { limit, rowId } from '../inputs.ts'
import { happenedKinds, type Happened, type HappenedKind } from './happened.ts'

/** A customer's time line: the newest of it. */
export interface TimeLine {
  readonly rows: readonly Happened[]
  /** How much there is of each kind, whatever is listed. */
  readonly counts: Readonly<Record<HappenedKind, number>>
  /** How much there is of the kinds listed. */
  readonly total: number
  readonly createdAtMs: number
}

export const happenedCalls = {
  /** All that happened with a customer, the newest first; of some kinds where those are given. */
  'happened.to': read<TimeLine>()({
    topics: ['customers', 'promises', 'actions', 'referrals', 'shop'],
    input: z.strictObject({
      customerId: rowId('Choose a customer.'),
      only: z.array(z.enum(happenedKinds, 'Choose what is listed.')).max(happenedKinds.length).default([]),
      limit: limit(10_000, 100),
    }),
  }),
}
