/** A sentence that leaves the house, as the owner finds it in Settings. */
interface MessageRule {
  /** Where customers meet it. */
  readonly place: Place
  /** What it is for, in the window's English. */
  readonly called: string
  /** What Wellkept fills in, and what may not be left out of it. */
  readonly must?: readonly string[]
  /** What Wellkept can fill in, and the owner may leave out. */
  readonly may?: readonly string[]
}

/** Where customers meet a sentence, in the order of Settings. */
export const places = {
  door: 'On the door',
  notice: 'Notices and messages',
  telephone: 'On the telephone',
  mail: 'In every newsletter',
  letter: 'What a new newsletter begins with',
  personal: 'Letters and mails to one customer',
} as const
export type Place = keyof typeof places

/** Every sentence that leaves the house; its words stand in `texts`, one file a language. */
export const messages = {
  'door.hours': { place: 'door', called: 'Title above the weekly hours' },
  'door.hoursFrom': { place: 'door', called: 'Title above weekly hours still to come', must: ['day'] },
  'door.usual': { place: 'door', called: 'Title of the weekly hours below special days' },
  'door.usualFrom': { place: 'door', called: 'The same, where they are still to come', must: ['day'] },
  'door.special': { place: 'door', called: 'Title above the special days' },
  'door.more': { place: 'door', called: 'When not all special days have room' },
  'door.asOf': { place: 'door', called: 'The day the sign was made', must: ['day'] },
  'door.back': { place: 'door', called: 'Pause', must: ['time'] },
  'door.late': { place: 'door', called: 'Opening late', must: ['time'] },
  'door.wasLate': { place: 'door', called: 'Opened late', must: ['time'] },
  'door.closed': { place: 'door', called: 'Closed for a while: title' },
  'door.closedOn': { place: 'door', called: 'Closed for a while: one day', must: ['day'] },
  'door.closedFirst': { place: 'door', called: 'Closed for a while: the first day', must: ['first'] },
  'door.closedLast': { place: 'door', called: 'Closed for a while: the last day', must: ['last'] },
  'door.backOn': { place: 'door', called: 'Closed for a while: when you are back', must: ['day', 'time'] },
  'door.away': { place: 'door', called: 'Closed for a while: where no reason is given' },
  closed: { place: 'door', called: 'A day without hours' },
  'notice.late': { place: 'notice', called: 'Opening late today', must: ['time'] },
  'notice.lateFor': { place: 'notice', called: 'Opening late today, later than due', must: ['time'], may: ['due'] },
  'notice.wasLate': { place: 'notice', called: 'Opened late today', must: ['time'] },
  'notice.wasLateFor': { place: 'notice', called: 'Opened late today, later than due', must: ['time'], may: ['due'] },
  'notice.lateOn': { place: 'notice', called: 'Opened late, to be read later', must: ['day', 'time'] },
  'notice.lateOnFor': {
    place: 'notice',
    called: 'Opened later than due, to be read later',
    must: ['day', 'time'],
    may: ['due'],
  },
  'notice.pause': { place: 'notice', called: 'Pause', must: ['time'] },
  'notice.pauseOn': { place: 'notice', called: 'Pause, to be read later', must: ['day', 'time'] },
  'notice.special': { place: 'notice', called: 'Above the special days' },
  'notice.closedOn': { place: 'notice', called: 'Closed for a day', must: ['day'] },
  'notice.closedOnWhy': { place: 'notice', called: 'Closed for a day, and why', must: ['day', 'why'] },
  'notice.closedFrom': { place: 'notice', called: 'Closed for a while', must: ['first', 'last'] },
  'notice.closedFromWhy': { place: 'notice', called: 'Closed for a while, and why', must: ['first', 'last', 'why'] },
  'notice.backOn': { place: 'notice', called: 'When you are back from it', must: ['day', 'time'] },
  'phone.hello': { place: 'telephone', called: 'Greeting', may: ['shop'] },
  'phone.reached': { place: 'telephone', called: 'Greeting while you are closed for a while', may: ['shop'] },
  'phone.open': { place: 'telephone', called: 'The weekly hours', must: ['hours'] },
  'phone.closed': { place: 'telephone', called: 'The days without hours', must: ['days'] },
  'phone.noHours': { place: 'telephone', called: 'No weekly hours' },
  'phone.closedOn': { place: 'telephone', called: 'A day closed', must: ['day'] },
  'phone.openOn': { place: 'telephone', called: 'A day with other hours', must: ['day', 'hours'] },
  'phone.closedFrom': { place: 'telephone', called: 'Days closed', must: ['first', 'last'] },
  'phone.openFrom': { place: 'telephone', called: 'Days with other hours', must: ['first', 'last', 'hours'] },
  'phone.bye': { place: 'telephone', called: 'End' },
  'mail.hours': { place: 'mail', called: 'Heading of the opening hours' },
  'mail.from': { place: 'mail', called: 'Above hours that change', must: ['day'] },
  'mail.special': { place: 'mail', called: 'Above the special days' },
  'mail.code': { place: 'mail', called: 'The code of an offer', must: ['code'] },
  'mail.until': { place: 'mail', called: 'The last day of an offer', must: ['day'] },
  'mail.reader': { place: 'mail', called: 'In the place of a first name that is not known' },
  'mail.why': { place: 'mail', called: 'Why the reader gets it', may: ['shop'] },
  'mail.stop': { place: 'mail', called: 'How to stop it, in plain text', must: ['address', 'code'] },
  'mail.stopLink': { place: 'mail', called: 'The link to stop it' },
  'mail.stopCode': { place: 'mail', called: 'Beside that link', must: ['code'] },
  'mail.stopSubject': { place: 'mail', called: 'Subject of the mail that stops it' },
  'letter.subject': { place: 'letter', called: 'Subject', may: ['month', 'shop'] },
  'letter.hello': { place: 'letter', called: 'Greeting' },
  'letter.thanks': { place: 'letter', called: 'First paragraph', may: ['month'] },
  'letter.below': { place: 'letter', called: 'Where the opening hours stand below' },
  'letter.ask': { place: 'letter', called: 'Second paragraph' },
  'letter.bye': { place: 'letter', called: 'Ending', may: ['shop'] },
  'personal.hello': { place: 'personal', called: 'Opening where no name is sure, informal' },
  'personal.helloFormal': { place: 'personal', called: 'Opening where no name is sure, formal' },
  'personal.bye': { place: 'personal', called: 'Ending, informal' },
  'personal.byeFormal': { place: 'personal', called: 'Ending, formal' },
} as const satisfies Readonly<Record<string, MessageRule>>

export type MessageName = keyof typeof messages

type NamesOf<M> = (M extends { readonly must: readonly (infer P)[] } ? P : never) |
  (M extends { readonly may: readonly (infer P)[] } ? P : never)

/** What is filled into a sentence. */
export type ParamsOf<N extends MessageName> = Readonly<
  Record<NamesOf<(typeof messages)[N]> & string, string>
>

export const messageNames = Object.keys(messages) as readonly MessageName[]

export const isMessageName = (text: string): text is MessageName => Object.hasOwn(messages, text)

/** What a sentence takes, and what of it may not be left out. */
export function paramsOf(name: MessageName): { readonly all: readonly string[]; readonly must: readonly string[] } {
  const { must = [], may = [] }: MessageRule = messages[name]
  return { all: [...must, ...may], must }
}

/** The words of one language. */
export type Texts = Readonly<Record<MessageName, string>>
