import { addressWords, hasAddress, type PostalAddress } from './address.ts'
import { longestDetail, mailKeys, type CustomerDetails } from './person.ts'
import { joinedPhones, partsOfCell } from './phone-columns.ts'
import { isSameWay, linesOf, mailsOf, wayKey, wayOf, waysTogether, wayWords } from './ways.ts'

/** What somebody may have several of: where two people, or two lines of a file, are one, both have their part. */
export const joinedFields = [
  'phone',
  'otherMails',
  'otherAddresses',
  'mustKnow',
  'preferences',
  'notes',
] as const
export type JoinedField = (typeof joinedFields)[number]

export const isJoined = (field: string): field is JoinedField => joinedFields.some((one) => one === field)

/** What two say of a field together, however long; the first comes first, and what both say stands once. */
export function together(field: JoinedField, first: string, second: string): string {
  switch (field) {
    case 'phone':
      return joinedPhones([first, second])
    case 'otherMails':
    case 'otherAddresses':
      return waysTogether(field, first, second)
    case 'mustKnow':
    case 'preferences':
      return partsTogether(first, second)
    case 'notes':
      if (second === '' || hasText(first, second)) return first
      return first === '' || hasText(second, first) ? second : `${first}\n${second}`
  }
}

/** "Nuts" stands in neither "walnuts" nor "no nuts": only the same is left out, for somebody may get ill of it. */
function partsTogether(first: string, second: string): string {
  const keyOf = (part: string) => part.toLowerCase().replace(/\s+/g, ' ')
  const parts = (text: string) =>
    text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const missing = (text: string, from: string) => {
    const there = new Set(parts(text).map(keyOf))
    return parts(from).filter((part) => !there.has(keyOf(part)))
  }
  const more = missing(first, second)
  if (more.length === 0) return first
  return missing(second, first).length === 0 ? second : `${first}; ${more.join('; ')}`
}

/** Whether a text stands in another as whole words. */
export function hasText(text: string, these: string): boolean {
  for (let at = text.indexOf(these); at >= 0; at = text.indexOf(these, at + 1)) {
    const around = [text[at - 1] ?? '', text[at + these.length] ?? '']
    if (!around.some((sign) => /[\p{L}\p{M}\p{N}]/u.test(sign))) return true
    if (these === '') return true
  }
  return false
}

/** Mail addresses beside the one that letters go to, each once, with another that was that before. */
export function furtherMails(mails: string, email: string, another = ''): string {
  const first = new Set(mailKeys(email))
  const there = new Set<string>()
  const kept = mailsOf(`${mails}, ${another}`).filter(({ value }) => {
    const keys = mailKeys(value)
    const key = keys.join(' ') || wayKey(value)
    const isFirst = keys.length === 0 ? wayKey(value) === wayKey(email) : keys.every((one) => first.has(one))
    if (isFirst || there.has(key)) return false
    there.add(key)
    return true
  })
  return waysTogether('otherMails', kept.map(wayWords).join(', '))
}

/** Addresses beside the one that letters go to, each once, with another that was that before. */
export function furtherAddresses(addresses: string, first: PostalAddress, another?: PostalAddress): string {
  const main = wayOf(addressWords(first))
  const more = another && !hasAddress(first, another) ? addressWords(another) : ''
  const kept = linesOf(`${addresses}\n${more}`).filter((way) => !isSameWay(way, main))
  return waysTogether('otherAddresses', kept.map(wayWords).join('\n'))
}

/** A field as far as it takes whole numbers, addresses or sentences, and what it does not take. */
interface Fitted {
  readonly value: string
  readonly rest: string
}

/** Cuts nothing: what has no room in a field goes elsewhere whole. */
export function fitted(field: JoinedField, value: string): Fitted {
  const longest = longestDetail(field)
  if (value.length <= longest) return { value, rest: '' }
  const [parts, between] = partsOf(field, value)
  let length = -between.length
  const fits = parts.findIndex((part) => (length += between.length + part.length) > longest)
  return { value: parts.slice(0, fits).join(between), rest: parts.slice(fits).join(between) }
}

function partsOf(field: JoinedField, value: string): readonly [readonly string[], string] {
  switch (field) {
    case 'phone':
      return [partsOfCell(value), ', ']
    case 'otherMails':
      return [mailsOf(value).map(wayWords), ', ']
    case 'otherAddresses':
      return [linesOf(value).map(wayWords), '\n']
    case 'mustKnow':
    case 'preferences':
      return [value.split('; '), '; ']
    case 'notes':
      return [value.split('\n'), '\n']
  }
}

const restWords: Readonly<Partial<Record<keyof CustomerDetails, string>>> = {
  phone: 'More phones',
  otherMails: 'More mail addresses',
  otherAddresses: 'More addresses',
  mustKnow: 'Must know',
  preferences: 'Preferences',
}

/** What has no room in its field, as the notes say it. */
export const restInNotes = (field: JoinedField, rest: string): string =>
  field === 'notes' ? rest : `${restWords[field]}: ${rest.replaceAll('\n', ' / ')}`

/** Says of what not all had room in its field; '' where all had. */
export function inNotesWords(fields: readonly JoinedField[]): string {
  const words = fields.map((field) => longWords[field])
  return words.length === 0
    ? ''
    : `. Too long for its field, the rest stands in the notes: ${words.join(', ')}`
}

const longWords: Readonly<Record<JoinedField, string>> = {
  phone: 'phones',
  otherMails: 'other mail addresses',
  otherAddresses: 'other addresses',
  mustKnow: 'must know',
  preferences: 'preferences',
  notes: 'notes',
}
