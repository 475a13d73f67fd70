import type { Channel } from './reach.ts'
import { numbersIn, wholePhones } from './phones.ts'
import type { TouchKind } from './touch.ts'
import { mailsOf } from './ways.ts'
import { asciiAddress, isMailAddress } from '../mail-address.ts'

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
  const good = channel === 'email' ? to.filter((one) => isMailAddress(asciiAddress(one))) : to
  return [...new Set(good)].flatMap((one) => ofChannel[channel].map((by) => ({ by, to: one })))
}

/** The number behind a switchboard, as it stands behind a number. */
const extension =
  /(?<=\d[\s).,;]*)(?:extension|extn?|x|#|durchwahl|dw|klappe|kl|poste|interno|int|anexo|ramal|toestel|tst)[.:\s]*(\d{1,6})(?!\d)/i

/** The whole numbers in a field, each with its extension: "030 1234567 ext. 12". */
function numbers(text: string): readonly string[] {
  const parts = text.split(extension)
  return parts.flatMap((part, i) => (i % 2 === 0 ? numbersBefore(part, parts[i + 1]) : []))
}

function numbersBefore(text: string, ext: string | undefined): readonly string[] {
  const all = numbersIn(text).map((one) => one.replace(/^[^\d+(]+|\D+$/g, ''))
  const last = all.findLastIndex((one) => one !== '')
  return all.flatMap((one, i) => {
    if (wholePhones(one).length === 0) return []
    return ext !== undefined && i === last ? `${one} ext. ${ext}` : one
  })
}

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
