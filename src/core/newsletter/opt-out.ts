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

/**
 * Reads the opt-out codes that a text is or holds: any case, O for 0, I or L for 1, hyphens left out, blank, wrapped or quoted, also
 * from the link in a mail. What only begins like one never hides the next.
 */
export function optOutCodesIn(text: string): CodesIn {
  const plain = text
    .replace(/\u00ad|=\r?\n/g, '')
    .replace(/[=%]([0-9A-F]{2})/gi, signMeant)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
  const numbers = new Set<number>()
  const misread = new Set<string>()
  const exactly = [...plain.matchAll(asWritten)].filter((found) => numberIn(found)).map(({ index }) => index)
  const begins = /(?<![0-9A-Z])NL/g
  for (let found = begins.exec(plain); found; found = begins.exec(plain)) {
    // One that stands there as it was given out is never read as part of another.
    const { index: at } = found
    const next = exactly.find((index) => index > at) ?? plain.length
    const rest = plain.slice(begins.lastIndex, Math.min(next, begins.lastIndex + longestCode))
    const read = [whole, short].map((form) => numberIn(form.exec(rest))).find((one) => one !== undefined)
    if (read) {
      numbers.add(read.number)
      begins.lastIndex += read.length
    } else {
      const [like] = likeOurs.exec(rest) ?? []
      if (like !== undefined && /^-|\d/.test(like)) misread.add(`NL${like}`)
    }
  }
  return { numbers: [...numbers], misread: [...misread] }
}

/** What a mail's source (RFC 2045) or a link (RFC 3986) writes for a sign between words; letters they write as they are. */
const signMeant = (written: string, hex: string): string => {
  const sign = Number.parseInt(hex, 16)
  if (sign < 0x20 || sign > 0x7e) return ' '
  return /[\dA-Za-z]/.test(String.fromCharCode(sign)) ? written : String.fromCharCode(sign)
}

const longestCode = 60
const asWritten = /(?<![0-9A-Z])NL-([0-9A-Z]{8})-([0-9A-Z]{2})(?![0-9A-Z])/g
/** Whatever a mail program has put between two signs: the check tells. */
const whole = /^[^0-9A-Z]*((?:[0-9A-Z][^0-9A-Z]*){8})((?:[0-9A-Z][^0-9A-Z]*)[0-9A-Z])(?![0-9A-Z])/
/** As they were in 0.1.0. */
const short = /^[-\s]?([0-9A-Z]{1,10})[-\s]([0-9A-Z]{2})(?![0-9A-Z])/
/** Signs of a whole one, or what is left of it behind a hyphen; `NL-1234 AB` is a Dutch postcode. */
const likeOurs =
  /^(?:[-\s]*[0-9A-Z]{8}(?:[-\s]{1,3}[0-9A-Z]{2})?|-(?!\d{4}(?:\s?[A-Z]{2})?(?![0-9A-Z]))(?=[A-Z]*\d)[0-9A-Z]{3,7})(?![0-9A-Z])/

function numberIn(found: RegExpExecArray | null): { number: number; length: number } | undefined {
  if (!found) return undefined
  const [, digits, check] = found.map((part) => plainLetters(part.replace(/[^0-9A-Z]/g, '')))
  if (/U/.test(digits! + check!)) return undefined
  const number = [...digits!].reduce((n, c) => n * 32 + alphabet.indexOf(c), 0)
  return number > 0 && checkOf(number) === check ? { number, length: found[0].length } : undefined
}

const plainLetters = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1')

/** Where a reader opts out: a mail to the shop whose subject carries the code (RFC 6068, RFC 2369). */
export const optOutLink = (shopAddress: string, subject: string, code: string): string =>
  `mailto:${encodeURIComponent(shopAddress).replace('%40', '@')}?subject=${encodeURIComponent(`${subject} ${code}`)}`
