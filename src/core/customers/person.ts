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
] as const satisfies readonly (keyof CustomerDetails)[]

/** How long each detail may be, typed or imported. */
export const longestDetail = (name: keyof CustomerDetails): number =>
  name === 'notes' ? 20_000 : longestLine

/** Words that punctuation parts but people type in one: O'Brien, S.p.A. */
const parted = /[\p{L}\p{N}]+(?:['’.‐-][\p{L}\p{N}]+)+/gu

/**
 * The text search looks in: name, company, mail, phone, city and notes, folded, the name first so that it also sorts;
 * then words and numbers written together that punctuation parts.
 */
export function foldedCustomer(
  details: Omit<CustomerDetails, 'title' | 'street' | 'region' | 'postcode' | 'country'>,
): string {
  const { name, company, email, phone, city, notes } = details
  const together = [...`${name} ${company}`.matchAll(parted)].map(([word]) =>
    fold(word.replace(/['’.‐-]/g, '')),
  )
  const digits = digitsOf(phone)
  const words = [name, company, email, phone, city, notes].map(fold)
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
