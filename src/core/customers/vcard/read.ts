import { asCell } from '../../import/mapping.ts'
import type { TableRow } from '../../import/records.ts'
import { hasPhones } from '../phone-columns.ts'
import { waysTogether, wayWords, type Way } from '../ways.ts'
import { cardColumns, faxAmongPhones, notCalled, ownProperties, type CardColumn } from './columns.ts'
import { componentsOf, textOf, type Card, type Property } from './lines.ts'

/** Reads one card as a line of a table with {@link cardColumns}. Whatever is words and has no column stands in the notes. */
export function cardRow({ line, properties }: Card): TableRow {
  const all = (name: string) => properties.filter((one) => one.name === name && one.value.trim() !== '')
  const cells: Partial<Record<CardColumn, string>> = {}
  const notes: string[] = all('NOTE').map(({ value }) => textOf(value))
  const [company, ...companies] = all('ORG').map(({ value }) => joined(componentsOf(value)))
  const [title, ...titles] = [...all('TITLE'), ...all('ROLE')].map(({ value }) => textOf(value))
  cells.Name = nameOf(properties, company ?? '')
  cells.Company = company ?? ''
  cells.Position = title ?? ''
  const [mail, ...mails] = waysOf(all('EMAIL'), properties, (value) => value.replace(/^mailto:/i, ''))
  cells['Mail address'] = mail?.value ?? ''
  cells['Other mail addresses'] = waysTogether('otherMails', ...mails.map(wayWords))
  const phones = waysOf(all('TEL'), properties, phoneText)
  // Wellkept's own cards say that a fax stood among the phones.
  const isPhone = ({ kind }: Way) => !notCalled.test(kind) || all(faxAmongPhones).length > 0
  cells.Phone = phonesOnce(phones.filter(isPhone)).map(wayWords).join(', ')
  const [address, ...addresses] = byPlace(all('ADR'), properties)
  Object.assign(cells, addressCells(address?.value ?? ''))
  cells['Other addresses'] = waysTogether(
    'otherAddresses',
    ...addresses.map(({ value, kind }) => wayWords({ value: addressWords(value), kind })),
  )
  cells.Birthday = birthdayText(all('BDAY')[0])
  cells.Language = textOf(byPreference(all('LANG'))[0]?.value ?? '')
  for (const [name, column] of Object.entries(ownProperties)) {
    const [own] = all(name)
    if (own) cells[column] = textOf(own.value)
  }
  const lines = [
    ...companies.map((one) => `Company: ${one}`),
    ...new Set(titles.filter((one) => one !== title).map((one) => `Position: ${one}`)),
    ...phones.filter((way) => !isPhone(way)).map(({ value, kind }) => `${capital(kind)}: ${value}`),
    ...properties.flatMap((one) => noteOf(one, properties)),
  ]
  cells.Notes = [...notes, ...new Set(lines)].join('\n')
  return { line, cells: cardColumns.map((column) => asCell(cells[column] ?? '')) }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

/** The whole name, or one put together of its parts: family, given, further, before, behind. A firm's card has no name of its own. */
function nameOf(properties: readonly Property[], company: string): string {
  const valueOf = (name: string) => properties.find((one) => one.name === name)?.value ?? ''
  const whole = textOf(valueOf('FN')).replace(/\s+/g, ' ')
  const isFirm = valueOf('KIND').toLowerCase() === 'org' || valueOf('X-ABSHOWAS').toLowerCase() === 'company'
  if (isFirm || (whole !== '' && whole === company)) return ''
  if (whole !== '') return whole
  const [family = '', given = '', further = '', before = '', behind = ''] = componentsOf(valueOf('N'))
  return [before, given, further.replaceAll(',', ' '), family, behind]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
}

const typesOf = ({ params }: Property): readonly string[] =>
  (params.get('TYPE') ?? []).map((type) => type.toLowerCase())

/** Behind whatever says that it is preferred (PREF=1 to 100 in 4.0, the type before). */
const leastPreferred = 101

function rankOf(one: Property): number {
  const [pref] = one.params.get('PREF') ?? []
  if (pref !== undefined && /^\d{1,3}$/.test(pref)) return Number(pref)
  return typesOf(one).includes('pref') ? 0 : leastPreferred
}

const byPreference = (properties: readonly Property[]): readonly Property[] =>
  properties.toSorted((a, b) => rankOf(a) - rankOf(b))

/** Types that say what kind of way it is, the most telling first; others (voice, internet, x400) say nothing an owner needs. */
const kinds: Readonly<Record<string, string>> = {
  fax: 'fax',
  pager: 'pager',
  cell: 'mobile',
  car: 'car',
  work: 'work',
  home: 'home',
}

/** Each value once, with its kind: the label that its group gives it, else its types. */
function waysOf(
  all: readonly Property[],
  properties: readonly Property[],
  read: (value: string) => string,
): readonly Way[] {
  const ways = byPreference(all).map((one) => {
    const label = properties.find(
      ({ name, group }) => name === 'X-ABLABEL' && group !== '' && group === one.group,
    )
    const types = typesOf(one)
    const kind = Object.keys(kinds).find((type) => types.includes(type))
    return {
      value: read(one.name === 'ADR' ? one.value : textOf(one.value)).trim(),
      kind: label ? labelText(label.value) : kind === undefined ? '' : kinds[kind]!,
    }
  })
  return ways.filter(({ value }, i) => value !== '' && ways.findIndex((one) => one.value === value) === i)
}

/** One number written for at home and from abroad is one; its kind stays. */
function phonesOnce(phones: readonly Way[]): readonly Way[] {
  const kept: Way[] = []
  for (const way of phones) {
    const at = kept.findIndex(({ value }) => hasPhones(value, way.value) && hasPhones(way.value, value))
    if (at < 0) kept.push(way)
    else if (kept[at]!.kind === '') kept[at] = { ...kept[at]!, kind: way.kind }
  }
  return kept
}

/** Apple's own labels stand in marks: `_$!<HomeFAX>!$_`. */
const labelText = (value: string): string =>
  textOf(value)
    .replace(/^_\$!<(.*)>!\$_$/s, '$1')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 30)

