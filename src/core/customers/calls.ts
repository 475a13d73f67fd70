import { z } from 'zod'
import { read, write } from '../call.ts'
import { day, moment } from '../inputs.ts'
import { importInput } from '../table/choices.ts'
import type { ImportReport } from '../table/report.ts'
import type { MailBrought } from './consent-column.ts'
import { consents, type Consent, type Refusal } from './consent.ts'
import type { Outcome } from './import-plan.ts'
import type { FieldChange } from './merge.ts'
import { longestDetail, type CustomerDetails } from './person.ts'
import { loggedKinds, type TouchKind } from './touch.ts'

/** A customer as a list shows it. */
export interface CustomerLine {
  readonly id: number
  readonly name: string
  readonly company: string
  readonly email: string
  readonly phone: string
  readonly city: string
  readonly mailConsent: Consent
  readonly lastStrongMs: number | null
}

export interface Touch {
  readonly id: number
  readonly kind: TouchKind
  readonly strong: boolean
  readonly atMs: number
  readonly note: string
}

/** All that is kept of one customer, with the time line, newest first. */
export interface CustomerFile extends CustomerDetails {
  readonly id: number
  readonly sourceId: string
  readonly mailConsent: Consent
  readonly mailConsentDay: string
  readonly mailConsentSource: string
  /** The no that holds for them: their own, or one under their address. */
  readonly refusal: (Refusal & { readonly customerId: number; readonly isOnFile: boolean }) | null
  readonly snoozedUntil: string
  readonly createdAtMs: number
  readonly touches: readonly Touch[]
  /** How many touches there are in all; the time line holds the newest. */
  readonly touchCount: number
}

/** A line of a file as it would be kept. */
export interface CustomerSample {
  readonly line: number
  readonly outcome: Outcome
  readonly name: string
  readonly company: string
  readonly email: string
  readonly phone: string
  readonly city: string
  readonly country: string
  readonly mailConsent: Consent
  /** Why it is so: what the file says, or whose no holds. */
  readonly mailWhy: string
}

/** What an import of customers did, or would do. */
export interface CustomerReport extends ImportReport<CustomerSample> {
  /** Each field whose value in the file is another than the present one, in the order of the file; the first of them. */
  readonly changes: readonly (FieldChange & { readonly line: number; readonly name: string })[]
  readonly changeCount: number
  /** The customers in the file by the answer about mail that then holds. */
  readonly consents: Readonly<Record<Consent, number>>
  /** The columns that answers about mail are read from. */
  readonly mailColumns: readonly string[]
  /** The same columns with what each brings, and those that the owner left out. */
  readonly mailBrought: readonly MailBrought[]
}

/** What became of an answer about mail that was noted for several. */
export interface ConsentNoted {
  readonly changed: number
  /** Those who had said no: their no stays. */
  readonly refused: number
  /** The first of them. */
  readonly refusing: readonly { readonly customerId: number; readonly name: string }[]
}

export interface DueContact {
  readonly customerId: number
  readonly name: string
  readonly company: string
  readonly email: string
  readonly phone: string
  readonly reason: string
  readonly overdueDays: number
}

const customerId = z.int('Choose a customer.').positive('Choose a customer.')
const detail = (name: keyof CustomerDetails) =>
  z.string().max(longestDetail(name), `Use at most ${longestDetail(name).toLocaleString('en')} characters.`)

export const customersCalls = {
  'customers.search': read<{ total: number; rows: readonly CustomerLine[] }>()({
    topics: ['customers'],
    input: z.strictObject({
      text: z.string().max(500, 'Search for at most 500 characters.').default(''),
      limit: z.int().min(1, 'Ask for at least 1 row.').max(500, 'Ask for at most 500 rows.').default(50),
      offset: z.int().min(0, 'Start at row 0 or later.').default(0),
    }),
  }),
  'customers.one': read<CustomerFile>()({ topics: ['customers'], input: z.strictObject({ customerId }) }),
  'customers.whoToday': read<{ rows: readonly DueContact[]; total: number }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({
      limit: z.int().min(1, 'Ask for at least 1 row.').max(100, 'Ask for at most 100 rows.').default(5),
    }),
  }),
  'customers.save': write<{ id: number }>()({
    topics: ['customers'],
    input: z.strictObject({
      customerId: customerId.optional(),
      name: detail('name').optional(),
      company: detail('company').optional(),
      title: detail('title').optional(),
      email: detail('email').optional(),
      phone: detail('phone').optional(),
      street: detail('street').optional(),
      city: detail('city').optional(),
      region: detail('region').optional(),
      postcode: detail('postcode').optional(),
      country: detail('country').optional(),
      notes: detail('notes').optional(),
    }),
  }),
  /** A name that exactly one customer has is that customer. */
  'customers.logTouch': write<{ id: number }>()({
    topics: ['customers'],
    input: z.strictObject({
      customerId: customerId.optional(),
      name: detail('name').optional(),
      kind: z.enum(loggedKinds, 'Choose what kind of contact it was.'),
      at: moment.optional(),
      note: z.string().max(2000, 'Use at most 2,000 characters.').default(''),
    }),
  }),
  'customers.snooze': write<null>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, until: day }),
  }),
  'customers.setConsent': write<ConsentNoted>()({
    topics: ['customers'],
    input: z
      .strictObject({
        customerIds: z
          .array(customerId)
          .min(1, 'Choose at least one customer.')
          .max(100_000, 'Choose at most 100,000 customers.'),
        answer: z.enum(consents, 'Choose yes, no or not asked.'),
        source: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
        /** When they were asked; today without it. With it, a no of the one customer chosen is turned by their yes. */
        day: day.optional(),
      })
      .refine(({ answer, source }) => answer !== 'yes' || source !== '', {
        path: ['source'],
        message: 'Say where the yes comes from, such as “asked at the counter”.',
      }),
  }),
  'customers.importFile': write<CustomerReport>()({
    topics: ['customers'],
    paths: ['path'],
    input: z.strictObject({
      ...importInput,
      /** Columns that are not to be read as answers about mail, whatever they are called. */
      notAboutMail: z
        .array(z.string().max(1000, 'Use at most 1,000 characters.'))
        .max(1000, 'Leave out at most 1,000 columns.')
        .optional(),
    }),
  }),
}
