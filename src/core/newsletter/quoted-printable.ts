const byte = (n: number) => `=${n.toString(16).toUpperCase().padStart(2, '0')}`

/** The UTF-8 bytes of one code point, each as `=XX`. */
export const escapedBytes = (char: string) =>
  char < '\x80' ? byte(char.charCodeAt(0)) : encodeURIComponent(char).replaceAll('%', '=')

/** Longest line of quoted-printable without its soft break; with it 76, the limit of RFC 2045. */
const lineLimit = 75

/**
 * Quoted-printable (RFC 2045 section 6.7) of well-formed text with `\n` line breaks: lines end in CRLF, none exceeds 75.
 * No line starts with a dot or `From `, which SMTP and mbox files treat specially.
 */
export const quotedPrintable = (text: string): string => text.split('\n').map(encodedLine).join('\r\n')

function encodedLine(line: string): string {
  const chars = [...line]
  let done = ''
  let current = ''
  for (const [i, char] of chars.entries()) {
    let token = char >= ' ' && char <= '~' && char !== '=' ? char : escapedBytes(char)
    if (char === ' ' && i === chars.length - 1) token = escapedBytes(char)
    if (current.length + token.length > lineLimit) {
      done += `${current}=\r\n`
      current = ''
    }
    const special = char === '.' || (char === 'F' && chars.slice(i, i + 5).join('') === 'From ')
    current += current === '' && special ? escapedBytes(char) : token
  }
  return done + current
}

/** Joins separately encoded pieces with soft line breaks, so that what all readers share is encoded once. */
export function joinQuotedPrintable(pieces: readonly string[]): string {
  let all = ''
  for (const piece of pieces) {
    if (piece === '') continue
    all += all === '' || all.endsWith('\r\n') ? piece : `=\r\n${piece}`
  }
  return all
}
