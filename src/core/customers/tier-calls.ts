import { z } from 'zod'
import { read, write } from '../call.ts'
import { line, rowId } from '../inputs.ts'
import type { Tier } from './tiers.ts'

/** A tier of the shop's own, and how many customers are in it. */
export interface TierRow extends Tier {
  readonly id: number
  readonly customers: number
}

const customerId = rowId('Choose a customer.')
const tierId = rowId('Choose a tier.')
const days = z.int().min(1, 'Use at least 1 day.').max(3660, 'Use at most 3660 days.')

export const tierCalls = {
  /** Those that the shop made, who hears most often first; everybody else hears as often as the shop says (`cadenceDays`). */
  'customers.tiers': read<readonly TierRow[]>()({ topics: ['customers'], input: z.strictObject({}) }),
  /** Adds a tier, or with an id changes one. Problems: name-taken, too-many-tiers, no-tier. */
  'customers.saveTier': write<{ id: number }>()({
    topics: ['customers'],
    input: z
      .strictObject({
        tierId: tierId.optional(),
        name: line(60).min(1, 'Give the tier a name, such as Regulars.'),
        idealDays: days,
        maxDays: days,
      })
      .refine(({ idealDays, maxDays }) => idealDays <= maxDays, {
        path: ['idealDays'],
        message: 'Use at most as many days as they are to wait at most.',
      }),
  }),
  /** Who is in it hears as often as everybody else from then on. */
  'customers.removeTier': write<{ moved: number }>()({
    topics: ['customers'],
    input: z.strictObject({ tierId }),
  }),
  /** Without a tier they hear as often as everybody else. */
  'customers.setTier': write<{ changed: number }>()({
    topics: ['customers'],
    input: z.strictObject({
      customerIds: z
        .array(customerId)
        .min(1, 'Choose at least one customer.')
        .max(100_000, 'Choose at most 100,000 customers.'),
      tierId: tierId.nullable(),
    }),
  }),
  /** Not proposed until the shop opens on another day; it is no contact. */
  'customers.notToday': write<{ until: string }>()({
    topics: ['customers'],
    input: z.strictObject({ customerId }),
  }),
}
