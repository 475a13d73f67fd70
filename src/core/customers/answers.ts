import type { NamedElsewhere } from './naming-words.ts'
import type { DateQuestion, NumberQuestion } from '../import/readings.ts'
import type { ImportReport, Outcome } from '../import/report.ts'
import type { MailBrought } from './consent-column.ts'
import type { Beside, Consent, Refusal } from './consent.ts'
import type { Channel } from './reach.ts'
import type { MergeChoice } from './merge-choice.ts'
import type { FieldChange } from './merge.ts'
import type { CustomerDetails } from './person.ts'
import type { Silence } from './silence/words.ts'
import type { Tier } from './tiers.ts'
import type { TouchKind } from './touch.ts'
import type { WholeList } from './whole-list.ts'

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
  /** Noes of theirs that stand, of which signs stay by which they are known again. */
  readonly noes: number
  /** Others who have one of them, and get no mail by it any more. */
  readonly sharing: readonly string[]
  /** Where words about others may name them; they stay as they are. */
  readonly elsewhere: NamedElsewhere
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
  /** '' for who is alive, as far as the shop knows. */
  readonly deceasedDay: string
  /** '' where there is no pause today. */
  readonly pausedUntil: string
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
  readonly phoneConsent: Consent
  /** Why they are not to be called but for what they ask or are promised; '' for nothing. */
  readonly noCalls: string
  readonly deceasedDay: string
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

/** How somebody may be reached by one channel. */
export interface ChannelFile {
  readonly channel: Channel
  /** With a no that holds for them before any answer of their own. */
  readonly answer: Consent
  readonly day: string
  readonly source: string
  readonly wording: string
  /** Who noted it; '' where that is not known. */
  readonly who: string
  readonly may: boolean
  /** Why not; '' where they may be reached. */
  readonly why: string
  /** There is an address or a number for it. */
  readonly hasWay: boolean
  /** Whose no it is, or who else said one under the same number, in a sentence; '' for nobody. */
  readonly beside: string
  /** The no that holds is somebody else's: they never said one. */
  readonly isOthers: boolean
}

/** An answer as it was given. */
export interface GivenAnswer {
  readonly id: number
  readonly channel: Channel
  readonly answer: Consent
  readonly day: string
  readonly source: string
  readonly wording: string
  readonly who: string
}

/** All about how a customer may be reached. */
export interface ConsentFile {
  readonly channels: readonly ChannelFile[]
  /** Every answer ever given, newest first; the first of them, and how many there are. */
  readonly history: readonly GivenAnswer[]
  readonly historyCount: number
  /** What others were asked in, the last first. */
  readonly wordings: readonly string[]
  /** '' where there is no pause today. */
  readonly pausedUntil: string
  readonly deceasedDay: string
  readonly isMailDead: boolean
  readonly isPostDead: boolean
}

/** What became of an answer that was noted for several. */
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
