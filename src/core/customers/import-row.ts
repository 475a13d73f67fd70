import { isMailAddress } from '../newsletter/address.ts'
import { consentOf, type Consent } from './consent.ts'
import { cutTo, longestLine, wasCut } from '../text-length.ts'
import { longestDetail, type CustomerDetails } from './person.ts'

/** A customer as one line of a file gives it; '' where the line says nothing. */
export interface CustomerRow extends CustomerDetails {
  readonly sourceId: string
  readonly consent: Consent
  /** Whether the line names a person; otherwise `name` is the company or the mail address. */
  readonly namesPerson: boolean
}

/**
 * Reads one line. `cell` gives the trimmed text of a field, `mapped` whether the file has a column for it.
 * Null means that the line tells nobody apart; `messages` says what was odd.
 */
export function customerRow(
  cell: (field: string) => string,
  mapped: (field: string) => boolean,
): { readonly row: CustomerRow | null; readonly messages: readonly string[] } {
  const messages: string[] = []
  const oneLine = (field: string) => cell(field).replace(/\s*[\r\n]+\s*/g, ' ')
  const kept = (what: string, text: string, longest = longestLine): string => {
    if (text.length > longest) messages.push(wasCut(what, longest))
    return cutTo(text, longest)
  }
  const textOf = (name: keyof CustomerDetails): string => {
    if (name === 'street') return withHouse(cell('street'), oneLine('houseNumber'))
    return name === 'notes' ? cell('notes') : oneLine(name)
  }
  const detail = (name: keyof CustomerDetails): string =>
    kept(name === 'email' ? 'mail address' : name, textOf(name), longestDetail(name))
  const parts = ['firstName', 'middleName', 'lastName'].map(oneLine).filter((part) => part !== '')
  const person = detail('name') || kept('name', parts.join(' '))
  const company = detail('company')
  const email = detail('email')
  const name = person || company || email
  if (name === '')
    return {
      row: null,
      messages: ['This line has neither a name, a company nor a mail address. It was left out.'],
    }
  if (person === '' && company !== '' && ['name', 'firstName', 'lastName'].some(mapped))
    messages.push(`No contact is named. It was kept under the company’s name, ${company}.`)
  if (person === '' && company === '')
    messages.push(`Neither a name nor a company is given. It was kept under its mail address, ${email}.`)
  if (email !== '' && !isMailAddress(email))
    messages.push(`“${email}” is not a mail address. It was kept as it is, but no mail can go there.`)
  const consent = consentOf(cell('consent'))
  if (consent === null)
    messages.push(`“${cell('consent')}” was not understood as an answer about mail. It counts as not asked.`)
  return {
    messages,
    row: {
      name,
      namesPerson: person !== '',
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
      sourceId: kept('number', oneLine('sourceId')),
      consent: consent ?? 'unasked',
    },
  }
}

/** Some programs keep the house's number in a column of its own. */
const withHouse = (street: string, number: string): string =>
  number === '' || street === '' || street.endsWith(` ${number}`) ? street : `${street} ${number}`
