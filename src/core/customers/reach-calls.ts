import { z } from 'zod'
import { read, write } from '../call.ts'
import { day, line, nearDay, rowId, text } from '../inputs.ts'
import type { ConsentFile, ConsentNoted } from './answers.ts'
import { consents } from './consent.ts'
import { openers } from './open-ways.ts'
import { channels } from './reach.ts'

const customerId = rowId('Choose a customer.')

/** How customers may be reached, and by what. */
export const reachCalls = {
  'customers.setConsent': write<ConsentNoted>()({
    topics: ['customers'],
    input: z
      .strictObject({
        customerIds: z
          .array(customerId)
          .min(1, 'Choose at least one customer.')
          .max(100_000, 'Choose at most 100,000 customers.'),
        channel: z.enum(channels, 'Choose mail, phone, letter or message.').default('email'),
        answer: z.enum(consents, 'Choose yes, no or not asked.'),
        source: line().default(''),
        /** What was asked, in words. */
        wording: line().default(''),
        /** When they were asked; today without it. With it, a no of the one customer chosen is turned by their yes. */
        day: day.optional(),
      })
      .refine(({ answer, source }) => answer !== 'yes' || source !== '', {
        path: ['source'],
        message: 'Say where the yes comes from, such as “asked at the counter”.',
      }),
  }),
  /** How a customer may be reached and why not, what they answered and ever answered, and what was asked of others in which words. */
  'customers.consent': read<ConsentFile>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({ customerId }),
  }),
  /** Until a day they are neither written to nor proposed; '' ends the pause. */
  'customers.pause': write<null>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, until: z.union([z.literal(''), nearDay]) }),
  }),
  /** They died, or that was a mistake. */
  'customers.deceased': write<null>()({
    topics: ['customers', 'actions'],
    input: z.strictObject({ customerId, isDeceased: z.boolean() }),
  }),
  /** Mail or a letter came back, or that was a mistake; it ends by itself when the address is changed. */
  'customers.addressDead': write<null>()({
    topics: ['customers'],
    input: z.strictObject({
      customerId,
      channel: z.enum(['email', 'post'], 'Choose the mail address or the postal address.'),
      isDead: z.boolean(),
    }),
  }),
  /** The link that opens a program for a way to a customer. Problems: no-customer, no-way, no-country. */
  'customers.wayLink': read<{ readonly url: string }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({
      customerId,
      by: z.enum(openers, 'Choose how to reach them.'),
      /** The address or number as it is on file. */
      to: text(1000),
    }),
  }),
}
