import { fold } from '../fold.ts'
import type { CustomerRow } from './import-row.ts'
import { detailNames, digitsOf, mailKey, type CustomerDetails } from './person.ts'
import type { Consent } from './consent.ts'

/** A customer on file, or one that this import adds. */
export interface Known {
  readonly id: number | null
  /** What is kept; an import changes it in place. */
  details: CustomerDetails
  sourceId: string
  consent: Consent
  /** The line of this file that was last read into it; null while the file has not named it. */
  line: number | null
  changed: boolean
  /** Whether this import brought the answer about mail. */
  answered: boolean
}

/** How a row and a customer came together, or why they did not although something speaks for it. */
export type Match = { readonly known: Known } | { readonly known: null; readonly message?: string }

/** Finds the customer a row is about. Keep it up to date with {@link Register.enter}. */
export interface Register {
  enter(known: Known): void
  find(row: CustomerRow): Match
}

/**
 * A register of customers by source id, mail address and name with company. The strongest sign comes first: the id it
 * had where it came from, then the mail address, then name and company where phone and mail do not speak against it.
 * Two lines of one file that differ in name are two people, whatever else they share.
 */
export function register(): Register {
  const bySource = new Map<string, Known[]>()
  const byMail = new Map<string, Known[]>()
  const byName = new Map<string, Known[]>()
  return {
    enter(known) {
      file(bySource, known.sourceId, known)
      file(byMail, mailKey(known.details.email), known)
      file(byName, nameKey(known.details), known)
    },
    find(row) {
      const sameId = listed(bySource, row.sourceId).filter((known) => !isSomebodyElse(known, row))
      const sameMail = listed(byMail, mailKey(row.email))
      const sameName = listed(byName, nameKey(row)).filter((known) => couldBe(known, row))
      const found =
        best(sameId, row) ??
        sameMail.find((known) => sameNames(known, row)) ??
        onlyOne(sameMail, row) ??
        best(sameName, row)
      if (found) return { known: found }
      const other = listed(bySource, row.sourceId)[0]
      if (other)
        return {
          known: null,
          message: `${other.details.name} has the same number, ${row.sourceId}, but is somebody else. Both were kept.`,
        }
      if (sameMail[0])
        return {
          known: null,
          message: `${sameMail[0].details.name} has the same mail address, ${row.email}. Both were kept.`,
        }
      return { known: null }
    },
  }
}

/** A file of nothing but "Cash customer" must not take for ever. */
const mostAlike = 1000

function file(map: Map<string, Known[]>, key: string, known: Known): void {
  if (key === '') return
  const list = map.get(key)
  if (!list) map.set(key, [known])
  else if (list.length < mostAlike && !list.includes(known)) list.push(known)
}

const listed = (map: ReadonlyMap<string, Known[]>, key: string): readonly Known[] => map.get(key) ?? []

const nameKey = ({ name, company }: { readonly name: string; readonly company: string }): string =>
  `${fold(name) || name}|${fold(company) || company}`

function sameNames({ details }: Known, row: CustomerRow): boolean {
  if (row.namesPerson && details.name !== details.company) return same(details.name, row.name)
  return details.company === '' || row.company === '' || same(details.company, row.company)
}

const same = (a: string, b: string): boolean => a === b || (fold(a) === fold(b) && fold(a) !== '')

/** The one that says exactly the same, else one this file has not named yet, else one it has named alike. */
function best(candidates: readonly Known[], row: CustomerRow): Known | undefined {
  return (
    candidates.find((known) => saysNothingNew(known, row)) ??
    candidates.find((known) => known.line === null) ??
    candidates.find(
      (known) => row.sourceId !== '' && known.sourceId === row.sourceId && sameNames(known, row),
    )
  )
}

/** A mail address alone is enough between files, when one customer has it and no number speaks against it. */
function onlyOne(sameMail: readonly Known[], row: CustomerRow): Known | undefined {
  const [known, another] = sameMail
  if (!known || another || known.line !== null) return undefined
  return row.sourceId !== '' && known.sourceId !== '' && row.sourceId !== known.sourceId ? undefined : known
}

/** Different programs number their customers alike: the same number with another name, company and mail is chance. */
function isSomebodyElse(known: Known, row: CustomerRow): boolean {
  const { name, company, email } = known.details
  if (!sameNames(known, row) && known.line !== null) return true
  return (
    !same(name, row.name) &&
    !(company !== '' && same(company, row.company)) &&
    !(mailKey(email) !== '' && mailKey(email) === mailKey(row.email))
  )
}

/** Same name and company: is there anything that speaks against one person? */
function couldBe(known: Known, row: CustomerRow): boolean {
  const { details } = known
  const phones = compare(digitsOf(details.phone), digitsOf(row.phone))
  if (known.sourceId !== '' && row.sourceId !== '' && known.sourceId !== row.sourceId)
    return phones === 'same' && known.line === null
  if (phones === 'same') return true
  if (phones === 'differ' || compare(mailKey(details.email), mailKey(row.email)) === 'differ') return false
  return row.company !== '' || compare(fold(details.city), fold(row.city)) !== 'differ'
}

function compare(a: string, b: string): 'same' | 'differ' | 'unknown' {
  if (a === '' || b === '') return 'unknown'
  return a === b ? 'same' : 'differ'
}

function saysNothingNew(known: Known, row: CustomerRow): boolean {
  return (
    (row.sourceId === '' || row.sourceId === known.sourceId) &&
    detailNames.every((name) => row[name] === '' || row[name] === known.details[name])
  )
}
