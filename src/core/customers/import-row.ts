import { asciiAddress, isMailAddress } from '../mail-address.ts'
import { streetLine } from './address.ts'
import { isCutShort, isNoValue } from '../no-value.ts'
import { cutTo, longestLine, wasCut } from '../text-length.ts'
import { furtherAddress, mailsOfLine, withLines } from './import-ways.ts'
import { keptForm } from '../greeting/form-of-address.ts'
import { languageOf } from './language.ts'
import { channelOf } from './reach.ts'
import type { MailAnswer } from './consent-column.ts'
import type { CustomerField } from './import-fields.ts'
import { longestDetail, type CustomerDetails } from './person.ts'
import { firmForName, lineName } from './line-name.ts'
import type { ColumnPhones } from './phone-cells.ts'
import { joinedPhones } from './phone-columns.ts'
import { isNumberAlone, mayBeName } from './whose-name.ts'

/** A customer as one line of a file gives it; '' where the line says nothing. */
export interface CustomerRow extends CustomerDetails {
  /** What of it is kept, alone; it changes with none of the row's copies. */
  readonly details: CustomerDetails
  readonly sourceId: string
  /** The number that Wellkept wrote with them: it tells lines of one file apart, and says nothing else. */
  readonly ownNumber: string
  /** What the line says about mail. */
  readonly mail: MailAnswer
  /** The numbers of {@link phone} by their columns, where the file has several. */
  readonly phones: readonly ColumnPhones[]
  /** Whether the line names a person or a company; otherwise `name` is the mail address. */
  readonly isNamed: boolean
}

/** What of a line is read over whole columns, not cell by cell. */
export interface LineReading {
  /** What the line says about mail. */
  readonly mail: MailAnswer
  /** Its numbers by column, where the file has several. */
  readonly phones: readonly ColumnPhones[]
  /** Its birthday, null where what stands there is none. */
  readonly birthday: string | null
}

/**
 * Reads one line. `cell` gives the trimmed text of a field, `column` the header text it is read from, undefined where the file
 * has none. A null row tells nobody apart; `messages` says what was odd.
 */
export function customerRow(
  cell: (field: CustomerField) => string,
  column: (field: CustomerField) => string | undefined,
  { mail, phones, birthday }: LineReading,
): { readonly row: CustomerRow | null; readonly messages: readonly string[] } {
  const messages: string[] = []
  const oneLine = (field: CustomerField) => cell(field).replace(/\s*[\r\n]+\s*/g, ' ')
  const kept = (what: string, text: string, longest = longestLine): string => {
    if (text.length > longest) messages.push(wasCut(what, longest))
    return cutTo(text, longest)
  }
  // What many lines share by saying nothing would make their people one.
  const ifAny = (what: string, text: string): string => {
    if (text === '' || isNoValue(text)) return ''
    if (!isCutShort(text)) return text
    messages.push(`“${text}” is a ${what} that a spreadsheet has cut short. It was left out.`)
    return ''
  }
  const lines = (field: CustomerField): readonly string[] =>
    cell(field)
      .split(/\s*[\r\n]+\s*/)
      .map((text) => ifAny('phone number', text))
  // A line of such a cell is a thing of its own: "no nuts" and "lactose" are not "no nuts lactose".
  const listed = (field: CustomerField) =>
    cell(field)
      .split(/\s*[\r\n]+\s*/)
      .map((text) => text.replace(/[;,\s]+$/, ''))
      .filter((text) => text !== '')
      .join('; ')
  const mails = mailsOfLine(listed('email'), cell('otherMails'))
  for (const one of mails.left)
    messages.push(`“${cutTo(one, 60)}” is not a mail address. It was left out of the other addresses.`)
  const textOf = (name: keyof CustomerDetails): string => {
    if (name === 'email') return ifAny('mail address', mails.email)
    if (name === 'otherMails') return mails.otherMails
    if (name === 'otherAddresses') return furtherAddress(cell, oneLine, column)
    if (name === 'birthday') return birthday ?? ''
    if (name === 'phone') return joinedPhones([...lines('phone'), ...lines('otherPhones')])
    if (name === 'street')
      return withLines(
        withHouse(streetLine(cell('street')), joinedWords(oneLine('houseNumber'), oneLine('houseExtension'))),
        cell('streetLines'),
      )
    if (name === 'formOfAddress') return joinedWords(oneLine('formOfAddress'), oneLine('honorific'))
    if (name === 'mustKnow' || name === 'preferences') return listed(name)
    return name === 'notes' ? cell('notes') : oneLine(name)
  }
  /** What a code stands for is kept; what stands for none is said and left out. */
  const coded = (
    name: 'language' | 'reachBy' | 'formOfAddress',
    what: string,
    codeOf: (text: string) => string | null,
  ): string => {
    const text = ifAny(what, textOf(name))
    const code = (text === '' ? '' : codeOf(text)) ?? ''
    if (text !== '' && code === '' && !(name === 'formOfAddress' && keptForm(text) === ''))
      messages.push(`“${cutTo(text, 60)}” was not understood as a ${what}. It was left out.`)
    return code
  }
  if (birthday === null) {
    const parts = (['birthDay', 'birthMonth', 'birthYear'] as const).map(oneLine)
    const text = oneLine('birthday') || parts.filter((part) => part !== '').join('.')
    messages.push(`“${cutTo(text, 60)}” is no birthday. It was left out.`)
  }
  const detail = (name: keyof CustomerDetails): string =>
    kept(detailWords[name] ?? name, textOf(name), longestDetail(name))
  const { name: called, firm } = nameIn(oneLine, column)
  const person = kept('name', called, longestDetail('name'))
  const company = detail('company') || kept('company', firm, longestDetail('company'))
  const email = detail('email')
  const name = person || company || email
  if (name === '')
    return {
      row: null,
      messages: ['This line has neither a name, a company nor a mail address. It was left out.'],
    }
  const hasNames = (['name', 'firstName', 'lastName'] as const).some((field) => column(field) !== undefined)
  if (person === '' && company !== '' && hasNames)
    messages.push(`No contact is named. It was kept under the company’s name, ${company}.`)
  if (person === '' && company === '')
    messages.push(`Neither a name nor a company is given. It was kept under its mail address, ${email}.`)
  if (email !== '' && !isMailAddress(asciiAddress(email)))
    messages.push(`“${email}” is not a mail address. It was kept as it is, but no mail can go there.`)
  const details: CustomerDetails = {
    name,
    company,
    email,
    title: detail('title'),
    phone: detail('phone'),
    street: detail('street'),
    city: detail('city'),
    region: detail('region'),
    postcode: detail('postcode'),
    country: detail('country'),
    notes: detail('notes'),
    mustKnow: ifAny('thing to know', detail('mustKnow')),
    otherMails: detail('otherMails'),
    otherAddresses: detail('otherAddresses'),
    birthday: detail('birthday'),
    language: coded('language', 'language', languageOf),
    reachBy: coded('reachBy', 'way to be reached', channelOf),
    preferences: detail('preferences'),
    formOfAddress: coded('formOfAddress', 'form of address', keptForm),
  }
  return {
    messages,
    row: {
      ...details,
      details,
      isNamed: person !== '' || company !== '',
      ownNumber: oneLine('ownNumber'),
      sourceId: kept('number', ifAny('number', numberIn(oneLine, column))),
      mail,
      phones,
    },
  }
}

