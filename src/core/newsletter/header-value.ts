import { escapedBytes } from './quoted-printable.ts'

/** Longest line of a header that we write; RFC 5322 asks for 78. */
const headerLimit = 76
const encodedWordLimit = 75

/**
 * The value of an unstructured header (RFC 5322), folded; RFC 2047 encoded-words where the text is not plain ASCII.
 * `text` is one line (see headerText); `column` is where the value starts, after `Subject: `.
 */
export const unstructured = (text: string, column: number): string =>
  isPlain(text) ? foldWords(text.split(' '), column) : encodedWords(text, column)

/** One mailbox `name <address>` (RFC 5322), folded. The address is ASCII and valid; the name one line, maybe empty. */
export function mailbox(name: string, address: string, column: number): string {
  if (name === '') return address
  const quotable = isPlain(name) && !/["\\]/.test(name) && column + name.length + 2 <= headerLimit
  const phrase = !quotable
    ? encodedWords(name, column)
    : /^[\w !#$%&'*+\-/=?^`{|}~]+$/.test(name)
      ? name
      : `"${name}"`
  const last = phrase.slice(phrase.lastIndexOf('\n') + 1)
  const lastColumn = phrase.includes('\n') ? last.length : column + last.length
  const fits = lastColumn + address.length + 3 <= headerLimit
  return `${phrase}${fits ? ' ' : '\r\n '}<${address}>`
}

/** Printable ASCII that no reader takes for an encoded-word and that can be folded at its spaces. */
const isPlain = (text: string) =>
  /^[ -~]*$/.test(text) && !text.includes('=?') && text.split(' ').every((word) => word.length <= 60)

function foldWords(words: readonly string[], column: number): string {
  let all = ''
  let at = column
  for (const [i, word] of words.entries()) {
    if (i > 0 && at + 1 + word.length > headerLimit) {
      all += '\r\n '
      at = 1
    } else if (i > 0) {
      all += ' '
      at++
    }
    all += word
    at += word.length
  }
  return all
}

/**
 * RFC 2047 encoded-words of at most 75 characters, in "B" or "Q", whichever is shorter: some readers put a space where
 * a name goes on in another word, so the fewer words the better. No character is cut in two.
 */
function encodedWords(text: string, column: number): string {
  const q = [...text].map(qEncoded)
  const bytes = [...text].map(utf8)
  const useB = Math.ceil(bytes.flat().length / 3) * 4 < q.join('').length
  const length = (chars: number, more: number) =>
    useB ? Math.ceil((chars + bytes[more]!.length) / 3) * 4 : chars + q[more]!.length
  const words: string[] = []
  let from = 0
  let filled = 0
  const take = (to: number) => {
    words.push(useB ? base64(bytes.slice(from, to).flat()) : q.slice(from, to).join(''))
    from = to
    filled = 0
  }
  for (let i = 0; i < q.length; i++) {
    const room = Math.min(encodedWordLimit, headerLimit - (words.length === 0 ? column : 1)) - 12
    if (i > from && length(filled, i) > room) take(i)
    filled += useB ? bytes[i]!.length : q[i]!.length
  }
  take(q.length)
  return words.map((word) => `=?UTF-8?${useB ? 'B' : 'Q'}?${word}?=`).join('\r\n ')
}

/** Only what a phrase allows stays as it is. */
const qEncoded = (char: string) =>
  char === ' ' ? '_' : /^[A-Za-z0-9!*+\-/]$/.test(char) ? char : escapedBytes(char)

const utf8 = (char: string): number[] =>
  escapedBytes(char)
    .slice(1)
    .split('=')
    .map((hex) => Number.parseInt(hex, 16))

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let all = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]]
    const n = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const four = [18, 12, 6, 0].map((shift) => base64Alphabet[(n >> shift) & 63]).join('')
    all += b === undefined ? `${four.slice(0, 2)}==` : c === undefined ? `${four.slice(0, 3)}=` : four
  }
  return all
}
