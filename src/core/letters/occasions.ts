/** On what a shop writes to one customer, in the order of the menu. */
export const occasions = [
  'ready',
  'late',
  'sorry',
  'thanks',
  'satisfied',
  'referral',
  'missed',
  'birthday',
  'recall',
] as const
export type Occasion = (typeof occasions)[number]

/** Each as the window calls it. */
export const occasionWords: Readonly<Record<Occasion, string>> = {
  ready: 'It is ready',
  late: 'It will be late',
  sorry: 'Sorry',
  thanks: 'Thank you for buying',
  satisfied: 'Satisfied?',
  referral: 'Thank you for sending somebody',
  missed: 'We miss you',
  birthday: 'Birthday',
  recall: 'Recall of a product',
}

/** Answers to the customer's own matter, which also reach who said no to mail: what was promised to them, and what they have from us. */
const ownMatters: ReadonlySet<Occasion> = new Set<Occasion>(['ready', 'late', 'sorry', 'recall'])

/** Whether words on an occasion are about the customer's own matter, and no advertising. */
export const isOwnMatter = (occasion: Occasion): boolean => ownMatters.has(occasion)

/** The ways words go out, and each as the window calls it. */
export const ways = ['letter', 'mail', 'call'] as const
export type Way = (typeof ways)[number]

export const wayWords: Readonly<Record<Way, string>> = { letter: 'Letter', mail: 'Mail', call: 'Call' }

/** What may stand in a text, and may be missing. */
export const mergeFields = ['shop', 'what', 'day', 'friend'] as const
export type MergeField = (typeof mergeFields)[number]

/** The words on one occasion in one language. What is in brackets stands only where its field is known, else what is behind its bar. */
export interface OccasionText {
  readonly subject: string
  readonly words: string
  readonly phone: string
}

export type OccasionTexts = Readonly<Record<Occasion, OccasionText>>
