import { z } from 'zod'
import { read, write } from '../call.ts'
import { day, limit, line, moment, nearDay, offset, rowId, text } from '../inputs.ts'
import { dateAnswers, importCall, numberAnswers } from '../import/call.ts'
import type { DateQuestion, NumberQuestion } from '../import/readings.ts'
import type { ImportReport, Outcome } from '../import/report.ts'
import type { MailBrought } from './consent-column.ts'
import { consents, type Beside, type Consent, type Refusal } from './consent.ts'
import { mergedFields, mergeSides, type MergeChoice } from './merge-people.ts'
import { exportForms } from './exported.ts'
import type { FieldChange } from './merge.ts'
import { customerOrders, listedOnly } from './orders.ts'
import { longestDetail, type CustomerDetails } from './person.ts'
import { channels } from './reach.ts'
import type { Params } from './silence/bg-nbd.ts'
import type { Silence } from './silence/words.ts'
import type { Tier } from './tiers.ts'
import { tierCalls } from './tier-calls.ts'
import { loggedKinds, type TouchKind } from './touch.ts'
import { wholeLists, type WholeList } from './whole-list.ts'
import { amountFields } from './visit-fields.ts'

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
  /** No customer any more. */
  readonly isAside: boolean
  /** The evidence of an unusual silence, where those are listed. */
  readonly silence?: string
}

export interface Touch {
  readonly id: number
  readonly kind: TouchKind
  readonly strong: boolean
  readonly atMs: number
  readonly note: string
}

/** That they came, as a key or a file has it. */
export interface Visit {
  readonly id: number
  readonly day: string
  readonly origin: 'key' | 'file'
  /** The number of the order or receipt, or ''. */
  readonly sourceId: string
  readonly amountMills: number | null
}

/** What erasing a customer means. */
export interface Erasing {
  /** Promises to them that are open: they have to be closed first. */
  readonly open: readonly string[]
  /** Closed ones, which stay without them. */
  readonly promises: number
  readonly touches: number
  readonly visits: number
  /** Mail addresses, of which hashes stay. */
  readonly addresses: number
  /** Others who have one of them, and get no mail by it any more. */
  readonly sharing: readonly string[]
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
  /** Null for the usual tier, of everybody who is in no other. */
  readonly tierId: number | null
  readonly tier: Tier
  /** Contacts within 30 days, bills left out. */
  readonly recentContacts: number
  /** Since when they are no customer any more; null for who is. */
  readonly asideSinceMs: number | null
  readonly createdAtMs: number
  readonly touches: readonly Touch[]
  /** How many touches there are in all; the time line holds the newest. */
  readonly touchCount: number
  /** When they came besides, newest first, and how many of these there are in all. */
  readonly visits: readonly Visit[]
  readonly visitCount: number
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
  /** Columns of birthdays whose day and month may be either. */
  readonly dates: readonly DateQuestion[]
  /** What the list says about mail as a whole. */
  readonly wholeList: WholeList
  /** How many of them are put aside, and stay so. */
  readonly aside: number
  /** The columns that answers about mail are read from. */
  readonly mailColumns: readonly string[]
  /** The same columns with what each brings, and those that the owner left out. */
  readonly mailBrought: readonly MailBrought[]
}

/** A purchase as it would be kept: a visit. */
export interface VisitSample {
  readonly line: number
  readonly name: string
  readonly day: string
  /** Of the order or receipt; '' where the file has none. */
  readonly number: string
  readonly amountMills: number | null
}

/** What an import of visits did, or would do. */
export interface VisitReport extends ImportReport<VisitSample> {
  /** The columns whose amounts can be read in two ways, and those of whose dates the day may be the month. */
  readonly numbers: readonly NumberQuestion[]
  readonly dates: readonly DateQuestion[]
  /** Lines that are further articles of a visit that is new. */
  readonly moreLines: number
}

/** Who is on the telephone: all that is to be known at once. */
export interface Caller {
  readonly id: number
  readonly name: string
  readonly company: string
  readonly phone: string
  readonly mustKnow: string
  /** A no that holds for them before any answer of their own. */
  readonly mailConsent: Consent
  readonly asideSinceMs: number | null
  /** The last contact, and the last one of which something was written down; null where there was none. */
  readonly last: Pick<Touch, 'kind' | 'atMs' | 'note'> | null
  readonly lastWords: Pick<Touch, 'kind' | 'atMs' | 'note'> | null
  /** What they are still promised, the earliest told first: some of it, and how much there is in all. */
  readonly promises: readonly {
    readonly id: number
    readonly what: string
    /** "told Fri 17:00, 2 h left". */
    readonly reason: string
    readonly isOverdue: boolean
  }[]
  readonly openCount: number
}

