/*
 * Signs stand in shop files for words that are not to be kept: hexadecimal digits of a hash, behind a letter of their kind.
 * Their first eight are all that older files have.
 */

const shortLength = 8

/** 32 bits of FNV-1a. */
function fnv(letters: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const letter of letters) hash = Math.imul(hash ^ letter, 0x01000193)
  return hash
}

/** 32 bits of MurmurHash3, which shares no collisions with FNV. */
function murmur(letters: readonly number[]): number {
  let hash = 0
  for (const letter of letters) {
    const word = Math.imul(letter, 0xcc9e2d51)
    hash ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593)
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const digits = (hash: number): string => (hash >>> 0).toString(16).padStart(shortLength, '0')

/** The sign of a text, without its kind: two strangers among many thousands share the first half, but not the whole. */
export function signOf(text: string): string {
  const letters = Array.from(text, (letter) => letter.codePointAt(0)!)
  return digits(fnv(letters)) + digits(murmur(letters))
}

/** A sign as older files have it: what the same sign of any file is found by. */
export const shortSign = (sign: string): string => sign.slice(0, shortLength)

/** Whether two lists have a sign in common, of one kind and without its letter: an older one is the beginning of a new one. */
export const shareSign = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => one.startsWith(other) || other.startsWith(one)))

/** Signs with their letters, each once and as long as it is known. */
export function longestOf(signs: readonly string[]): readonly string[] {
  const known = new Set(signs.filter((sign) => sign.length > shortLength + 1))
  const begun = new Set([...known].map((sign) => sign.slice(0, shortLength + 1)))
  return [...new Set(signs)].filter((sign) => known.has(sign) || !begun.has(sign))
}
