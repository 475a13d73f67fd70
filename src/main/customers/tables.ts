import type { Generated } from 'kysely'
import type { Consent } from '../../core/customers/consent.ts'
import { formerDetails } from '../../core/customers/former.ts'
import { channelWords, type Channel, type OtherChannel } from '../../core/customers/reach.ts'
import { touchWords } from '../../core/customers/touch.ts'
import { coded, day, instant, money, number, pointsAt, text, yesNo, type Things } from '../store/thing.ts'

interface CustomersTable {
  id: Generated<number>
  name: string
  company: Generated<string>
  title: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  street: Generated<string>
  city: Generated<string>
  region: Generated<string>
  postcode: Generated<string>
  country: Generated<string>
  notes: Generated<string>
  /** Allergies and the like. */
  mustKnow: Generated<string>
  /** Further addresses, mail and postal, each with its kind (core/customers/ways.ts). */
  otherMails: Generated<string>
  otherAddresses: Generated<string>
  /** `YYYY-MM-DD`, or `--MM-DD` without the year. */
  birthday: Generated<string>
  /** BCP 47. */
  language: Generated<string>
  /** A channel (core/customers/reach.ts), or ''. */
  reachBy: Generated<string>
  preferences: Generated<string>
  /** As core/greeting/form-of-address.ts keeps it. */
  formOfAddress: Generated<string>
  /** The id the customer had where it came from, such as ALFKI. */
  sourceId: Generated<string>
  mailConsent: Generated<'yes' | 'no' | 'unasked'>
  mailConsentDay: Generated<string>
  mailConsentSource: Generated<string>
  snoozedUntil: Generated<string>
  createdAtMs: number
  /** Name, company, mail, phone, city and notes, folded for search. */
  folded: string
  /** The mail address as it is compared, in ASCII (see mailKey), or ''. */
  emailKey: Generated<string>
  /** Since when they are no customer any more; NULL for who is. */
  asideSinceMs: number | null
  /** NULL for the usual tier. */
  tierId: Generated<number | null>
  /** The day from which on they may be written to again; '' for nobody has asked for a pause. */
  pausedUntil: Generated<string>
  /** The day on which it was noted that they died; ''. */
  deceasedDay: Generated<string>
  /** The {@link CustomersTable.emailKey} that bounced, and the postal address (see postKey) that letters came back from; ''. */
  deadMail: Generated<string>
  deadPost: Generated<string>
  /** Fields whose present value a file brought, as bits, and JSON of what fields said before (see ImportMemory). */
  broughtFields: Generated<number>
  earlierValues: Generated<string>
}

/** How often some customers hear from the shop: proposed from the ideal number of days on, overdue from the most. */
interface TiersTable {
  id: Generated<number>
  name: string
  idealDays: number
  maxDays: number
}

/** A no to mail: for the address it was said for, and for the one who said it, wherever they go and also when they are gone. */
interface SuppressionsTable {
  id: Generated<number>
  /** '' where no address was known. */
  emailKey: string
  customerId: number
  day: string
  source: string
  /** Tells who said it from others of the address when they are gone, without their name: core/customers/whose.ts; '' unknown. */
  whose: Generated<string>
  /** 1 where a file said it: it stays when the import is undone. */
  fromFile: Generated<0 | 1>
}

/** An answer about being written to or called, as it was given; never changed. */
interface ConsentAnswersTable {
  id: Generated<number>
  customerId: number
  channel: Channel
  answer: Consent
  day: string
  source: string
  /** What was asked, in words; ''. */
  wording: string
  /** Who noted it; '' where older files do not say. */
  who: string
}

/** A no to calls, letters or messages that stands, also when the one who said it is gone. */
interface ChannelNoesTable {
  id: Generated<number>
  customerId: number
  channel: OtherChannel
  day: string
  source: string
  /** As of a no to mail; it follows what the customer is known by (engines/sqlite/signs-of-codes.ts). */
  whose: string
}

