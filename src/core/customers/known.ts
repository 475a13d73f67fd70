import { isAddressPart, isElsewhere } from './address.ts'
import type { Consent } from './consent.ts'
import type { CustomerMemory } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import { phonesOfBoth, type ColumnPhones } from './phone-cells.ts'
import { sharePhone, tellingPhones } from './phones.ts'
import { detailNames, mailKeysOf, type CustomerDetails } from './person.ts'

/** What the lines of this file say of one customer; they never contradict each other. */
interface Here {
  /** The line that was last read into them. */
  readonly line: number
  readonly name: string
  readonly email: string
  /** Every number they say. */
  readonly phone: string
  readonly phones: readonly ColumnPhones[]
  readonly sourceId: string
  readonly ownNumber: string
  /** All they say, the first that says something, and every mail address. */
  readonly details: CustomerDetails
}

/** After one more line. */
export const heardOf = (here: Here | null, line: number, row: CustomerRow): Here => ({
  line,
  name: here?.name || (row.isNamed ? row.name : ''),
  email: here?.email || row.email,
  phone: here ? withPhones(here.phone, row.phone) : row.phone,
  phones: here ? phonesOfBoth(here.phones, row.phones) : row.phones,
  sourceId: here?.sourceId || row.sourceId,
  ownNumber: here?.ownNumber || row.ownNumber,
  details: here ? withMails(filled(here.details, row), row) : row.details,
})

const filled = (details: CustomerDetails, row: CustomerRow): CustomerDetails => {
  const isOfAnother = isElsewhere(details, row)
  const more = detailNames.filter(
    (name) => details[name] === '' && row[name] !== '' && !(isOfAnother && isAddressPart(name)),
  )
  return more.length === 0
    ? details
    : { ...details, ...Object.fromEntries(more.map((name) => [name, row[name]])) }
}

/** A line that has the address of any of them is theirs too: the last may have become the one that is kept. */
function withMails(details: CustomerDetails, row: CustomerRow): CustomerDetails {
  const there = new Set(mailKeysOf(details))
  const more = mailKeysOf(row).filter((key) => !there.has(key))
  return more.length === 0
    ? details
    : { ...details, otherMails: [details.otherMails, ...more].filter((mail) => mail !== '').join(', ') }
}

function withPhones(phone: string, more: string): string {
  if (more === '' || more === phone) return phone
  const there = tellingPhones(phone)
  return tellingPhones(more).every((one) => sharePhone(there, [one])) ? phone : `${phone}\n${more}`.trim()
}

/** A customer on file, or one that this import adds. */
export interface Known {
  readonly id: number | null
  /** Whether they were not on file before: added by this import, or by the owner just now. */
  readonly isAdded: boolean
  /** What is kept; an import changes it in place. */
  details: CustomerDetails
  memory: CustomerMemory
  sourceId: string
  /** Their own answer. */
  consent: Consent
  /** Whether the owner took their answer back: not asked any more, whatever a file says. */
  isTakenBack: boolean
  /** Where their answer comes from, as it is on file. */
  readonly consentSource: string
  /** The column of this file that their answer is from; '' where it is from elsewhere. */
  answeredBy: string
  /** Why, in the words of the line that was last read into it. */
  why: string
  /** Null while the file has not named them. */
  here: Here | null
  changed: boolean
  /** Whether this import brought the answer about mail. */
  answered: boolean
}