/** What became of an answer about mail that was noted for several. */
export interface ConsentNoted {
  readonly changed: number
  /** Those who had said no: their no stays. */
  readonly refused: number
  /** The first of them. */
  readonly refusing: readonly { readonly customerId: number; readonly name: string }[]
  readonly beside?: Beside
}

/** By what somebody on file is the same as who is typed. */
export type AlikeSign = 'mail' | 'phone' | 'name'

/** Somebody on file who may be who is typed. */
export interface AlikeOnFile {
  readonly id: number
  readonly name: string
  readonly company: string
  readonly phone: string
  readonly email: string
  readonly isAside: boolean
  readonly same: readonly AlikeSign[]
}

/** One of two who may be one person, as they stand side by side. */
export interface PairSide extends CustomerDetails {
  readonly id: number
  readonly sourceId: string
  readonly mailConsent: Consent
  readonly isAside: boolean
  readonly lastStrongMs: number | null
}

/** Two customers who may be one person, the first on file first. */
export interface CustomerPair {
  readonly customerId: number
  readonly otherId: number
  /** "same phone, names alike". */
  readonly reason: string
  /** What speaks against it, such as "other address"; '' for nothing. */
  readonly against: string
  readonly sure: number
  /** Who is kept where they are merged: the first on file, but not one who is put aside before a customer. */
  readonly keepId: number
  /** Whose value stays unless the owner says otherwise, of each field that is not alike. */
  readonly usual: MergeChoice
  readonly one: PairSide
  readonly other: PairSide
}

