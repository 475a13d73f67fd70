import { z } from 'zod'
import { read, sheet, write } from '../call.ts'
import { limit, moment, nearDay, offset, rowId, text } from '../inputs.ts'
import { dateAnswers, importCall, numberAnswers, saveRefusedCall } from '../import/call.ts'
import type { Beside } from './consent.ts'
import { mergedFields, mergeSides } from './merge-choice.ts'
import { exportForms } from './exported.ts'
import { customerOrders, listedOnly } from './orders.ts'
import { longestDetail, type CustomerDetails } from './person.ts'
import { channels } from './reach.ts'
import { reachCalls } from './reach-calls.ts'
import type { Params } from './silence/bg-nbd.ts'
import { tierCalls } from './tier-calls.ts'
import { addressForms } from './labels/forms.ts'
import { mostLabels, tooManyLabels, type LabelSheet } from './labels/sheet.ts'
import { papers } from '../paper.ts'
import { loggedKinds } from './touch.ts'
import { wholeLists } from './whole-list.ts'
import { amountFields } from './visit-fields.ts'
import type {
  AlikeOnFile,
  AliveRow,
  Caller,
  CustomerFile,
  CustomerLine,
  CustomerPair,
  CustomerReport,
  DueContact,
  Erasing,
  VisitReport,
} from './answers.ts'

const customerId = rowId('Choose a customer.')
const detail = (name: keyof CustomerDetails) => text(longestDetail(name))

/** What the owner may say of a list of customers, besides its columns. */
const ofList = {
  dates: dateAnswers(['birthday']),
  /** Columns that are not to be read as answers about mail, whatever they are called. */
  notAboutMail: z.array(text(1000)).max(1000, 'Leave out at most 1,000 columns.').optional(),
  /** What the list says about mail as a whole; without, what its name says. */
  wholeList: z.enum(wholeLists, 'Choose what the list says about mail.').optional(),
}

/** The same of purchases. */
const ofVisits = { numbers: numberAnswers(amountFields), dates: dateAnswers(['day']) }

export const customersCalls = {
  ...tierCalls,
  ...reachCalls,
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
  /** Whose customer card was scanned: their number. Null where it is nobody's, or not one customer's alone. */
  'customers.byCard': read<{ customer: { readonly id: number; readonly name: string } | null }>()({
    topics: ['customers'],
    input: z.strictObject({ code: text(100) }),
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
      /** One mail address or several. */
      email: detail('otherMails').default(''),
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
   * Two are one: what is about the one who goes is about the other from now on. Of each field either value stays. Unsaid, the name too,
   * that is what the owner wrote before what a file brought, else that of who is kept, and what is blank is filled; of what somebody has
   * several, such as phones and notes, both have their part. A no of either holds.
   */
  'customers.merge': write<{ id: number; beside?: Beside }>()({
    topics: ['customers', 'promises', 'actions', 'referrals', 'letters'],
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
      /** Such as “Ms”, “Mr Dr.”, “Family”, in any of the languages that letters are written in. */
      formOfAddress: detail('formOfAddress').optional(),
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
  /** Not proposed before a day to come. Problems: no-customer, past. */
  'customers.snooze': write<null>()({
    topics: ['customers'],
    input: z.strictObject({ customerId, until: nearDay }),
  }),
  /** They are no customer any more: found, but neither proposed nor sent mail. */
  'customers.putAside': write<null>()({
    topics: ['customers', 'actions'],
    input: z.strictObject({ customerId }),
  }),
  'customers.takeBack': write<null>()({ topics: ['customers'], input: z.strictObject({ customerId }) }),
  /** What erasing somebody would take away, and what is in the way of it. */
  'customers.erasing': read<Erasing>()({
    topics: [
      'customers',
      'promises',
      'actions',
      'letters',
      'newsletter',
      'checklists',
      'hours',
      'stock',
      'shop',
    ],
    input: z.strictObject({ customerId }),
  }),
  /**
   * Takes a person out of the shop file for good: refused while a promise to them is open. Closed promises stay without them; of their
   * addresses hashes stay, which are never written to. It cannot be undone.
   */
  'customers.erase': write<{ promises: number; sharing: readonly string[] }>()({
    topics: ['customers', 'promises', 'actions', 'referrals', 'letters'],
    input: z.strictObject({ customerId }),
  }),
  /**
   * Addresses that are never to be written to, whoever has them; kept as hashes, and answered as they were understood. `addresses`
   * are those that were written to until now. Problems: no-address, suppressed-already.
   */
  'customers.suppress': write<{ addresses: number; understood: readonly string[] }>()({
    topics: ['customers'],
    input: z.strictObject({ email: text(1000) }),
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
  /**
   * Address labels or envelopes for those who were chosen, or for all who get no mail; `left` are those who may not be written to, or
   * of whom no postal address is on file: the first of them. Problems: nobody, too-many.
   */
  'customers.labels': sheet<LabelSheet>()({
    topics: ['customers', 'shop'],
    sheet: { pageNumbers: false },
    input: z.strictObject({
      /** Without any, all who get no mail. */
      customerIds: z.array(customerId).max(mostLabels, tooManyLabels).default([]),
      form: z.enum(addressForms, 'Choose the labels or the envelope.'),
      /** The label that is printed first, from 1. */
      start: z.int().min(1, 'Begin at label 1 or later.').max(100, 'Begin on the first sheet.').default(1),
      /** With the shop's name and address, on envelopes. */
      sender: z.boolean().default(true),
    }),
  }),
  /** All that is kept of one person, in words, to be handed to them; other customers are not named. */
  'customers.personSheet': sheet<{ readonly html: string }>()({
    topics: ['customers', 'promises', 'actions', 'referrals', 'letters', 'shop'],
    sheet: { pageNumbers: true },
    input: z.strictObject({ customerId, paper: z.enum(papers, 'Choose the paper.').default('A4') }),
  }),
  /** The same in a new file of the folder, for programs. */
  'customers.exportPerson': write<{ file: string }>()({
    topics: [],
    paths: ['folder'],
    input: z.strictObject({ customerId, folder: z.string().min(1, 'Choose a folder.') }),
  }),
  'customers.importFile': importCall<CustomerReport>()({
    list: { what: 'customers', choose: 'Choose a customer list' },
    topics: ['customers'],
    besides: ofList,
  }),
  'customers.saveRefused': saveRefusedCall(ofList),
  /** Purchases of a till or a web shop, each a visit of a customer on file. */
  'customers.importVisits': importCall<VisitReport>()({
    list: { what: 'visits', choose: 'Choose a list of purchases' },
    topics: ['customers'],
    besides: ofVisits,
  }),
  'customers.saveRefusedVisits': saveRefusedCall(ofVisits),
}
