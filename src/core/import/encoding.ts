/** The character encodings a text table may come in. `-bom` forms are told apart when reading, not here. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1250' | 'windows-1251'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
] as const satisfies readonly Encoding[]

type SingleByte = Extract<Encoding, `windows-${string}`>

/** The encoding a byte order mark names (Unicode 23.8), and how long the mark is. */
export function byteOrderMark(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/**
 * UTF-16 without a mark: delimiters, digits and line ends are ASCII, so one half of the pairs is often zero, the other
 * hardly ever, and the bytes of line ends have a zero beside them. Stray NULs in other text are not like that.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = bytes.length >> 1
  const zeros = [0, 0]
  const lineEnds = [0, 0]
  let bare = 0
  for (let i = 0; i < pairs * 2; i++) {
    const half = i & 1
    if (bytes[i] === 0) zeros[half]!++
    else if (bytes[i] === 0x0a || bytes[i] === 0x0d) {
      if (bytes[i ^ 1] === 0) lineEnds[half]!++
      else bare++
    }
  }
  for (const low of [0, 1] as const) {
    const [lowZeros, highZeros] = [zeros[low]!, zeros[1 - low]!]
    if (highZeros * 25 > pairs && highZeros > 10 * lowZeros && lineEnds[low]! >= bare)
      return low === 0 ? 'utf-16le' : 'utf-16be'
  }
  return null
}

/** The lowest and highest second byte of a UTF-8 sequence, by its first (Unicode 3.9, table 3-7), and its length. */
function sequenceOf(
  first: number,
): { readonly length: number; readonly low: number; readonly high: number } | null {
  if (first >= 0xc2 && first <= 0xdf) return { length: 2, low: 0x80, high: 0xbf }
  if (first >= 0xe0 && first <= 0xef)
    return { length: 3, low: first === 0xe0 ? 0xa0 : 0x80, high: first === 0xed ? 0x9f : 0xbf }
  if (first >= 0xf0 && first <= 0xf4)
    return { length: 4, low: first === 0xf0 ? 0x90 : 0x80, high: first === 0xf4 ? 0x8f : 0xbf }
  return null
}

/** Signs enough to decide; a long file need not be read to its end. */
const enoughSigns = 2000

/**
 * Whether bytes that are not wholly UTF-8 are UTF-8 all the same, with some damage: letters of several bytes, which
 * hardly ever come about by chance in a code page, outnumber the bytes that belong to none.
 */
export function mostlyUtf8(bytes: Uint8Array): boolean {
  let [letters, strays] = [0, 0]
  for (let at = 0; at < bytes.length && letters + strays < enoughSigns;) {
    if (bytes[at]! < 0x80) {
      at++
      continue
    }
    const length = letterLength(bytes, at)
    if (length > 0) letters++
    else strays++
    at += length || 1
  }
  return letters > 0 && letters >= strays
}

/** How many bytes the UTF-8 letter at this place has; 0 when there is none. */
function letterLength(bytes: Uint8Array, at: number): number {
  const sequence = sequenceOf(bytes[at]!)
  const second = bytes[at + 1] ?? 0
  if (!sequence || second < sequence.low || second > sequence.high) return 0
  for (let i = 2; i < sequence.length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return sequence.length
}

/**
 * Tells the three Windows code pages apart where the bytes themselves can (given as Latin-1 text); null when they
 * cannot and a statistical guess has to do.
 * Cyrillic words are runs of high bytes; Western and Central European ones have single high bytes among ASCII letters,
 * Central Europe's ł ą ś ż stand where Western Europe has ³ ¹ œ ¿, which never occur inside a word, and its ő where
 * Portuguese has õ, which only ever comes before an e.
 */
export function tellCodePage(latin1: string): SingleByte | null {
  const words = latin1.match(/[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g) ?? []
  let cyrillic = 0
  let central = 0
  for (const word of words) {
    if (/^[\x80-\xff]{3,}$/.test(word)) cyrillic++
    if (/[a-z][\xb3\xb9\x9c\x9f\xbf\xbe\x9d]|[\xb3\xb9\xbf\xbe\xa3\xaf\xa5][a-z]|\xf5(?!e)/.test(word))
      central++
  }
  if (cyrillic * 2 > words.length) return 'windows-1251'
  if (central > 0) return 'windows-1250'
  return words.length === 0 ? 'windows-1252' : null
}