interface TouchesTable {
  id: Generated<number>
  customerId: number
  kind: 'visit' | 'call' | 'note' | 'mail' | 'letter' | 'delivery' | 'billing' | 'newsletter'
  strong: 0 | 1
  atMs: number
  note: Generated<string>
  /** The local day of one that was a visit; '' of others. */
  visitDay: Generated<string>
}

/** That a customer came: by a key, or as a file says. A contact that was a visit counts by its own day. */
interface VisitsTable {
  id: Generated<number>
  customerId: number
  day: string
  origin: 'key' | 'file'
  /** The number of the order or receipt; '' where the file has none. */
  sourceId: Generated<string>
  amountMills: number | null
}

/** Derived from visits and touches by triggers (core/customers/silence/rhythm.ts); never written by hand, never in the change log. */
interface CustomerRhythmTable {
  customerId: number
  days: number
  firstDayNo: number
  lastDayNo: number
  everyDays: number | null
  quietFromDayNo: number | null
}

/** How often any visit was added, moved or taken away, by the same triggers. */
interface VisitChangesTable {
  id: 1
  changes: number
}

/** The mailboxes of customers beside the one that letters go to; derived from the customers by triggers, never in the change log. */
interface FurtherMailsTable {
  customerId: number
  /** As it is compared (see mailKey). */
  emailKey: string
}

/** Derived from customers and touches by triggers; never written by hand, never in the change log. */
interface CustomerContactTable {
  customerId: number
  lastStrongMs: number | null
  lastAnyMs: number | null
  /** 0 for the usual tier. */
  tierId: Generated<number>
  /** The last contact that starts the days anew: a strong one, or a weak one of which the shop says so. */
  lastHeardMs: number | null
  /** The contact that, counted from the newest, is the last of as many as the shop means to have in a month; null for fewer. */
  capTouchMs: number | null
  /** The last of those, else when the customer was put on file; null without mail, phone and street, and for who is put aside. */
  silentSinceMs: number | null
}

/** Two customers of whom the owner said that they are two people, the lower id first. */
interface TwoPeopleTable {
  id: Generated<number>
  customerId: number
  otherId: number
}

/**
 * Who was merged into a customer, as they were then: a line of a file about them finds the one who was kept. Also who was kept, where
 * their number did not stay.
 */
interface FormerCustomersTable {
  id: Generated<number>
  customerId: number
  goneId: number
  sourceId: string
  /** JSON of their details. */
  details: string
  broughtFields: number
  earlierValues: string
}

/** What customers share who may be one person (core/customers/pair-signs.ts). Derived, as the two below. */
interface CustomerSignsTable {
  sign: number
  customerId: number
}

/** Customers who may be one person, the lower id first, and how sure. */
interface CustomerPairsTable {
  customerId: number
  otherId: number
  sure: number
}

/** Who is still to be compared with all others. */
interface PairsDueTable {
  customerId: number
}

/** What stands before an address in a hash; one a file, and those of files whose hashes were taken over. */
interface SuppressionSaltsTable {
  id: Generated<number>
  salt: string
}

/** A mail address that is never to be written to, as a hash (see mail-hash.ts): of who was erased, or who asked for it. */
interface SuppressedHashesTable {
  id: Generated<number>
  hash: string
  day: string
  reason: 'erased' | 'asked'
}

/** Customers who have such an address. Derived by triggers, never in the change log. */
interface SuppressedHereTable {
  customerId: number
  hashId: number
}

/** That bytes of somebody erased may still lie in the file; see store/wipe.ts. */
interface WipeDueTable {
  id: Generated<number>
  sinceMs: number
}

export interface CustomersTables {
  suppressionSalts: SuppressionSaltsTable
  suppressedHashes: SuppressedHashesTable
  suppressedHere: SuppressedHereTable
  wipeDue: WipeDueTable
  customers: CustomersTable
  tiers: TiersTable
  suppressions: SuppressionsTable
  consentAnswers: ConsentAnswersTable
  channelNoes: ChannelNoesTable
  touches: TouchesTable
  customerContact: CustomerContactTable
  twoPeople: TwoPeopleTable
  formerCustomers: FormerCustomersTable
  customerSigns: CustomerSignsTable
  customerPairs: CustomerPairsTable
  pairsDue: PairsDueTable
  furtherMails: FurtherMailsTable
  visits: VisitsTable
  customerRhythm: CustomerRhythmTable
  visitChanges: VisitChangesTable
}

