import { fold } from '../fold.ts'
import { asciiAddress } from '../mail-address.ts'
import { longestLine } from '../text-length.ts'

/** What a shop keeps of a customer, as text; '' where nothing is known. */
export interface CustomerDetails {
  readonly name: string
  readonly company: string
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postcode: string
  readonly country: string
  readonly notes: string
  /** Allergies and whatever else must be known whenever something is made or handed over. */
  readonly mustKnow: string
  /** Further mail addresses, each with its kind: see ways.ts. {@link email} is the one that letters go to. */
  readonly otherMails: string
  /** Further postal addresses, one a line, each with its kind. */
  readonly otherAddresses: string
  /** See birthday.ts. */
  readonly birthday: string
  /** The language they are spoken to in, as BCP 47 writes it: `de`. */
  readonly language: string
  /** How they would rather be reached: one of reach.ts. */
  readonly reachBy: string
  /** What they like and how they like it. */
  readonly preferences: string
  /** How they are addressed before their name: see greeting/form-of-address.ts. */
  readonly formOfAddress: string
}

/** Shop files keep bits in this order; a new one comes last. */
export const detailNames = [
  'name',
  'company',
  'title',
  'email',
  'phone',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'notes',
  'mustKnow',
  'otherMails',
  'otherAddresses',
  'birthday',
  'language',
  'reachBy',
  'preferences',
  'formOfAddress',
] as const satisfies readonly (keyof CustomerDetails)[]

/** How long each detail may be, typed or imported. */
export const longestDetail = (name: keyof CustomerDetails): number =>
  name === 'notes' ? 20_000 : longLines.has(name) ? 2000 : longestLine

const longLines: ReadonlySet<keyof CustomerDetails> = new Set(['otherMails', 'otherAddresses', 'preferences'])

/** Words that punctuation parts but people type in one: O'Brien, S.p.A. */
const parted = /[\p{L}\p{N}]+(?:['’.‐-][\p{L}\p{N}]+)+/gu

/** What of a customer search looks in. */
export type Searched = Pick<
  CustomerDetails,
  'name' | 'company' | 'email' | 'otherMails' | 'phone' | 'city' | 'notes' | 'mustKnow' | 'preferences'
>

/**
 * The text search looks in: name, company, mail, phone, city, notes and what must be known, folded, the name first so that it also
 * sorts; then words and numbers written together that punctuation parts.
 */
export function foldedCustomer(details: Searched): string {
  const { name, company, email, otherMails, phone, city, notes, mustKnow, preferences } = details
  const together = [...`${name} ${company}`.matchAll(parted)].map(([word]) =>
    fold(word.replace(/['’.‐-]/g, '')),
  )
  const digits = digitsOf(phone)
  const words = [name, company, email, phone, city, notes, otherMails, mustKnow, preferences].map(fold)
  return [...words, ...together, fold(phone) === digits ? '' : digits].filter((word) => word !== '').join(' ')
}

/** The digits of a phone number. */
export const digitsOf = (phone: string): string => phone.replace(/\D+/g, '')

/**
 * What makes two mail addresses the same mailbox, or '' when it is no address at all: case, wide letters, the way a domain with
 * umlauts is written, and what stands around a single address make no difference. A dot or a tag before the @ does; nobody else
 * knows what that mailbox does with it.
 */
export function mailKey(email: string): string {
  // Nearly all are plain, and an import asks for each several times.
  if (plainAddress.test(email)) return email.toLowerCase()
  const bare = keyOf(asciiAddress(email))
  if (!dressed.test(bare || email)) return bare
  const [first, another] = mailKeys(email)
  return first !== undefined && another === undefined ? first : bare
}

/** Every mailbox that is somebody's: the one that letters go to first. */
export const mailKeysOf = ({
  email,
  otherMails,
}: Pick<CustomerDetails, 'email' | 'otherMails'>): readonly string[] =>
  otherMails === '' ? mailKeys(email) : mailKeys(`${email}, ${otherMails}`)

const plainAddress = /^[!#-&(-+\--9=?A-~]+@[!#-&(-+\--9=?A-~]*[!#-&(-+\--/-9?A-~]$/
/** Signs that stand around addresses in mail programs and links. */
const dressed = /[<>"'(),;:]/

/** Every mailbox named in a text such as `Anna <a@x.example>; mailto:b@x.example`, as {@link mailKey} writes it, each once. */
export function mailKeys(text: string): readonly string[] {
  const found = asciiAddress(text)
    .split(/[\s<>()[\],;]+|mailto:/i)
    .map((part) => keyOf(asciiAddress(part.replace(/"|^'+|'+$/g, ''))))
  return [...new Set(found.filter((key) => key !== ''))]
}

function keyOf(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const local = address.slice(0, at)
  const plain = /^[ -~]*$/.test(local) ? local : local.normalize('NFKC')
  const key = (plain + address.slice(at)).toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(key) ? key.replace(/\.$/, '') : ''
}
