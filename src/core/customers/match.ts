import { fold, identity } from '../fold.ts'
import type { Consent } from './consent.ts'
import { everSaid, type CustomerMemory } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import { nameKey, sameKey, type NameKey } from './names.ts'
import { detailNames, mailKey, type CustomerDetails } from './person.ts'
import { phonesIn, sharePhone, shortestNational } from './phones.ts'

/** What the lines of this file say of one customer; they never contradict each other. */
interface Here {
  /** The line that was last read into them. */
  readonly line: number
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly sourceId: string
}

/** After one more line. */
export const heardOf = (here: Here | null, line: number, row: CustomerRow): Here => ({
  line,
  name: here?.name || (row.isNamed ? row.name : ''),
  email: here?.email || row.email,
  phone: here?.phone || row.phone,
  sourceId: here?.sourceId || row.sourceId,
})

/** A customer on file, or one that this import adds. */
export interface Known {
  readonly id: number | null
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

/** How a row and a customer came together, or why they did not although something speaks for it. */
export type Match =
  | {
      readonly known: Known
      /** Others who have the address by which alone it was found. */ readonly sharing?: readonly Known[]
    }
  | { readonly known: null; readonly message?: string }

/** Finds the customer a row is about. Keep it up to date with {@link Register.enter}. */
export interface Register {
  enter(known: Known): void
  /** Tells it of a name that the file has, before any row is looked for. */
  foretell(name: string): void
  find(row: CustomerRow): Match
}

/** A customer as rows are compared with them. */
interface Entry {
  readonly known: Known
  readonly name: NameKey
  readonly earlierNames: readonly NameKey[]
  readonly mails: readonly string[]
  readonly phones: ReturnType<typeof phonesIn>
  readonly cities: readonly string[]
  readonly companies: readonly string[]
}

/** A row likewise. */
interface Asked {
  readonly row: CustomerRow
  readonly name: NameKey
  readonly mail: string
  readonly phones: ReturnType<typeof phonesIn>
  readonly city: string
  readonly company: string
}

/** Those of one name at one company; `bySign` where they are too many to be looked at one by one. */
interface Named {
  readonly all: Known[]
  readonly bySign: Map<string, Known[]>
}

const manyOfOneName = 16

/**
 * A register of customers by number, mail address and name with company, under all that they were ever called here. Another name
 * is another person, whatever else is shared; under the same name the number decides, then the mail address, then the company,
 * each where the rest does not speak against it. What somebody was called earlier counts only where nobody is called so now and
 * the file does not have both names.
 */
export function register(): Register {
  const entries = new Map<Known, Entry>()
  const bySource = new Map<string, Known[]>()
  const byMail = new Map<string, Known[]>()
  const byName = new Map<string, Named>()
  const inFile = new Set<string>()
  // A name on file is mostly in the file too.
  const compared = new Map<string, NameKey>()
  const keyOf = (name: string): NameKey => {
    let key = compared.get(name)
    if (!key) compared.set(name, (key = nameKey(name)))
    return key
  }
  const nameKeys = (name: string, company: string): readonly string[] =>
    keyOf(name).spellings.map((spelling) => `${spelling}|${firmOf(company)}`)
  const named = (name: string, company: string): readonly Named[] =>
    nameKeys(name, company).flatMap((key) => byName.get(key) ?? [])
  const fileNamed = (key: string, known: Known, entry: Entry): void => {
    let these = byName.get(key)
    if (!these) byName.set(key, (these = { all: [], bySign: new Map() }))
    const { all, bySign } = these
    fileIn(all, known)
    if (all.length <= manyOfOneName) return
    const unsigned = bySign.size === 0 ? all.map((one) => entries.get(one)!) : [entry]
    for (const one of unsigned) for (const sign of signsOf(one)) file(bySign, sign, one.known)
  }
  const entriesOf = (all: readonly Known[]) => all.map((known) => entries.get(known)!)
  const isInFile = ({ name }: Entry) => name.spellings.some((spelling) => inFile.has(spelling))
  const wasCalled = (entry: Entry, { name }: Asked) =>
    entry.earlierNames.some((earlier) => sameKey(earlier, name)) &&
    !isInFile(entry) &&
    (!entry.known.here?.name || sameKey(keyOf(entry.known.here.name), name))
  return {
    foretell(name) {
      for (const spelling of keyOf(name).spellings) inFile.add(spelling)
    },
    enter(known) {
      const entry = entryOf(known, keyOf)
      entries.set(known, entry)
      if (known.sourceId !== '') file(bySource, known.sourceId, known)
      for (const email of entry.mails) if (email !== '') file(byMail, email, known)
      for (const name of said(known, 'name'))
        for (const company of said(known, 'company'))
          for (const key of nameKeys(name, company)) fileNamed(key, known, entry)
    },
    find(row) {
      const asked = askedOf(row, keyOf)
      const withThisName = named(row.name, row.company)
      const same = withThisName
        .flatMap(({ all, bySign }) =>
          bySign.size === 0 ? all : listed(bySign, wholeSign(row.sourceId, row)),
        )
        .find((known) => saysTheSame(known, row) && isOneHere(entries.get(known)!, asked))
      if (same) return { known: same }
      const withNumber = entriesOf(listed(bySource, row.sourceId))
      const withMail = entriesOf(listed(byMail, asked.mail))
      const withName = entriesOf(
        withThisName.flatMap(({ all, bySign }) =>
          bySign.size === 0 ? all : signsFor(asked).flatMap((sign) => listed(bySign, sign)),
        ),
      )
      if (withNumber.length + withMail.length + withName.length === 0) return { known: null }
      const among = (isCalled: (entry: Entry) => boolean): Known | undefined => {
        const called = (all: readonly Entry[]) =>
          all.filter((entry) => isCalled(entry) && isOneHere(entry, asked))
        return (
          best(
            called(withNumber).filter((entry) => !isAnother(entry, asked)),
            asked,
          ) ??
          best(called(withMail), asked) ??
          bestOfFile(
            called(withName).filter((entry) => couldBe(entry, asked)),
            asked,
          )
        )
      }
      const found =
        among(({ name }) => sameKey(name, asked.name)) ?? among((entry) => wasCalled(entry, asked))
      if (found) return { known: found }
      const [holder, ...sharing] = holders(listed(byMail, asked.mail), row)
      return holder ? { known: holder, sharing } : { known: null, ...others(withNumber, withMail, asked) }
    },
  }
}

const firmOf = (company: string): string => (company === '' ? '' : identity(company) || company)

/** What is compared with few is worked out when it is first asked for. */
function entryOf(known: Known, keyOf: (name: string) => NameKey): Entry {
  const [present, ...earlier] = said(known, 'name')
  let [phones, cities, companies]: Partial<[Entry['phones'], readonly string[], readonly string[]]> = []
  return {
    known,
    name: keyOf(present!),
    earlierNames: earlier.map(keyOf),
    mails: said(known, 'email').map(mailKey),
    get phones() {
      return (phones ??= said(known, 'phone').flatMap(phonesIn))
    },
    get cities() {
      return (cities ??= said(known, 'city').map(fold))
    },
    get companies() {
      return (companies ??= said(known, 'company').map(firmOf))
    },
  }
}

function askedOf(row: CustomerRow, keyOf: (name: string) => NameKey): Asked {
  let phones: Asked['phones'] | undefined
  let city: string | undefined
  return {
    row,
    name: keyOf(row.name),
    mail: mailKey(row.email),
    company: firmOf(row.company),
    get phones() {
      return (phones ??= phonesIn(row.phone))
    },
    get city() {
      return (city ??= fold(row.city))
    },
  }
}

/** By what a name is filed besides, so that thousands of one name are found as fast as others. */
function signsOf({ known, phones, mails, cities }: Entry): readonly string[] {
  const ends = phones.map(({ bare }) => bare.slice(-shortestNational))
  const filed = (sign: string, values: readonly string[]) => {
    const given = values.filter((value) => value !== '')
    return given.length === 0 ? [sign] : given.map((value) => sign + value)
  }
  return [
    '',
    wholeSign(known.sourceId, known.details),
    ...filed('phone ', ends),
    ...filed('mail ', mails),
    ...filed('city ', cities),
  ]
}

/** Where to look for whoever does not contradict: under the same sign, and under none. */
function signsFor({ phones, mail, city, company }: Asked): readonly string[] {
  if (phones.length > 0)
    return ['phone ', ...phones.map(({ bare }) => `phone ${bare.slice(-shortestNational)}`)]
  if (mail !== '') return ['mail ', `mail ${mail}`]
  return city !== '' && company === '' ? ['city ', `city ${city}`] : ['']
}

/** A file of nothing but "Cash customer" must not take for ever. */
const mostAlike = 1000

function file(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list) fileIn(list, known)
  else map.set(key, [known])
}