/** A customer who came at least once, as the shop's visits speak of them. */
export interface AliveRow extends Silence {
  readonly customerId: number
  readonly lastDay: string
  /** In the weeks looked ahead; null where there is not enough data. */
  readonly expectedVisits: number | null
  /** The evidence: `came every 9 days, silent for 34; 22% likely still with us`. */
  readonly words: string
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

const customerId = rowId('Choose a customer.')
const detail = (name: keyof CustomerDetails) => text(longestDetail(name))

export const customersCalls = {
  ...tierCalls,
  /** Everybody but who is put aside; with a text, all it finds, those last. `aside`: how many are put aside in all. */
  'customers.search': read<{ total: number; aside: number; rows: readonly CustomerLine[] }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({
      text: text(500).default(''),
      by: z.enum(customerOrders, 'Choose a column of the list.').default('name'),
      down: z.boolean().default(false),
      only: z.enum(listedOnly, 'Choose who is listed.').default('all'),
      limit: limit(500),
      offset,
    }),
  }),
  /** Who may be calling, by any part of their number; the card is that of the best match, or of the one asked for among them. */
  'customers.byPhone': read<{
    total: number
    /** There are more than were looked at: so few digits say too little yet. */
    isCut: boolean
    callers: readonly Pick<CustomerLine, 'id' | 'name' | 'company'>[]
    card: Caller | null
  }>()({
    topics: ['customers', 'promises', 'shop'],
    input: z.strictObject({ digits: text(100), customerId: customerId.optional() }),
  }),
  'customers.one': read<CustomerFile>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({ customerId }),
  }),
  /** Who on file has the same mail address, phone or name, the first of them; nobody is kept from being added twice. */
  'customers.alike': read<{ total: number; rows: readonly AlikeOnFile[] }>()({
    topics: ['customers'],
    input: z.strictObject({
      name: detail('name').default(''),
      email: detail('email').default(''),
      phone: detail('phone').default(''),
    }),
  }),
  /** Who may be on file twice, the surest first; `waiting`: how many customers are still to be compared with the others. */
  'customers.pairs': read<{ total: number; waiting: number; rows: readonly CustomerPair[] }>()({
    topics: ['customers'],
    input: z.strictObject({ limit: limit(100, 20), offset }),
  }),
  /** Two are two, and are not proposed as one person any more. */
  'customers.twoPeople': write<null>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, otherId: rowId('Choose another customer.') }),
  }),
  /**
   * Two are one: what is about the one who goes is about the other from now on. Of each field either value stays; unsaid, that of who
   * is kept, and both notes. A no of either holds.
   */
  'customers.merge': write<{ id: number; beside?: Beside }>()({
    topics: ['customers', 'promises', 'actions', 'referrals'],
    input: z.strictObject({
      keepId: rowId('Choose who is kept.'),
      goneId: rowId('Choose who is merged into them.'),
      fields: z
        .partialRecord(z.enum(mergedFields), z.enum(mergeSides, 'Choose which of the two stays.'))
        .default({}),
    }),
  }),
  /** `overdue` of them are beyond the most days of their tier; `capped` more would be, or are due, but had as many contacts as are enough. */
  'customers.whoToday': read<{
    rows: readonly DueContact[]
    total: number
    overdue: number
    capped: number
  }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({
      limit: limit(100, 5),
    }),
  }),
  'customers.save': write<{ id: number; beside?: Beside }>()({
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
      mustKnow: detail('mustKnow').optional(),
      otherMails: detail('otherMails').optional(),
      otherAddresses: detail('otherAddresses').optional(),
      /** With or without its year, as the shop's country writes dates. */
      birthday: detail('birthday').optional(),
      language: detail('language').optional(),
      reachBy: z.enum(['', ...channels], 'Choose how they would rather be reached.').optional(),
      preferences: detail('preferences').optional(),
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
      note: text(2000).default(''),
    }),
  }),
  /** That they came, also where nobody got in touch with them: it counts for their rhythm, not for the cadence. */
  'customers.visit': write<{ id: number }>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, at: moment.optional() }),
  }),
  /** How likely each is still a customer, by BG/NBD fitted to the shop's own visits; all who ever came, or one. */
  'customers.alive': read<{
    /** Null, with why, where there is not enough data. */
    params: Params | null
    notEnough: string
    /** Visits are expected in so many weeks. */
    weeks: number
    /** Of one customer: how unusual their silence is. */
    pauses: string
    rows: readonly AliveRow[]
  }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({ asOf: nearDay.optional(), customerId: customerId.optional() }),
  }),
  'customers.snooze': write<null>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, until: day }),
  }),
  /** They are no customer any more: found, but neither proposed nor sent mail. */
  'customers.putAside': write<null>()({ topics: ['customers'], input: z.strictObject({ customerId }) }),
  'customers.takeBack': write<null>()({ topics: ['customers'], input: z.strictObject({ customerId }) }),
  /** What erasing somebody would take away, and what is in the way of it. */
  'customers.erasing': read<Erasing>()({
    topics: ['customers', 'promises'],
    input: z.strictObject({ customerId }),
  }),
  /**
   * Takes a person out of the shop file for good: refused while a promise to them is open. Closed promises stay without them; of their
   * addresses hashes stay, which are never written to. It cannot be undone.
   */
  'customers.erase': write<{ promises: number; sharing: readonly string[] }>()({
    topics: ['customers', 'promises', 'actions', 'referrals'],
    input: z.strictObject({ customerId }),
  }),
  /** Addresses that are never to be written to, whoever has them; kept as hashes. */
  'customers.suppress': write<{ addresses: number }>()({
    topics: ['customers'],
    input: z.strictObject({ email: text(1000) }),
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
        source: line().default(''),
        /** When they were asked; today without it. With it, a no of the one customer chosen is turned by their yes. */
        day: day.optional(),
      })
      .refine(({ answer, source }) => answer !== 'yes' || source !== '', {
        path: ['source'],
        message: 'Say where the yes comes from, such as “asked at the counter”.',
      }),
  }),
  /** Everybody who is a customer in a new file of the folder. */
  'customers.exportFile': write<{ file: string; customers: number }>()({
    topics: [],
    paths: ['folder'],
    input: z.strictObject({
      folder: z.string().min(1, 'Choose a folder.'),
      as: z.enum(exportForms, 'Choose a table or address cards.'),
    }),
  }),
  'customers.importFile': importCall<CustomerReport>()({
    list: { what: 'customers', choose: 'Choose a customer list' },
    topics: ['customers'],
    besides: {
      dates: dateAnswers(['birthday']),
      /** Columns that are not to be read as answers about mail, whatever they are called. */
      notAboutMail: z.array(text(1000)).max(1000, 'Leave out at most 1,000 columns.').optional(),
      /** What the list says about mail as a whole; without, what its name says. */
      wholeList: z.enum(wholeLists, 'Choose what the list says about mail.').optional(),
    },
  }),
  /** Purchases of a till or a web shop, each a visit of a customer on file. */
  'customers.importVisits': importCall<VisitReport>()({
    list: { what: 'visits', choose: 'Choose a list of purchases' },
    topics: ['customers'],
    besides: { numbers: numberAnswers(amountFields), dates: dateAnswers(['day']) },
  }),
}