const answers = { yes: 'yes', no: 'no', unasked: 'not asked' }

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const customersLogged = {
  customers: {
    thing: 'Customer',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      company: text('Company'),
      title: text('Title'),
      email: text('Mail address'),
      phone: text('Phone'),
      street: text('Street'),
      city: text('City'),
      region: text('Region'),
      postcode: text('Postcode'),
      country: text('Country'),
      notes: text('Notes'),
      mustKnow: text('Must know'),
      otherMails: text('Other mail addresses'),
      otherAddresses: text('Other addresses'),
      birthday: day('Birthday'),
      language: text('Language'),
      reachBy: text('Rather reached by'),
      preferences: text('Preferences'),
      formOfAddress: text('Form of address'),
      sourceId: text('Number'),
      mailConsent: coded('Mail', answers),
      mailConsentDay: day('Answered on'),
      mailConsentSource: text('Where the answer comes from'),
      snoozedUntil: day('Put off until'),
      createdAtMs: instant('Put on file'),
      folded: null,
      emailKey: null,
      asideSinceMs: instant('Put aside'),
      tierId: pointsAt('tiers', 'Hears from us as'),
      pausedUntil: day('Paused until'),
      deceasedDay: day('Noted as deceased'),
      deadMail: text('Mail address that is dead'),
      deadPost: text('Address that is dead'),
      broughtFields: null,
      earlierValues: null,
    },
  },
  tiers: {
    thing: 'Tier',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      idealDays: number('Ideal number of days'),
      maxDays: number('At most so many days'),
    },
  },
  suppressions: {
    thing: 'No to mail',
    named: ({ emailKey }) => emailKey,
    fields: {
      emailKey: text('Mail address'),
      customerId: pointsAt('customers', 'Customer'),
      day: day('Day'),
      source: text('Where it comes from'),
      whose: null,
      fromFile: yesNo('Stays whatever is undone'),
    },
  },
  consentAnswers: {
    thing: 'Answer',
    named: ({ channel, answer }) => `${channelWords[channel]}: ${answers[answer]}`,
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      channel: coded('By', channelWords),
      answer: coded('Answer', answers),
      day: day('Day'),
      source: text('Where it comes from'),
      wording: text('What was asked'),
      who: text('Noted by'),
    },
  },
  channelNoes: {
    thing: 'No that stands',
    named: ({ channel }) => channelWords[channel],
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      channel: coded('By', channelWords),
      day: day('Day'),
      source: text('Where it comes from'),
      whose: null,
    },
  },
  touches: {
    thing: 'Contact',
    named: ({ kind }) => touchWords[kind],
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      kind: coded('Kind', touchWords),
      strong: null,
      atMs: instant('When'),
      note: text('Note'),
      visitDay: null,
    },
  },
  visits: {
    thing: 'Visit',
    named: ({ day: on }) => on,
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      day: day('Day'),
      origin: coded('How it is known', { key: 'noted', file: 'from a file' }),
      sourceId: text('Order or receipt'),
      amountMills: money('Amount'),
    },
  },
  suppressedHashes: {
    thing: 'Address that gets no mail',
    named: () => '',
    fields: {
      hash: null,
      day: day('Day'),
      reason: coded('Why', { erased: 'erased', asked: 'asked for it' }),
    },
  },
  twoPeople: {
    thing: 'Two people',
    named: () => '',
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      otherId: pointsAt('customers', 'Another customer'),
    },
  },
  formerCustomers: {
    thing: 'Merged customer',
    named: ({ details }) => formerDetails(details).name,
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      goneId: null,
      sourceId: text('Number'),
      details: null,
      broughtFields: null,
      earlierValues: null,
    },
  },
} satisfies Things<CustomersTables>
