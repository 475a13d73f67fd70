const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
// A prime just below 32 x 32: every wrong character and every swap of two neighbours changes the check.
const modulus = 1021

const base32 = (n: number): string => (n >= 32 ? base32(Math.floor(n / 32)) : '') + alphabet[n % 32]!

const checkOf = (id: number) => base32(((id % modulus) * 619 + 271) % modulus).padStart(2, '0')

/** Numbers of codes: eight signs in base 32. Shorter ones are of 0.1.0, whose codes were the customers' ids. */
export const firstCode = 32 ** 7
export const lastCode = 32 ** 8 - 1

/** Stands for a reader's code where nobody has one yet, as in a preview; it passes for no code. */
export const sampleCode = 0

const signsOfOurs = base32(firstCode).length

/**
 * The code by which a customer opts out by mail or over the counter, such as `NL-7K3Q9XWM-4T`: a number in Crockford's base 32 and
 * two check characters.
 */
export const optOutCode = (number: number): string => `NL-${base32(number)}-${checkOf(number)}`

/** What a text holds of opt-out codes. */
interface CodesIn {
  /** The numbers of those that pass their check, each once, as the text has them. */
  readonly numbers: readonly number[]
  /** What is written as one of ours and does not pass its check: a sign of it was misread. */
  readonly misread: readonly string[]
}

/** Reads the opt-out codes that a text is or holds: any case, O for 0, I or L for 1, also from the link in a mail. */
export function optOutCodesIn(text: string): CodesIn {
  const plain = text
    .replaceAll('%20', ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
  const codes = /(?<![0-9A-Z])NL[-\s]?([0-9A-TV-Z]{1,10})[-\s]([0-9A-TV-Z]{2})(?![0-9A-Z])/g
  const numbers = new Set<number>()
  const misread = new Set<string>()
  for (const [written, digits, check] of plain.matchAll(codes)) {
    const number = [...plainLetters(digits!)].reduce((n, c) => n * 32 + alphabet.indexOf(c), 0)
    if (number > 0 && checkOf(number) === plainLetters(check!)) numbers.add(number)
    // A shorter one may be a Dutch postcode.
    else if (digits!.length === signsOfOurs) misread.add(written)
  }
  return { numbers: [...numbers], misread: [...misread] }
}

const plainLetters = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1')

/** Where a reader opts out: a mail to the shop whose subject carries the code (RFC 6068, RFC 2369). */
export const optOutLink = (shopAddress: string, code: string): string =>
  `mailto:${encodeURIComponent(shopAddress).replace('%40', '@')}?subject=${encodeURIComponent(`Stop the newsletter ${code}`)}`
