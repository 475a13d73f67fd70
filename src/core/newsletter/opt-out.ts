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

/** The numbers of the opt-out codes that the text is or holds (any case, O for 0, I or L for 1) and that pass their check. */
export function optOutNumbers(text: string): readonly number[] {
  const codes = /(?<![0-9A-Z])NL[-\s]?([0-9A-TV-Z]{1,10})[-\s]([0-9A-TV-Z]{2})(?![0-9A-Z])/g
  return [...text.toUpperCase().matchAll(codes)].flatMap(([, digits, check]) => {
    const number = [...plainLetters(digits!)].reduce((n, c) => n * 32 + alphabet.indexOf(c), 0)
    return number > 0 && checkOf(number) === plainLetters(check!) ? [number] : []
  })
}

const plainLetters = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1')

/** Where a reader opts out: a mail to the shop whose subject carries the code (RFC 6068, RFC 2369). */
export const optOutLink = (shopAddress: string, code: string): string =>
  `mailto:${encodeURIComponent(shopAddress).replace('%40', '@')}?subject=${encodeURIComponent(`Stop the newsletter ${code}`)}`
