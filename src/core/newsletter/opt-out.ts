const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
// A prime just below 32 x 32: every wrong character and every swap of two neighbours changes the check.
const modulus = 1021

const base32 = (n: number): string => (n >= 32 ? base32(Math.floor(n / 32)) : '') + alphabet[n % 32]!

const checkOf = (id: number) => base32(((id % modulus) * 619 + 271) % modulus).padStart(2, '0')

/**
 * The code by which a customer opts out by mail or over the counter, such as `NL-2Q-7K`: the id in Crockford's base 32 and two
 * check characters.
 */
export const optOutCode = (customerId: number): string => `NL-${base32(customerId)}-${checkOf(customerId)}`

/** The customer whose opt-out code the text is or holds (any case, O for 0, I or L for 1); null where none passes its check. */
export function customerOfCode(text: string): number | null {
  const codes = /(?<![0-9A-Z])NL[-\s]?([0-9A-TV-Z]{1,10})[-\s]([0-9A-TV-Z]{2})(?![0-9A-Z])/g
  for (const [, id, check] of text.toUpperCase().matchAll(codes)) {
    const customerId = [...plainLetters(id!)].reduce((n, c) => n * 32 + alphabet.indexOf(c), 0)
    if (customerId > 0 && checkOf(customerId) === plainLetters(check!)) return customerId
  }
  return null
}

const plainLetters = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1')

/** Where a reader opts out: a mail to the shop whose subject carries the code (RFC 6068, RFC 2369). */
export const optOutLink = (shopAddress: string, code: string): string =>
  `mailto:${encodeURIComponent(shopAddress).replace('%40', '@')}?subject=${encodeURIComponent(`Stop the newsletter ${code}`)}`
