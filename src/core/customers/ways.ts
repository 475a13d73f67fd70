import { asciiAddress, isMailAddress } from '../mail-address.ts'

/** One of several ways to reach somebody, as it is written, and what kind it is: `work`, `home`; '' where nobody said. */
export interface Way {
  readonly value: string
  readonly kind: string
}

const kindBehind = /\s*\(([\p{L}][\p{L}\p{N} -]{0,29})\)\s*$/u

/** Reads a way with its kind in brackets behind it: `anna@work.example (work)`. */
export function wayOf(text: string): Way {
  const kind = kindBehind.exec(text)
  const value = kind ? text.slice(0, kind.index).trim() : ''
  return value === '' ? { value: text.trim(), kind: '' } : { value, kind: kind![1]! }
}

/** A way as it is kept and shown. */
export const wayWords = ({ value, kind }: Way): string => (kind === '' ? value : `${value} (${kind})`)

/** The ways of a field that has one a line: addresses. */
export const linesOf = (text: string): readonly Way[] =>
  text
    .split(/[\r\n]+/)
    .map(wayOf)
    .filter(({ value }) => value !== '')

/** The mail addresses of a field that has several, parted by commas, semicolons or lines. */
export const mailsOf = (text: string): readonly Way[] =>
  text
    .split(/[,;\r\n]|:::/)
    .map(wayOf)
    .filter(({ value }) => value !== '')

/** Ways as one field keeps them, each once, the first that was there stays: mail addresses in a line, addresses one a line. */
export function waysTogether(field: 'otherMails' | 'otherAddresses', ...fields: readonly string[]): string {
  const isMail = field === 'otherMails'
  const there = new Map<string, Way[]>()
  const kept: Way[] = []
  for (const way of fields.flatMap((text) => (isMail ? mailsOf(text) : linesOf(text)))) {
    const key = wayKey(way.value)
    const same = there.get(key)
    if (same && (isMail || same.some((one) => isSameWay(one, way)))) continue
    if (same) same.push(way)
    else there.set(key, [way])
    kept.push(way)
  }
  return kept.map(wayWords).join(isMail ? ', ' : '\n')
}

/** Whether two ways are one; what stands in brackets behind both tells them apart: Frankfurt (Oder) is not Frankfurt (Main). */
export const isSameWay = (one: Way, other: Way): boolean =>
  wayKey(one.value) === wayKey(other.value) &&
  (one.kind === '' || other.kind === '' || wayKey(one.kind) === wayKey(other.kind))

/** What makes two of them the same: case, spaces and marks make no difference. */
export const wayKey = (value: string): string =>
  (value.includes('@') ? asciiAddress(value) : value)
    .toLowerCase()
    .replace(/[\s,;]+/g, ' ')
    .trim()

/** Whether all that one text names stands in another. */
export function hasWays(field: 'otherMails' | 'otherAddresses', text: string, these: string): boolean {
  const of = field === 'otherMails' ? mailsOf : linesOf
  const there = new Set(of(text).map(({ value }) => wayKey(value)))
  return of(these).every(({ value }) => there.has(wayKey(value)))
}

/** A cell with several mail addresses, parted: the first is the one that letters go to. Another text stays as it is. */
export function partedMails(text: string): { readonly email: string; readonly otherMails: string } {
  const ways = mailsOf(text)
  const [first, ...others] = ways
  if (!first || others.length === 0 || !ways.every(({ value }) => isMailAddress(asciiAddress(value))))
    return { email: text, otherMails: '' }
  return { email: first.value, otherMails: waysTogether('otherMails', ...others.map(wayWords)) }
}
