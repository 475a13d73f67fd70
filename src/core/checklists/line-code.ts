/** Crockford's base 32: no I, L, O or U, so that a code read aloud or typed from paper is not misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The codes of a sheet's lines, in order: four characters and a check character, such as `K7Q2-M`.
 * A line keeps its code when the sheet is printed again, as long as its key (what it is about) is the same.
 */
export function lineCodes(week: string, keys: readonly string[]): string[] {
  const taken = new Set<number>()
  return keys.map((key) => {
    let n = fingerprint(`${week} ${key}`)
    while (taken.has(n)) n = (n + 1) % 2 ** 20
    taken.add(n)
    return written(n)
  })
}

/** The code of a whole sheet, from the week it is for. */
export const sheetCode = (week: string): string => written(fingerprint(week))

function written(n: number): string {
  const digits = [15, 10, 5, 0].map((shift) => (n >> shift) & 31)
  return `${digits.map((d) => alphabet[d]).join('')}-${alphabet[check(digits)]}`
}

/**
 * The check digit: the sum of the digits times 2, 4, 8, 16 in the field of 32 elements.
 * Finds every single wrong character and every two characters exchanged.
 */
const check = (digits: readonly number[]): number =>
  digits.reduce((sum, digit, i) => sum ^ timesPowerOfTwo(digit, i + 1), 0)

function timesPowerOfTwo(digit: number, power: number): number {
  let product = digit
  for (let i = 0; i < power; i++) product = product & 16 ? ((product << 1) & 31) ^ 5 : product << 1
  return product
}

/** 20 bits of FNV-1a, folded. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return ((hash >>> 20) ^ hash) & 0xfffff
}
