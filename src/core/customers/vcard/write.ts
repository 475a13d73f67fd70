import type { CustomerDetails } from '../person.ts'
import { numbersIn } from '../phones.ts'
import { linesOf, mailsOf, wayOf, type Way } from '../ways.ts'
import { faxAmongPhones, notCalled, type ownProperties } from './columns.ts'

/** The versions that are written: 4.0 (RFC 6350), and 3.0 (RFC 2426) for programs that know no other. */
export const cardVersions = ['4.0', '3.0'] as const
export type CardVersion = (typeof cardVersions)[number]

/** Whom a card is of. */
export interface CardPerson extends CustomerDetails {
  /** Ours: by it an import tells two of one name in one file apart, and knows nobody. */
  readonly id: number
  readonly sourceId: string
  /** What they said about mail; '' where nobody asked. */
  readonly newsletter: '' | 'yes' | 'no'
}

/** One customer as an address card, its lines folded at 75 bytes and ended with CR LF. */
export function cardOf(person: CardPerson, version: CardVersion): string {
  const { name, company, title, email, birthday, language, notes } = person
  const isFirm = name === company
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `FN:${escaped(name)}`,
    // 3.0 demands it; the parts of a name are not known, so all of it is the family name's.
    ...(version === '3.0' ? [`N:${escaped(name)};;;;`] : []),
    ...(isFirm && version === '4.0' ? ['KIND:org'] : []),
    ...text('ORG', company),
    ...text('TITLE', title),
    ...(email === '' ? [] : [way('EMAIL', { value: email, kind: '' }, version, true)]),
    ...mailsOf(person.otherMails).map((one) => way('EMAIL', one, version, false)),
    ...phonesOf(person.phone).map((one, i) => way('TEL', one, version, i === 0)),
    ...address(person, version),
    ...linesOf(person.otherAddresses).map((one) => furtherAddress(one)),
    ...(birthday === '' ? [] : [birthdayLine(birthday, version)]),
    ...(language === '' || version === '3.0' ? [] : [`LANG:${language}`]),
    ...(phonesOf(person.phone).some(({ kind }) => notCalled.test(kind)) ? [`${faxAmongPhones}:yes`] : []),
    ...own(person, version),
    ...text('NOTE', notes),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A property with a text, folded, with its line end. */
export const property = (name: string, value: string): string => `${folded(`${name}:${escaped(value)}`)}\r\n`

/** A value in which commas, semicolons, lines and backslashes are themselves. */
const escaped = (value: string): string =>
  value
    .replace(/[\\,;]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // Other control characters end a line in some programs.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')

const text = (property: string, value: string): readonly string[] =>
  value === '' ? [] : [`${property}:${escaped(value)}`]

/** The types of our kinds; others become a label of their own. */
const types: Readonly<Record<string, string>> = { work: 'work', home: 'home', mobile: 'cell' }

function way(property: string, { value, kind }: Way, version: CardVersion, isFirst: boolean): string {
  const type = types[kind]
  const pref = isFirst ? (version === '4.0' ? ';PREF=1' : ';TYPE=pref') : ''
  const line = `${property}${type === undefined ? '' : `;TYPE=${type}`}${pref}:${escaped(value)}`
  return type === undefined && kind !== '' ? labelled(line, kind) : line
}

/** A way with a word of its own, as Apple's address book groups it; the group's name only has to differ within the card. */
function labelled(line: string, kind: string): string {
  const group = `item${[...line].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7)}`
  return `${group}.${line}\r\n${group}.X-ABLABEL:${escaped(kind)}`
}

/** The phones of a field, each with its kind; one that is no list of numbers stays whole. */
function phonesOf(phone: string): readonly Way[] {
  if (phone === '') return []
  const each = phone.split(/,|\n/).map((part) => wayOf(part))
  return each.every(({ value }) => numbersIn(value).length === 1) ? each : [{ value: phone, kind: '' }]
}

function address(person: CardPerson, version: CardVersion): readonly string[] {
  const { street, city, region, postcode, country } = person
  const parts = ['', '', street, city, region, postcode, country]
  // Empty, it keeps another address from being taken for it.
  if (parts.every((part) => part === '') && person.otherAddresses === '') return []
  return [`ADR${version === '4.0' ? ';PREF=1' : ';TYPE=pref'}:${parts.map(escaped).join(';')}`]
}

/** Another address is kept in one line, whose parts nobody can tell: all of it stands in the street. */
const furtherAddress = ({ value, kind }: Way): string => {
  const line = `ADR${types[kind] === undefined ? '' : `;TYPE=${types[kind]}`}:;;${escaped(value)};;;;`
  return types[kind] === undefined && kind !== '' ? labelled(line, kind) : line
}

/** 3.0 knows no birthday without a year; Apple's year 1604 is what programs read. */
const birthdayLine = (birthday: string, version: CardVersion): string => {
  if (version === '4.0')
    return `BDAY:${birthday.startsWith('--') ? birthday.replace(/-(\d\d)$/, '$1') : birthday.replaceAll('-', '')}`
  return birthday.startsWith('--')
    ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604${birthday.slice(1)}`
    : `BDAY:${birthday}`
}

function own(person: CardPerson, version: CardVersion): readonly string[] {
  const values: Readonly<Record<keyof typeof ownProperties, string>> = {
    'X-WELLKEPT-MUST-KNOW': person.mustKnow,
    'X-WELLKEPT-LANGUAGE': version === '3.0' ? person.language : '',
    'X-WELLKEPT-REACH-BY': person.reachBy,
    'X-WELLKEPT-PREFERENCES': person.preferences,
    'X-WELLKEPT-FORM-OF-ADDRESS': person.formOfAddress,
    'X-WELLKEPT-NUMBER': person.sourceId,
    'X-WELLKEPT-ID': String(person.id),
    'X-WELLKEPT-NEWSLETTER': person.newsletter,
  }
  return Object.entries(values).flatMap(([property, value]) => text(property, value))
}

const bytesOf = (letter: string): number => {
  const code = letter.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Lines of at most 75 bytes, never parted within a character (RFC 6350, 3.2). */
function folded(lines: string): string {
  return lines
    .split('\r\n')
    .map((line) => {
      let [out, length] = ['', 0]
      for (const letter of line) {
        if (length + bytesOf(letter) > 75) {
          out += '\r\n '
          length = 1
        }
        out += letter
        length += bytesOf(letter)
      }
      return out
    })
    .join('\r\n')
}
