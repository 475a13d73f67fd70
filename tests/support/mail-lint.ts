/**
 * What is wrong with a message's bytes by RFC 5322, 2045, 2047: empty when nothing is. Written apart from the writer: it works
 * on bytes and knows none of its functions.
 */
export function lintMail(bytes: Uint8Array): string[] {
  const found: string[] = []
  const message = Buffer.from(bytes).toString('latin1')
  if (/[\x80-\xFF]/.test(message)) found.push('a byte above 127')
  if (message.includes('\0')) found.push('a NUL')
  if (/(^|[^\r])\n|\r(?!\n)/.test(message)) found.push('a line end that is not CRLF')
  if (!message.endsWith('\r\n')) found.push('no CRLF at the end')
  if (/[\x01-\x08\x0B\x0C\x0E-\x1F\x7F]/.test(message)) found.push('a control character')
  for (const line of message.split('\r\n')) if (line.length > 998) found.push(`a line of ${line.length}`)

  const [head, body] = halves(message)
  const headers = headersOf(head, found)
  const names = headers.map(([name]) => name.toLowerCase())
  const once = [
    'from',
    'to',
    'subject',
    'date',
    'message-id',
    'mime-version',
    'content-type',
    'x-unsent',
    'list-unsubscribe',
  ]
  for (const name of once) {
    const n = names.filter((other) => other === name).length
    if (n !== 1) found.push(`${n} headers ${name}`)
  }
  for (const name of names) if (!once.includes(name)) found.push(`unexpected header ${name}`)
  const value = (name: string) => headers.find(([n]) => n.toLowerCase() === name)?.[1] ?? ''
  if (!/^<[^<>@\s]+@[^<>@\s]+>$/.test(value('message-id'))) found.push('bad Message-ID')
  if (
    !/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(
      value('date'),
    )
  )
    found.push('bad Date')
  if (value('x-unsent') !== '1') found.push('bad X-Unsent')
  if (!/^<mailto:[^\s<>]+>$/.test(value('list-unsubscribe'))) found.push('bad List-Unsubscribe')
  found.push(...lintParts(value('content-type'), body))
  return found
}

const halves = (text: string): [string, string] => {
  const at = text.indexOf('\r\n\r\n')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 4)]
}

function headersOf(head: string, found: string[]): [string, string][] {
  const headers: [string, string][] = []
  for (const line of head.split('\r\n')) {
    if (line.includes('=?') && line.length > 76) found.push(`an encoded-word on a line of ${line.length}`)
    for (const [word] of line.matchAll(/=\?[^?\s]*\?[^?\s]*\?[^?\s]*\?=/g)) {
      if (word.length > 75) found.push(`an encoded-word of ${word.length}`)
      const q = /^=\?UTF-8\?Q\?([!-<>@-^`-~_]|=[0-9A-F]{2})+\?=$/.test(word)
      const b = /^=\?UTF-8\?B\?([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==|[A-Za-z0-9+/]=))?\?=$/.test(word)
      if (!q && !b) found.push(`bad encoded-word ${word}`)
    }
    if (/^[ \t]/.test(line)) {
      if (line.trim() === '') found.push('an empty folded line')
      const last = headers.at(-1)
      if (last) last[1] += line
      else found.push('a folded line before any header')
    } else {
      const match = /^([!-9;-~]+): (.+)$/.exec(line)
      if (match) headers.push([match[1]!, match[2]!])
      else found.push(`not a header: ${line}`)
    }
  }
  return headers
}

function lintParts(contentType: string, body: string): string[] {
  const boundary = /^multipart\/alternative;\s+boundary="([^"]{1,70})"$/.exec(contentType)?.[1]
  if (!boundary) return ['bad boundary']
  const found: string[] = []
  const pieces = body.split(`--${boundary}`)
  if (pieces.length !== 4) return [`the boundary occurs ${pieces.length - 1} times`]
  if (pieces[0] !== '' || pieces[3] !== '--\r\n') found.push('words outside of the parts')
  for (const [i, type] of ['text/plain', 'text/html'].entries()) {
    const piece = pieces[i + 1]!
    const [head, content] = halves(piece.slice(2))
    const expected = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable`
    if (!piece.startsWith('\r\n') || head !== expected) found.push(`part ${i + 1} is not ${type}`)
    for (const line of content.split('\r\n')) {
      if (line.length > 76) found.push(`a quoted-printable line of ${line.length}`)
      if (/[ \t]$/.test(line)) found.push('white space at a line end')
      if (/=(?![0-9A-F]{2}|$)/.test(line)) found.push(`bad quoted-printable: ${line}`)
      if (/^\.|^From /.test(line)) found.push(`a line that begins ${line.slice(0, 5)}`)
    }
  }
  return found
}