/** The details whose name is not their word. */
const detailWords: Readonly<Partial<Record<keyof CustomerDetails, string>>> = {
  email: 'mail address',
  mustKnow: 'thing to know',
  otherMails: 'list of other mail addresses',
  otherAddresses: 'list of other addresses',
}

type Read = (field: CustomerField) => string
type ColumnOf = (field: CustomerField) => string | undefined

/** A name among the numbers of a column that may have both. */
function strayName(oneLine: Read, column: ColumnOf): string {
  const [from, text] = [column('sourceId'), oneLine('sourceId')]
  const isNamed = (['name', 'lastName', 'company'] as const).some((field) => column(field) !== undefined)
  if (from === undefined || !mayBeName(from) || isNamed) return ''
  return /\p{Ll}/u.test(text) && !isNumberAlone(text) ? text : ''
}

const numberIn = (oneLine: Read, column: ColumnOf): string =>
  strayName(oneLine, column) === '' ? oneLine('sourceId') : ''

/** Who a line names; `firm` is what stands in the place of the name of somebody to ask for there. */
function nameIn(oneLine: Read, column: ColumnOf): { readonly name: string; readonly firm: string } {
  const stray = strayName(oneLine, column)
  const parts = {
    whole: stray || oneLine('name'),
    first: oneLine('firstName'),
    middle: oneLine('middleName'),
    prefix: oneLine('namePrefix'),
    last: oneLine('lastName'),
  }
  const columns = { whole: column(stray === '' ? 'name' : 'sourceId'), last: column('lastName') }
  const firm = firmForName(parts, oneLine('company'), columns)
  const person = firm === '' ? parts : { ...parts, whole: '', prefix: '', last: '' }
  return { name: lineName(person, columns), firm }
}

/** The name and number alone of a line; '' where it has none. */
export function namedIn(cell: Read, column: ColumnOf): { readonly name: string; readonly number: string } {
  const oneLine = (field: CustomerField) => cell(field).replace(/\s*[\r\n]+\s*/g, ' ')
  const name = nameIn(oneLine, column).name || oneLine('company')
  return { name: cutTo(name, longestLine), number: numberIn(cell, column) }
}

/** Some programs keep the house's number in a column of its own. */
const joinedWords = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')

const withHouse = (street: string, number: string): string =>
  number === '' || street === '' || street.endsWith(` ${number}`) ? street : `${street} ${number}`
