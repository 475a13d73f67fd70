import { fold, identity } from '../fold.ts'
import { areBornApart } from './birthday.ts'
import { everSaid } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import type { Known } from './known.ts'
import { sameName, type NameKey } from './names.ts'
import { detailNames, mailKey, mailKeys, type CustomerDetails } from './person.ts'
import { phonesContradict } from './phone-cells.ts'
import { sharePhone, tellingPhones, type Phone } from './phones.ts'
import { hasWays } from './ways.ts'

/** A customer as rows are compared with them. */
export interface Entry {
  readonly known: Known
  /** Who a line about them is about: themselves, or whom they were merged into. */
  readonly person: Known
  readonly name: NameKey
  readonly earlierNames: readonly NameKey[]
  readonly mails: readonly string[]
  readonly phones: readonly Phone[]
  readonly cities: readonly string[]
  readonly companies: readonly string[]
}

/** A row likewise. */
export interface Asked {
  readonly row: CustomerRow
  readonly name: NameKey
  readonly mails: readonly string[]
  readonly phones: readonly Phone[]
  readonly city: string
  readonly company: string
}

export const firmOf = (company: string): string => (company === '' ? '' : identity(company) || company)

export const said = ({ memory, details }: Known, field: keyof CustomerDetails): readonly string[] =>
  everSaid(memory, field, details[field])

/** Every phone known to have been theirs, one a line; with that of this file also where another was kept. */
export const everyPhone = (known: Known): string =>
  [...said(known, 'phone'), known.here?.phone ?? ''].filter((phone) => phone !== '').join('\n')

/**
 * What is compared with few is worked out when it is first asked for. Getters of a class, as those of plain objects take ten times the
 * room, and there is one for everybody on file and in the file.
 */
class LazyEntry implements Entry {
  readonly known: Known
  readonly person: Known
  readonly name: NameKey
  readonly earlierNames: readonly NameKey[]
  readonly mails: readonly string[]
  #phones: readonly Phone[] | null = null
  #cities: readonly string[] | null = null
  #companies: readonly string[] | null = null

  constructor(known: Known, person: Known, keyOf: (name: string) => NameKey) {
    const [present, ...earlier] = said(known, 'name')
    this.known = known
    this.person = person
    this.name = keyOf(present!)
    this.earlierNames = earlier.length === 0 ? none : earlier.filter((before) => before !== '').map(keyOf)
    this.mails = mailsOfKnown(known)
  }

