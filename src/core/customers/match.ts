import { fold } from '../fold.ts'
import type { Consent } from './consent.ts'
import { everSaid, type ImportMemory } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import { nameKey, sameName } from './names.ts'
import { detailNames, digitsOf, mailKey, type CustomerDetails } from './person.ts'

/** A customer on file, or one that this import adds. */
export interface Known {
  readonly id: number | null
  /** What is kept; an import changes it in place. */
  details: CustomerDetails
  memory: ImportMemory
  sourceId: string
  /** Their own answer. */
  consent: Consent
  /** Why, in the words of the line that was last read into it. */
  why: string
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
 * A register of customers by number, mail address and name with company, under all that they were ever called here. Another name
 * is another person, whatever else is shared; under the same name the number decides, then the mail address, then the company
 * where phone and mail do not speak against it.
 */
export function register(): Register {
  const bySource = new Map<string, Known[]>()
  const byMail = new Map<string, Known[]>()
  const byName = new Map<string, Known[]>()
  // A name on file is mostly in the file too.
  const spelled = new Map<string, readonly string[]>()
  const nameKeys = (name: string, company: string): readonly string[] => {
    let spellings = spelled.get(name)
    if (!spellings) spelled.set(name, (spellings = nameKey(name).spellings))
    const firm = company === '' ? '' : fold(company) || company
    return spellings.map((spelling) => `${spelling}|${firm}`)
  }
  return {
    enter(known) {
      file(bySource, known.sourceId, known)
      for (const email of said(known, 'email')) file(byMail, mailKey(email), known)
      for (const name of said(known, 'name'))
        for (const company of said(known, 'company'))
          for (const key of nameKeys(name, company)) file(byName, key, known)
    },
    find(row) {
      const withNumber = row.sourceId === '' ? [] : listed(bySource, row.sourceId)
      const withMail = listed(byMail, mailKey(row.email))
      const named = (all: readonly Known[]) => all.filter((known) => isNamed(known, row))
      const sameMail = named(withMail).filter((known) => !isOtherNumber(known, row))
      const sameName = nameKeys(row.name, row.company).flatMap((key) => listed(byName, key))
      const found =
        best(named(withNumber), row) ??
        best(sameMail, row) ??
        bestOfFile(
          named(sameName).filter((known) => couldBe(known, row)),
          row,
        ) ??
        onlyHolder(withMail, row)
      return found ? { known: found } : { known: null, ...others(withNumber, withMail, row) }
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

const said = ({ memory, details }: Known, field: keyof CustomerDetails): readonly string[] =>
  everSaid(memory, field, details[field])

const isNamed = (known: Known, row: CustomerRow): boolean =>
  said(known, 'name').some((name) => sameName(name, row.name))

/** One file that numbers two people of one name and address means two. */
const isOtherNumber = ({ line, sourceId }: Known, row: CustomerRow): boolean =>
  line !== null && sourceId !== '' && row.sourceId !== '' && sourceId !== row.sourceId

/** The one that says exactly the same, else one this file has not named yet, else one it has. */
const best = (candidates: readonly Known[], row: CustomerRow): Known | undefined =>
  candidates.find((known) => saysNothingNew(known, row)) ??
  candidates.find((known) => known.line === null) ??
  candidates[0]

/** By name alone, two lines of one file are one only where they say the same. */
const bestOfFile = (candidates: readonly Known[], row: CustomerRow): Known | undefined =>
  candidates.find((known) => saysNothingNew(known, row)) ?? candidates.find((known) => known.line === null)

/** A line with nothing but an address and an answer about mail is about whoever alone has the address. */
function onlyHolder(withMail: readonly Known[], row: CustomerRow): Known | undefined {
  const [holder, another] = withMail
  if (!holder || another || row.isNamed || mailKey(holder.details.email) !== mailKey(row.email))
    return undefined
  const isOnlyMail = detailNames.every(
    (name) => name === 'name' || name === 'email' || row[name] === '' || row[name] === holder.details[name],
  )
  return isOnlyMail && (row.sourceId === '' || row.sourceId === holder.sourceId) ? holder : undefined
}

/** Who shares something with a new customer and is somebody else. */
function others(withNumber: readonly Known[], withMail: readonly Known[], row: CustomerRow) {
  const [number] = withNumber
  if (number)
    return {
      message: `${number.details.name} has the same number, ${row.sourceId}, but is somebody else. Both were kept.`,
    }
  const mail = withMail.find(({ details }) => mailKey(details.email) === mailKey(row.email))
  return mail && { message: `${mail.details.name} has the same mail address, ${row.email}. Both were kept.` }
}

/** Same name and company: is there anything that speaks against one person? */
function couldBe(known: Known, row: CustomerRow): boolean {
  const phones = compare(said(known, 'phone').map(digitsOf), digitsOf(row.phone))
  if (known.sourceId !== '' && row.sourceId !== '' && known.sourceId !== row.sourceId)
    return phones === 'same' && known.line === null
  if (phones === 'same') return true
  const mails = compare(said(known, 'email').map(mailKey), mailKey(row.email))
  if (phones === 'differ' || mails === 'differ') return false
  return row.company !== '' || compare(said(known, 'city').map(fold), fold(row.city)) !== 'differ'
}

function compare(known: readonly string[], value: string): 'same' | 'differ' | 'unknown' {
  if (value === '' || known.every((one) => one === '')) return 'unknown'
  return known.includes(value) ? 'same' : 'differ'
}

function saysNothingNew(known: Known, row: CustomerRow): boolean {
  return (
    (row.sourceId === '' || row.sourceId === known.sourceId) &&
    detailNames.every((name) => row[name] === '' || row[name] === known.details[name])
  )
}