function fileIn(list: Known[], known: Known): void {
  if (list.length < mostAlike && !list.includes(known)) list.push(known)
}

const listed = (map: ReadonlyMap<string, Known[]>, key: string): readonly Known[] => map.get(key) ?? []

const said = ({ memory, details }: Known, field: keyof CustomerDetails): readonly string[] =>
  everSaid(memory, field, details[field])

const wholeSign = (sourceId: string, details: CustomerDetails): string =>
  ['whole', sourceId, ...detailNames.map((name) => details[name])].join('\n')

const saysTheSame = ({ sourceId, details }: Known, row: CustomerRow): boolean =>
  sourceId === row.sourceId && detailNames.every((name) => details[name] === row[name])

/** Two lines of one file are one person only where number, mail and phone do not contradict: the file means two. */
function isOneHere({ known: { here } }: Entry, { row, mail, phones }: Asked): boolean {
  if (!here) return true
  if (here.sourceId !== '' && row.sourceId !== '' && here.sourceId !== row.sourceId) return false
  if (here.email !== row.email && compare([mailKey(here.email)], mail) === 'differ') return false
  return here.phone === row.phone || comparePhones(phonesIn(here.phone), phones) !== 'differ'
}

/** Every program counts from 1: one number and one name are two people where the rest differs, and more than in one thing. */
function isAnother({ mails, phones, cities, companies }: Entry, asked: Asked): boolean {
  if (asked.company !== '' && companies.includes(asked.company)) return false
  const signs = [compare(mails, asked.mail), comparePhones(phones, asked.phones), compare(cities, asked.city)]
  return !signs.includes('same') && signs.filter((sign) => sign === 'differ').length > 1
}

