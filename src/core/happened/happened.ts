/** What a line of a customer's time line speaks of. */
export const happenedKinds = [
  'contact',
  'letter',
  'visit',
  'promise',
  'action',
  'referral',
  'newsletter',
  'consent',
] as const

export type HappenedKind = (typeof happenedKinds)[number]

/** The kinds as a filter calls them. */
export const happenedWords: Readonly<Record<HappenedKind, string>> = {
  contact: 'Contacts',
  letter: 'Letters and mails',
  visit: 'Visits',
  promise: 'Promises',
  action: 'To do',
  referral: 'Who sent whom',
  newsletter: 'Newsletters',
  consent: 'Consent',
}

/** Something that happened with a customer. */
export interface Happened {
  readonly kind: HappenedKind
  /** The local moment `YYYY-MM-DDTHH:MM`, or the day where only that is known. */
  readonly at: string
  readonly what: string
  /** More of it, in the owner's words; '' for none. */
  readonly note: string
  /** It stands out: somebody spoke with somebody. */
  readonly isStrong: boolean
  /** Where it is seen; null where it is no thing of its own. */
  readonly page: string | null
}

/** What a feature knows of a customer: the newest of it, and how much there is in all, by kind. */
export interface HappenedPart {
  readonly rows: readonly Happened[]
  readonly counts: Readonly<Partial<Record<HappenedKind, number>>>
}

/** The newest first; of one day, what has no time comes last. */
export const newestFirst = (rows: readonly Happened[]): readonly Happened[] =>
  rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