  get phones(): readonly Phone[] {
    return (this.#phones ??= said(this.known, 'phone').flatMap(tellingPhones))
  }

  get cities(): readonly string[] {
    return (this.#cities ??= said(this.known, 'city').map(fold))
  }

  get companies(): readonly string[] {
    return (this.#companies ??= said(this.known, 'company').map(firmOf))
  }
}

const none: readonly never[] = []

export const entryOf = (known: Known, person: Known, keyOf: (name: string) => NameKey): Entry =>
  new LazyEntry(known, person, keyOf)

/** Every address known to have been theirs, as it is compared; '' where there was none. */
const mailsOfKnown = (known: Known): readonly string[] => {
  const first = said(known, 'email').map(mailKey)
  const others = said(known, 'otherMails')
  return others.length === 1 && others[0] === '' ? first : [...first, ...others.flatMap(mailKeys)]
}

/** The addresses of a row likewise, those that are any. */
export function mailsOfRow({
  email,
  otherMails,
}: Pick<CustomerDetails, 'email' | 'otherMails'>): readonly string[] {
  const first = mailKey(email)
  const others = otherMails === '' ? [] : mailKeys(otherMails).filter((key) => key !== first)
  return first === '' ? others : [first, ...others]
}

/** A row as it is compared, read when it is asked for, as {@link LazyEntry} is. */
class LazyAsked implements Asked {
  readonly row: CustomerRow
  readonly name: NameKey
  readonly mails: readonly string[]
  readonly company: string
  #phones: readonly Phone[] | null = null
  #city: string | null = null

  constructor(row: CustomerRow, keyOf: (name: string) => NameKey) {
    this.row = row
    this.name = keyOf(row.name)
    this.mails = mailsOfRow(row)
    this.company = firmOf(row.company)
  }

  get phones(): readonly Phone[] {
    return (this.#phones ??= tellingPhones(this.row.phone))
  }

  get city(): string {
    return (this.#city ??= fold(this.row.city))
  }
}

export const askedOf = (row: CustomerRow, keyOf: (name: string) => NameKey): Asked =>
  new LazyAsked(row, keyOf)

/**
 * Two whole birthdays are a father and his son, whatever else they share. Only under one number, with an address or a phone of theirs
 * and none that contradicts, was a birthday put right.
 */
export function isBornApart(entry: Entry, asked: Asked): boolean {
  const { known } = entry
  const { birthday, sourceId } = asked.row
  if (birthday === '') return false
  const theirs = said(known, 'birthday')
  if (theirs.includes(birthday) || !theirs.some((one) => areBornApart(one, birthday))) return false
  return sourceId === '' || sourceId !== known.sourceId || !isLike(entry, asked)
}

/** Two lines of one file are one person only where number, mail, phone and birthday do not contradict: the file means two. */
export function isOneHere({ known: { here } }: Entry, { row, mails, phones }: Asked): boolean {
  if (!here) return true
  if (here.ownNumber !== '' && row.ownNumber !== '' && here.ownNumber !== row.ownNumber) return false
  if (areBornApart(here.details.birthday, row.birthday)) return false
  if (here.sourceId !== '' && row.sourceId !== '' && here.sourceId !== row.sourceId) return false
  if (here.email !== row.email && compare(mailsOfRow(here.details), mails) === 'differ') return false
  if (here.phone === row.phone) return true
  return (
    comparePhones(tellingPhones(here.phone), phones) !== 'differ' &&
    !phonesContradict(here.phones, row.phones)
  )
}

/** Every program counts from 1: one number and one name are two people where the rest differs, and more than in one thing. */
export function isAnother({ mails, phones, cities, companies }: Entry, asked: Asked): boolean {
  if (asked.company !== '' && companies.includes(asked.company)) return false
  const signs = [
    compare(mails, asked.mails),
    comparePhones(phones, asked.phones),
    compareOne(cities, asked.city),
  ]
  return !signs.includes('same') && signs.filter((sign) => sign === 'differ').length > 1
}

/** Same name and company: is there anything that speaks against one person? */
export function couldBe({ known, phones: theirs, mails, cities }: Entry, asked: Asked): boolean {
  const { row } = asked
  const phones = comparePhones(theirs, asked.phones)
  if (known.sourceId !== '' && row.sourceId !== '' && known.sourceId !== row.sourceId)
    return phones === 'same' && known.here === null
  if (phones === 'same') return true
  if (phones === 'differ' || compare(mails, asked.mails) === 'differ') return false
  return row.company !== '' || compareOne(cities, asked.city) !== 'differ'
}

/** Whether address or phone speak for one person, and neither for another. */
export function isLike({ mails, phones }: Entry, asked: Asked): boolean {
  const signs = [compare(mails, asked.mails), comparePhones(phones, asked.phones)]
  return signs.includes('same') && !signs.includes('differ')
}

/** What of a customer's addresses and numbers is not a row's, where the row has another one of that kind. */
export function apart({ mails, phones }: Entry, asked: Asked): Pick<Entry, 'mails' | 'phones'> {
  const others = phones.filter((one) => !sharePhone([one], asked.phones))
  const isNewPhone = asked.phones.some((one) => !sharePhone([one], phones))
  const isNewMail = asked.mails.length > 0 && !asked.mails.some((mail) => mails.includes(mail))
  return {
    mails: isNewMail ? mails.filter((mail) => mail !== '') : [],
    phones: isNewPhone ? others : [],
  }
}

/** Whether a row speaks against a customer by an address or a number of each. */
export function isApart(entry: Entry, asked: Asked): boolean {
  const { mails, phones } = apart(entry, asked)
  return mails.length + phones.length > 0
}

type Sign = 'same' | 'differ' | 'unknown'

function compare(known: readonly string[], these: readonly string[]): Sign {
  if (these.length === 0 || known.every((one) => one === '')) return 'unknown'
  return these.some((one) => known.includes(one)) ? 'same' : 'differ'
}

const compareOne = (known: readonly string[], value: string): Sign =>
  compare(known, value === '' ? [] : [value])

export function comparePhones(known: Entry['phones'], phones: Asked['phones']): Sign {
  if (known.length === 0 || phones.length === 0) return 'unknown'
  return sharePhone(known, phones) ? 'same' : 'differ'
}

export const saysNothingNew = (known: Pick<Known, 'details' | 'sourceId'>, row: CustomerRow): boolean =>
  (row.sourceId === '' || row.sourceId === known.sourceId) &&
  detailNames.every((name) => isSaid(known, row, name))

/** Whether a line's value stands there or is blank; a name, an address and a phone however they are written. */
export function isSaid(
  { details }: Pick<Known, 'details'>,
  row: CustomerRow,
  name: keyof CustomerDetails,
): boolean {
  if (row[name] === '' || row[name] === details[name]) return true
  if (name === 'name') return sameName(row.name, details.name)
  if (name === 'email') return mailKey(row.email) !== '' && mailKey(row.email) === mailKey(details.email)
  if (name === 'otherMails' || name === 'otherAddresses') return hasWays(name, details[name], row[name])
  return name === 'phone' && sharePhone(tellingPhones(row.phone), tellingPhones(details.phone))
}
