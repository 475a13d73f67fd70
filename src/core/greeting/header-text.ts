// Category Cc but line feed; and U+FEFF, which parsers take for a byte order mark.
const controls = /[\0-\x09\x0B-\x1F\x7F-\x9F\uFEFF]/g
const lineBreaks = /\r\n?|[\x0B\x0C\x85\u2028\u2029]/g
const loneSurrogates = /\p{Surrogate}/gu

/**
 * Text that may stand in a mail header, a mailto or a file's name: one line, no control characters, no U+2028/2029,
 * no lone surrogates, single spaces, trimmed. Idempotent.
 */
export const headerText = (text: string): string => bodyText(text).replace(/\s+/g, ' ').trim()

/** Text of a mail's body: line breaks of any kind become `\n`, other control characters go. Idempotent. */
export const bodyText = (text: string): string =>
  text.replace(lineBreaks, '\n').replaceAll('\t', ' ').replace(controls, '').replace(loneSurrogates, '\uFFFD')

/** Length of the text in UTF-8, bytes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
