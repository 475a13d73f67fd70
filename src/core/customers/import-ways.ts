import { fold } from '../fold.ts'
import { isMailAddress, asciiAddress } from '../mail-address.ts'
import { isNoValue } from '../no-value.ts'
import type { CustomerField } from './import-fields.ts'
import { kindOfColumn } from './way-columns.ts'
import type { CustomerDetails } from './person.ts'
import { mailsOf, partedMails, waysTogether, wayWords } from './ways.ts'

type Mails = Pick<CustomerDetails, 'email' | 'otherMails'>

/**
 * The mail addresses of a line: that of its first column, and behind it what else its cell and the other columns name. Where the
 * first has nothing, the next takes its place; what is no address there is left out.
 */
export function mailsOfLine(cell: string, others: string): Mails & { readonly left: readonly string[] } {
  const first = partedMails(cell)
  if (others === '') return { ...first, left: [] }
  const named = mailsOf(others).filter(({ value }) => !isNoValue(value))
  const isMail = (value: string) => isMailAddress(asciiAddress(value))
  const more = named.filter(({ value }) => isMail(value))
  const isThere = first.email !== '' && !isNoValue(first.email)
  const [next] = isThere ? [] : more
  const email = next?.value ?? first.email
  const rest = more.filter((way) => fold(way.value) !== fold(email))
  const otherMails = waysTogether('otherMails', first.otherMails, rest.map(wayWords).join(', '))
  return { email, otherMails, left: named.map(({ value }) => value).filter((value) => !isMail(value)) }
}

/** A second address of a line and what its further ones say, each in a line; not one that is the first again. */
export function furtherAddress(
  cell: (field: CustomerField) => string,
  oneLine: (field: CustomerField) => string,
  column: (field: CustomerField) => string | undefined,
): string {
  const [street2 = '', ...place] = (['street2', 'postcode2', 'city2', 'region2', 'country2'] as const).map(
    (field) => oneLine(field),
  )
  const second = addressWords([withLines(street2, cell('street2Lines')), ...place])
  const first = addressWords(
    (['street', 'postcode', 'city', 'region', 'country'] as const).map((field) => oneLine(field)),
  )
  const kind = kindOfColumn(column('street2') ?? column('city2') ?? '')
  return waysTogether(
    'otherAddresses',
    second === first || second === '' ? '' : wayWords({ value: second, kind }),
    cell('otherAddresses'),
  )
}

/** An address in one line, without what it does not say. */
function addressWords([
  street = '',
  postcode = '',
  city = '',
  region = '',
  country = '',
]: readonly string[]): string {
  return [street, `${postcode} ${city}`.trim(), region, country]
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNoValue(part))
    .join(', ')
}

/** A street with its further lines, each once. */
export const withLines = (street: string, lines: string): string =>
  lines === ''
    ? street
    : [street, ...lines.split('\n')]
        .map((line) => line.trim())
        .filter((line, i, all) => line !== '' && (i === 0 || !isNoValue(line)) && all.indexOf(line) === i)
        .join(', ')
