import { identity } from '../fold.ts'
import { isNoValue } from '../no-value.ts'
import type { CustomerDetails } from './person.ts'

/** What a postal address is made of. It goes as a whole: parts of two make a place where nobody lives. */
export const addressParts = ['street', 'postcode', 'city', 'region', 'country'] as const
export type AddressPart = (typeof addressParts)[number]

/** The address that letters go to; each part '' where nothing is known. */
export type PostalAddress = Pick<CustomerDetails, AddressPart>

export const isAddressPart = (field: string): field is AddressPart =>
  addressParts.some((part) => part === field)

/** A street is one line, in forms and on labels; its own lines are parted by commas, as in address cards. Empty lines part nothing. */
export const streetLine = (text: string): string =>
  /[\r\n]/.test(text)
    ? text
        .replace(/[\s,]*[\r\n]+[\s,]*/g, '\n')
        .replace(/^\n|\n$/g, '')
        .replaceAll('\n', ', ')
    : text

/** An address in one line, without what it does not say: `Weg 1, 50667 Köln, DE`. */
export function addressWords({ street, postcode, city, region, country }: PostalAddress): string {
  return [streetLine(street), `${postcode} ${city}`, region, country]
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNoValue(part))
    .join(', ')
}

/** Whether all that one address says stands in another, however it is written: "Hauptstr. 5" is "Haupt-Straße 5". */
export const hasAddress = (address: PostalAddress, these: PostalAddress): boolean =>
  addressParts.every((part) => these[part] === '' || partKey(these[part]) === partKey(address[part]))

/** Whether two addresses are of two places: a part that both have is another one. */
export const isElsewhere = (one: PostalAddress, other: PostalAddress): boolean =>
  addressParts.some(
    (part) => one[part] !== '' && other[part] !== '' && partKey(one[part]) !== partKey(other[part]),
  )

/** A part of an address as two are compared. */
export const partKey = (text: string): string =>
  identity(text)
    .replace(/(?:strasse|street|str)\b/g, 'st')
    // 1 1 is not 11.
    .replace(/(?<!\d) | (?!\d)/g, '') || text