/** The one that says exactly the same, else one this file has not named yet, with the same phone first, else one it has. */
const best = (candidates: readonly Entry[], asked: Asked): Known | undefined =>
  bestOfFile(candidates, asked) ?? candidates[0]?.known

/** By name alone, two lines of one file are one only where they say the same. */
function bestOfFile(candidates: readonly Entry[], { row, phones }: Asked): Known | undefined {
  const same = candidates.find(({ known }) => saysNothingNew(known, row))
  if (same) return same.known
  const unnamed = candidates.filter(({ known }) => known.here === null)
  return (unnamed.find((entry) => sharePhone(entry.phones, phones)) ?? unnamed[0])?.known
}

/** A line with nothing but an address and an answer about mail is about whoever has the address, and adds nobody. */
function holders(withMail: readonly Known[], row: CustomerRow): readonly Known[] {
  if (row.isNamed) return []
  const isOnlyMail = detailNames.every(
    (name) =>
      name === 'name' ||
      name === 'email' ||
      row[name] === '' ||
      withMail.some((known) => row[name] === known.details[name]),
  )
  if (!isOnlyMail) return []
  return withMail.filter(
    ({ details, sourceId }) =>
      mailKey(details.email) === mailKey(row.email) && (row.sourceId === '' || row.sourceId === sourceId),
  )
}

/** Who shares something with a new customer and is somebody else. */
function others(withNumber: readonly Entry[], withMail: readonly Entry[], { row, mail }: Asked) {
  const [number] = withNumber
  if (number)
    return {
      message: `${number.known.details.name} has the same number, ${row.sourceId}, but is somebody else. Both were kept.`,
    }
  const holder = withMail.find(({ known }) => mailKey(known.details.email) === mail)
  return (
    holder && {
      message: `${holder.known.details.name} has the same mail address, ${row.email}. Both were kept.`,
    }
  )
}

/** Same name and company: is there anything that speaks against one person? */
function couldBe({ known, phones: theirs, mails, cities }: Entry, asked: Asked): boolean {
  const { row } = asked
  const phones = comparePhones(theirs, asked.phones)
  if (known.sourceId !== '' && row.sourceId !== '' && known.sourceId !== row.sourceId)
    return phones === 'same' && known.here === null
  if (phones === 'same') return true
  if (phones === 'differ' || compare(mails, asked.mail) === 'differ') return false
  return row.company !== '' || compare(cities, asked.city) !== 'differ'
}

type Sign = 'same' | 'differ' | 'unknown'

function compare(known: readonly string[], value: string): Sign {
  if (value === '' || known.every((one) => one === '')) return 'unknown'
  return known.includes(value) ? 'same' : 'differ'
}

function comparePhones(known: Entry['phones'], phones: Asked['phones']): Sign {
  if (known.length === 0 || phones.length === 0) return 'unknown'
  return sharePhone(known, phones) ? 'same' : 'differ'
}

function saysNothingNew(known: Known, row: CustomerRow): boolean {
  return (
    (row.sourceId === '' || row.sourceId === known.sourceId) &&
    detailNames.every((name) => row[name] === '' || row[name] === known.details[name])
  )
}
