import type { Decode } from '../../import/cards.ts'

/** A property of an address card: `item1.TEL;TYPE=CELL:…`. */
export interface Property {
  /** 1-based line of the file. */
  readonly line: number
  /** `item1`, in lower case; '' without one. */
  readonly group: string
  /** In capitals. */
  readonly name: string
  /** The values of its parameters by their name in capitals; those of 2.1 that stand without a name are of TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** As it stands, unfolded and decoded; what backslashes mean is its type's own. */
  readonly value: string
}

/** A card of a file, version 2.1 (versit), 3.0 (RFC 2426) or 4.0 (RFC 6350). */
export interface Card {
  readonly line: number
  readonly properties: readonly Property[]
  /** The file ends, or the next card begins, before this one is closed. */
  readonly isOpen: boolean
  /** Its lines as they stand, and the one that closes it, also where the file has none. */
  readonly source: () => string
}

/** Reads the cards of a text: folded lines, quoted-printable with soft breaks, cards in cards passed over with what they hold. */
export function* cardsIn(text: string, decode: Decode): Generator<Card, void, undefined> {
  const lines = text.split(/\r\n|\n|\r/)
  let open: { line: number; properties: Property[] } | undefined
  let depth = 0
  const opened = ({ line, properties }: NonNullable<typeof open>, end: number): Card => ({
    line,
    properties,
    isOpen: true,
    source: () => [...lines.slice(line - 1, end), 'END:VCARD'].join('\r\n'),
  })
  for (const property of propertiesIn(lines, decode)) {
    const { name, value, line: at } = property
    const isCard = value.trim().toUpperCase() === 'VCARD'
    if (name === 'BEGIN' && isCard) {
      // A card inside of one stands behind AGENT; where that is not so, the first was never closed.
      if (open && isAgent(open.properties.at(-1))) depth++
      else {
        if (open) yield opened(open, at - 1)
        open = { line: at, properties: [] }
        depth = 0
      }
    } else if (name === 'END' && isCard) {
      if (depth > 0) depth--
      else if (open) {
        const { line, properties } = open
        yield { line, properties, isOpen: false, source: () => lines.slice(line - 1, at).join('\r\n') }
        open = undefined
      }
    } else if (depth === 0) open?.properties.push(property)
  }
  if (open) yield opened(open, lines.length)
}

const isAgent = (property: Property | undefined): boolean =>
  property?.name === 'AGENT' && property.value.trim() === ''

/** A name, its parameters (a value may be in quotes) and the value behind the first colon outside of quotes. */
const parts = /^(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s

function* propertiesIn(lines: readonly string[], decode: Decode): Generator<Property, void, undefined> {
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let whole = lines[at]!
    const isQuoted = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(whole)
    while (at + 1 < lines.length) {
      const next = lines[at + 1]!
      // A soft break of quoted-printable; exports that fold as well begin the next line with a blank.
      if (isQuoted && whole.endsWith('='))
        whole = whole.slice(0, -1) + (/^[ \t]=/.test(next) ? next.slice(1) : next)
      else if (/^[ \t]/.test(next) && whole.trim() !== '') whole += next.slice(1)
      else break
      at++
    }
    const match = parts.exec(whole)
    if (!match) continue
    const params = paramsOf(match[3]!)
    yield {
      line,
      group: (match[1] ?? '').toLowerCase(),
      name: match[2]!.toUpperCase(),
      params,
      value: isQuoted ? unquoted(match[4]!, params.get('CHARSET')?.[0], decode) : match[4]!,
    }
  }
}

function paramsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const params = new Map<string, string[]>()
  for (const [part] of text.matchAll(/(?:"[^"]*"|[^";])+/g)) {
    const named = /^([A-Za-z0-9-]+)=(.*)$/s.exec(part)
    const name = named ? named[1]!.toUpperCase() : 'TYPE'
    // In quotes a list stands as one: TYPE="work,voice".
    const values = (named?.[2] ?? part)
      .replaceAll('"', '')
      .split(',')
      .map((value) => value.trim())
    params.set(name, [...(params.get(name) ?? []), ...values])
  }
  return params
}

/** Quoted-printable (RFC 2045, 6.7); what is damaged stays as it stands. */
function unquoted(text: string, charset: string | undefined, decode: Decode): string {
  const bytes: number[] = []
  let plain = ''
  const flush = () => {
    const named = charset === undefined ? undefined : decode(bytes, charset, false)
    plain += named ?? decode(bytes, 'utf-8', true) ?? decode(bytes, 'windows-1252', false) ?? ''
    bytes.length = 0
  }
  for (let at = 0; at < text.length; at++) {
    const hex = /^=([0-9A-Fa-f]{2})/.exec(text.slice(at, at + 3))
    if (hex) {
      bytes.push(Number.parseInt(hex[1]!, 16))
      at += 2
    } else if (text.charCodeAt(at) < 0x80) bytes.push(text.charCodeAt(at))
    else {
      flush()
      plain += text[at]!
    }
  }
  flush()
  return plain
}

/** The text of a value: `\n` is a line, a backslash makes the next sign itself (RFC 6350, 3.4). */
export const textOf = (value: string): string =>
  value
    .replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .replace(/\r\n?/g, '\n')
    .trim()

/** The components of a value: parted by semicolons that no backslash stands before. */
export function componentsOf(value: string): readonly string[] {
  const components = ['']
  for (const [part] of value.matchAll(/\\.|;|[^\\;]+|\\$/gs)) {
    if (part === ';') components.push('')
    else components[components.length - 1] += part
  }
  return components.map(textOf)
}
