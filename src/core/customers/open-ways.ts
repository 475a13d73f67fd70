import type { Channel } from './reach.ts'
import { numbersIn, wholePhones } from './phones.ts'
import type { TouchKind } from './touch.ts'
import { mailsOf } from './ways.ts'
import { isMailAddress } from '../mail-address.ts'

/** The programs that are opened to reach somebody. */
export const openers = ['call', 'mail', 'text', 'whatsapp', 'signal', 'telegram'] as const

export type Opener = (typeof openers)[number]

/** Each as a menu calls it. */
export const openerWords: Readonly<Record<Opener, string>> = {
  call: 'Call',
  mail: 'Mail',
  text: 'Text message',
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
}

/** One way to somebody that a program can open. */
export interface OpenWay {
  readonly by: Opener
  /** The address or number, as it is on file. */
  readonly to: string
}

const ofChannel: Readonly<Record<Channel, readonly Opener[]>> = {
  email: ['mail'],
  phone: ['call'],
  post: [],
  message: ['text', 'whatsapp', 'signal', 'telegram'],
}

/** The ways to somebody by a channel, number by number and program by program. */
export function openWays(
  { phone, email, otherMails }: Readonly<Record<'phone' | 'email' | 'otherMails', string>>,
  channel: Channel,
): readonly OpenWay[] {
  const to = channel === 'email' ? [email, ...mailsOf(otherMails).map(({ value }) => value)] : numbers(phone)
  const good = channel === 'email' ? to.filter(isMailAddress) : to
  return [...new Set(good)].flatMap((one) => ofChannel[channel].map((by) => ({ by, to: one })))
}

const numbers = (text: string): readonly string[] =>
  numbersIn(text)
    .map((one) => one.replace(/^[^\d+(]+|\D+$/g, ''))
    .filter((one) => wholePhones(one).length > 0)

/** What is logged when it was done: messages are notes that say by what. */
export const doneBy = (
  by: Opener,
): { readonly kind: TouchKind & ('call' | 'mail' | 'note'); readonly note: string } => {
  if (by === 'call' || by === 'mail') return { kind: by, note: '' }
  return { kind: 'note', note: by === 'text' ? 'Text message' : `Message by ${openerWords[by]}` }
}

const links =
  /^(?:mailto:[^\s?&#<>"]+@[^\s?&#<>"]+|(?:tel|sms):\+?\d*(?:;ext=\d+)?|https:\/\/(?:wa\.me\/\d+|signal\.me\/#p\/\+\d+|t\.me\/\+\d+))$/

/** Whether an address is a way to somebody and nothing else: what goes to another program is judged where it goes. */
export const isWayLink = (url: string): boolean => links.test(url)
