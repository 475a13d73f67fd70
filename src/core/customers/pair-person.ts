import { fold } from '../fold.ts'
import { firmOf } from './compared.ts'
import { customerMemory, everSaid } from './import-memory.ts'
import { comparedName, type ComparedName } from './pair-names.ts'
import { mailKeys, type CustomerDetails } from './person.ts'
import { tellingPhones, type Phone } from './phones.ts'
import { numberKey } from './same-for-a-no.ts'
import { isFirm } from './whose-name.ts'

/** What of a customer's row tells whether they are on file twice. */
export const pairColumns = [
  'name',
  'company',
  'email',
  'otherMails',
  'phone',
  'street',
  'city',
  'postcode',
  'birthday',
  'sourceId',
  'broughtFields',
  'earlierValues',
  'asideSinceMs',
] as const

/** A customer's row as far as pairs are looked for. */
export interface PairRow extends Pick<
  CustomerDetails,
  'name' | 'company' | 'email' | 'otherMails' | 'phone' | 'street' | 'city' | 'postcode' | 'birthday'
> {
  readonly sourceId: string
  readonly broughtFields: number
  readonly earlierValues: string
  readonly asideSinceMs: number | null
}

/** The same, made ready to be compared with many. */
export interface PairPerson {
  readonly name: ComparedName
  readonly earlierNames: readonly ComparedName[]
  readonly mails: readonly string[]
  readonly phones: readonly Phone[]
  readonly street: string
  readonly city: string
  readonly postcode: string
  readonly company: string
  readonly birthday: string
  readonly number: string
  /** A firm, which is none of its people. */
  readonly isFirm: boolean
  /** Called by the mail address, for want of a name. */
  readonly isUnnamed: boolean
  readonly isAside: boolean
}

/** Reads a row once. */
export function pairPerson(row: PairRow): PairPerson {
  const memory = customerMemory.read(row)
  const company = firmOf(row.company)
  const mails = [...new Set([...mailKeys(row.email), ...mailKeys(row.otherMails)])]
  const [, ...earlier] = everSaid(memory, 'name', row.name)
  return {
    name: comparedName(row.name),
    earlierNames: earlier.filter((name) => name !== '').map(comparedName),
    mails,
    phones: tellingPhones(row.phone),
    street: placeKey(row.street),
    city: fold(row.city),
    postcode: fold(row.postcode).replaceAll(' ', ''),
    company,
    birthday: row.birthday,
    number: row.sourceId === '' ? '' : numberKey(row.sourceId),
    isFirm: isFirm(row.name) || (company !== '' && firmOf(row.name) === company),
    isUnnamed: mails.length > 0 && mailKeys(row.name).some((key) => mails.includes(key)),
    isAside: row.asideSinceMs !== null,
  }
}

/** A street as people write it: "Hauptstr. 5" is "Haupt-Straße 5". */
const placeKey = (street: string): string =>
  fold(street)
    .replace(/(?:strasse|street|str)\b/g, 'st')
    .replaceAll(' ', '')