/** `tel:+1-418-656-9254;ext=102` (RFC 3966). */
const phoneText = (value: string): string =>
  value
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+)/i, ' ext. $1')
    .replace(/;.*$/s, '')

/** The preferred address first, else that at home, else the first. */
function byPlace(all: readonly Property[], properties: readonly Property[]): readonly Way[] {
  const ways = waysOf(all, properties, (value) => value)
  if (all.some((one) => rankOf(one) < leastPreferred)) return ways
  return [...ways.filter(({ kind }) => kind === 'home'), ...ways.filter(({ kind }) => kind !== 'home')]
}

function addressParts(value: string) {
  const [box = '', further = '', street = '', city = '', region = '', postcode = '', country = ''] =
    componentsOf(value).map((part) => part.replace(/[\s,]*\n[\s,]*/g, ', ').replace(/,\s*$/, ''))
  return { street: joined([street, further, box]), city, region, postcode, country }
}

function addressCells(value: string): Partial<Record<CardColumn, string>> {
  const { street, city, region, postcode, country } = addressParts(value)
  return { Street: street, City: city, Region: region, Postcode: postcode, Country: country }
}

function addressWords(value: string): string {
  const { street, city, region, postcode, country } = addressParts(value)
  return joined([street, `${postcode} ${city}`.trim(), region, country])
}

/** Without its year where the program says so: `BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14`. */
function birthdayText(birthday: Property | undefined): string {
  if (!birthday) return ''
  const text = textOf(birthday.value).replace(/^(-{0,2}[\d-]+)T.*$/, '$1')
  const omitted = birthday.params.get('X-APPLE-OMIT-YEAR')?.[0]
  return omitted !== undefined && text.startsWith(omitted) ? `-${text.slice(omitted.length)}` : text
}

/** What has no field of its own and is worth keeping, as the notes call it. */
const noted: Readonly<Record<string, string>> = {
  NICKNAME: 'Nickname',
  URL: 'Web',
  ANNIVERSARY: 'Anniversary',
  'X-ANNIVERSARY': 'Anniversary',
  'X-MS-ANNIVERSARY': 'Anniversary',
  'X-EVOLUTION-ANNIVERSARY': 'Anniversary',
  'X-ABDATE': 'Date',
  'X-ABRELATEDNAMES': 'Related',
  RELATED: 'Related',
  'X-SPOUSE': 'Spouse',
  'X-EVOLUTION-SPOUSE': 'Spouse',
  'X-MS-SPOUSE': 'Spouse',
  'X-ASSISTANT': 'Assistant',
  'X-MS-ASSISTANT': 'Assistant',
  'X-MANAGER': 'Manager',
  'X-MS-MANAGER': 'Manager',
  IMPP: 'Messenger',
  'X-SKYPE': 'Skype',
  'X-SKYPE-USERNAME': 'Skype',
  'X-MS-IMADDRESS': 'Messenger',
  'X-JABBER': 'Jabber',
  'X-AIM': 'AIM',
  'X-ICQ': 'ICQ',
  'X-MSN': 'MSN',
  'X-YAHOO': 'Yahoo',
  'X-SOCIALPROFILE': 'Profile',
  HOBBY: 'Hobby',
  INTEREST: 'Interest',
  EXPERTISE: 'Expertise',
  CATEGORIES: 'Groups',
}

/** Groups that programs put everybody in. */
const everybodys = /^(?:\*?\s*my\s*contacts|contacts|starred in android)$/i

function noteOf(one: Property, properties: readonly Property[]): readonly string[] {
  const what = noted[one.name]
  const value = textOf(one.value).replace(/\s*\n\s*/g, ', ')
  if (what === undefined || value === '') return []
  if (one.name === 'CATEGORIES') {
    const groups = value.split(/\s*,\s*/).filter((group) => !everybodys.test(group))
    return groups.length === 0 ? [] : [`${what}: ${groups.join(', ')}`]
  }
  const label = properties.find(
    ({ name, group }) => name === 'X-ABLABEL' && group !== '' && group === one.group,
  )
  return [`${label ? capital(labelText(label.value)) : what}: ${value}`]
}

const valueIn = ({ properties }: Card, name: string): string =>
  properties.find((one) => one.name === name)?.value.trim() ?? ''

/** Whether a card is of a group of people (RFC 6350, 6.1.4; Apple's in 3.0), and of nobody itself. */
export const isGroup = (card: Card): boolean =>
  [valueIn(card, 'KIND'), valueIn(card, 'X-ADDRESSBOOKSERVER-KIND')].some(
    (kind) => kind.toLowerCase() === 'group',
  )

/** What a card of a group is, by its name. */
export const groupWords = (card: Card): string =>
  `“${textOf(valueIn(card, 'FN')) || textOf(valueIn(card, 'N'))}” is a group of people, and nobody itself.`

/** Pictures, sounds and keys, which are no words. */
const media: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/** Whether a card has something that is not kept. */
export const hasMedia = ({ properties }: Card): boolean => properties.some(({ name }) => media.has(name))
