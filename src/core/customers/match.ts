import { file, listed, mostAlike, namesakes } from './by-name.ts'
import {
  apart,
  askedOf,
  couldBe,
  entryOf,
  firmOf,
  isAnother,
  isApart,
  isBornApart,
  isLike,
  isOneHere,
  isSaid,
  mailsOfRow,
  said,
  saysNothingNew,
  type Asked,
  type Entry,
} from './compared.ts'
import type { CustomerRow } from './import-row.ts'
import type { Known } from './known.ts'
import { nameKey, sameKey, type NameKey } from './names.ts'
import { detailNames, mailKey } from './person.ts'
import { sharePhone, tellingPhones } from './phones.ts'

/** How a row and a customer came together, or why they did not although something speaks for it. */
export type Match =
  | {
      readonly known: Known
      /** Others who have the address by which alone it was found. */ readonly sharing?: readonly Known[]
    }
  | { readonly known: null; readonly message?: string }

/** Where a line reaches somebody: address and numbers, as they stand there. */
export interface Reach {
  readonly email: string
  readonly otherMails: string
  readonly phones: string
}

/** Finds the customer a row is about. Keep it up to date with {@link Register.enter}. */
export interface Register {
  /** `person` is whom they were merged into. */
  enter(known: Known, person?: Known): void
  /** Tells it of what a line of the file says of who it is about, before any row is looked for. */
  foretell(name: string, sourceId: string, reach: Reach): void
  find(row: CustomerRow): Match
}

/**
 * A register of customers by number, mail address and name with company, under all that they were ever called here. Another name
 * is another person, whatever else is shared; under the same name the number decides, then the mail address, then the company,
 * each where the rest does not speak against it. What somebody was called earlier counts only where nobody is called so now and
 * the file does not have both names, unless others are called so by whom the file means the present one.
 */
export function register(): Register {
  const entries = new Map<Known, Entry>()
  const bySource = new Map<string, Known[]>()
  const byMail = new Map<string, Known[]>()
  const byName = namesakes((known) => entries.get(known)!)
  // How many lines of the file have a name, and who is called so.
  const inFile = new Map<string, number>()
  const called = new Map<string, Known | Set<Known>>()
  const reachOf = new Map<string, Reached[]>()
  const inLine = new Set<string>()
  const inLines = new Set<string>()
  // A name on file is mostly in the file too.
  const compared = new Map<string, NameKey>()
  const keyOf = (name: string): NameKey => {
    let key = compared.get(name)
    if (!key) compared.set(name, (key = nameKey(name)))
    return key
  }
  const nameKeys = (name: string, company: string): readonly string[] =>
    keyOf(name).spellings.map((spelling) => `${spelling}|${firmOf(company)}`)
  const entriesOf = (all: readonly Known[]) => all.map((known) => entries.get(known)!)
  const isInFile = ({ name }: Entry) => name.spellings.some((spelling) => inFile.has(spelling))
  /** Whether more are called so than the file has lines of that name: then not all of them are its. */
  const isSpare = ({ name }: Entry) =>
    name.spellings.every((spelling) => (inFile.get(spelling) ?? 0) < howMany(called.get(spelling)))
  const isRenamed = ({ name, earlierNames }: Entry) =>
    earlierNames.some(
      (earlier) => !sameKey(earlier, name) && earlier.spellings.some((spelling) => inFile.has(spelling)),
    )
  /** Who has always been called so comes before who is by another name in the file, whoever was on file first. */
  const renamedLast = (all: readonly Entry[]): readonly Entry[] => {
    const renamed = all.length < 2 ? [] : all.filter(isRenamed)
    return renamed.length === 0 ? all : [...all.filter((entry) => !renamed.includes(entry)), ...renamed]
  }
  /** Whether another line of that name has what tells a customer on file from the row: then that line is about them. */
  const isOthers = (entry: Entry, asked: Asked): boolean => {
    const lines = asked.name.spellings.flatMap((spelling) => reachOf.get(spelling) ?? [])
    if (lines.length < 2 || entry.known.here !== null) return false
    const { mails, phones } = apart(entry, asked)
    if (mails.length + phones.length === 0) return false
    return lines.some(
      (line) => line.mails.some((mail) => mails.includes(mail)) || sharePhone(phones, line.phones),
    )
  }
  const withAnyMail = ({ mails }: Asked) =>
    mails.length < 2
      ? listed(byMail, mails[0] ?? '')
      : [...new Set(mails.flatMap((mail) => listed(byMail, mail)))]
  const wasCalled = (entry: Entry, { name }: Asked) =>
    entry.earlierNames.some((earlier) => sameKey(earlier, name)) &&
    (!isInFile(entry) || isSpare(entry)) &&
    (!entry.known.here?.name || sameKey(keyOf(entry.known.here.name), name))
  return {
    foretell(name, sourceId, reach) {
      const line = new Reached(reach)
      for (const spelling of keyOf(name).spellings) {
        inFile.set(spelling, (inFile.get(spelling) ?? 0) + 1)
        const lines = reachOf.get(spelling)
        if (!lines) reachOf.set(spelling, [line])
        else if (lines.length < mostAlike) lines.push(line)
      }
      if (sourceId === '') return
      if (inLine.has(sourceId)) inLines.add(sourceId)
      else inLine.add(sourceId)
    },
    enter(known, person = known) {
      const entry = entryOf(known, person, keyOf)
      entries.set(known, entry)
      for (const spelling of entry.name.spellings) {
        const these = called.get(spelling)
        if (these instanceof Set) these.add(known)
        else if (!these) called.set(spelling, known)
        else if (these !== known) called.set(spelling, new Set([these, known]))
      }
      if (known.sourceId !== '') file(bySource, known.sourceId, known)
      for (const email of entry.mails) if (email !== '') file(byMail, email, known)
      for (const name of said(known, 'name'))
        for (const company of said(known, 'company'))
          for (const key of nameKeys(name, company)) byName.file(key, entry)
    },
    find(row) {
      const asked = askedOf(row, keyOf)
      const keys = nameKeys(row.name, row.company)
      const [same] = renamedLast(entriesOf(byName.same(keys, row)).filter((entry) => isOneHere(entry, asked)))
      if (same) return { known: same.known }
      const holder = row.isNamed ? undefined : holderOf(entriesOf(withAnyMail(asked)), row, isInFile)
      if (holder) return holder
      const withNumber = entriesOf(listed(bySource, row.sourceId))
      const withMail = entriesOf(withAnyMail(asked))
      const withName = entriesOf(byName.like(keys, asked))
      if (withNumber.length + withMail.length + withName.length === 0) return { known: null }
      // A number of several lines does not tell which of them a customer came with.
      const isShared = inLines.has(row.sourceId)
      const among = (isCalled: (entry: Entry) => boolean): Known | undefined => {
        const ofName = (all: readonly Entry[]) =>
          renamedLast(
            all.filter((entry) => isCalled(entry) && isOneHere(entry, asked) && !isBornApart(entry, asked)),
          )
        const free = (all: readonly Entry[]) => all.filter((entry) => !isOthers(entry, asked))
        const numbered = ofName(withNumber).filter((entry) => !isAnother(entry, asked))
        return (
          best(isShared ? free(numbered) : numbered, asked) ??
          best(free(ofName(withMail)), asked) ??
          bestOfFile(free(ofName(withName).filter((entry) => couldBe(entry, asked))), asked)
        )
      }
      const isCalled = ({ name }: Entry) => sameKey(name, asked.name)
      const found =
        among((entry) => isShared && isCalled(entry) && isLike(entry, asked)) ??
        among(isCalled) ??
        among((entry) => wasCalled(entry, asked))
      if (found) return { known: found }
      const bornApart = withName.find((entry) => isCalled(entry) && isBornApart(entry, asked))
      return { known: null, ...(bornApart ? bornWords(bornApart) : others(withNumber, withMail, asked)) }
    },
  }
}

/** Of one, which most names are, no set is made. */
const howMany = (these: Known | Set<Known> | undefined): number =>
  these instanceof Set ? these.size : these ? 1 : 0

/** What a line reaches somebody by; compared with few, so its numbers are read when they are first asked for. */
class Reached {
  readonly mails: readonly string[]
  readonly #text: string
  #phones: Asked['phones'] | null = null

  constructor({ email, otherMails, phones }: Reach) {
    this.mails = mailsOfRow({ email, otherMails })
    this.#text = phones
  }

  get phones(): Asked['phones'] {
    return (this.#phones ??= tellingPhones(this.#text))
  }
}

/** The one that says exactly the same, else one this file has not named yet, with the same phone first, else one it has. */
const best = (candidates: readonly Entry[], asked: Asked): Known | undefined =>
  bestOfFile(candidates, asked) ?? candidates.find(({ known }) => known.here !== null)?.known

/** By name alone, two lines of one file are one only where they say the same. */
function bestOfFile(candidates: readonly Entry[], asked: Asked): Known | undefined {
  const { row, phones } = asked
  const same =
    // Who shares the number at home and has another mobile says something else.
    candidates.find((entry) => saysNothingNew(entry.known, row) && !isApart(entry, asked)) ??
    // What the owner has changed since makes two of no such lines.
    candidates.find(({ known: { here } }) => here && saysNothingNew(here, row))
  if (same) return same.known
  const unnamed = [...new Set(candidates)].filter(({ known }) => known.here === null)
  // The number at home is the whole family's.
  const shared = (entry: Entry) => phones.filter((phone) => sharePhone(entry.phones, [phone])).length
  if (unnamed.length < 2) return unnamed[0]?.known
  const sorted = unnamed.toSorted((a, b) => shared(b) - shared(a))
  const first = sorted[0]!
  const alike = sorted.filter((entry) => shared(entry) === shared(first))
  // Of two that it tells alike, and that it speaks against alike, nobody knows which: it is a third.
  const second = alike.find(({ person }) => person !== first.person)
  const isOpen = second !== undefined && isApart(first, asked) && isApart(second, asked)
  return isOpen ? undefined : narrowest(first, alike, asked).known
}

/** Who was kept has all of who was merged into them: a line of those is theirs, so that the one who was kept is free for their own. */
const narrowest = (entry: Entry, alike: readonly Entry[], asked: Asked): Entry =>
  alike.find(
    (other) => other.person === entry.person && other.known !== other.person && !isApart(other, asked),
  ) ?? entry

/**
 * A line with nothing but an address and an answer about mail is about whoever has the address, and adds nobody: whom the file
 * named last, else whom it does not name, else who has answered so. Who has no name either is one of them: a second import is to
 * find the same.
 */
function holderOf(
  withMail: readonly Entry[],
  row: CustomerRow,
  isInFile: (entry: Entry) => boolean,
): Match | undefined {
  const holders = withMail.filter(
    ({ known: { details, sourceId } }) =>
      mailKey(details.email) === mailKey(row.email) && (row.sourceId === '' || row.sourceId === sourceId),
  )
  const lineOf = ({ known: { here } }: Entry) => here?.line ?? 0
  const isNamedLater = (entry: Entry) =>
    Number(isInFile(entry) || mailKey(entry.known.details.name) === mailKey(row.email))
  const answersSo = ({ known: { consent } }: Entry) => Number(consent === row.mail.consent)
  const [holder] = holders
    .filter(({ known }) => detailNames.every((name) => name === 'name' || isSaid(known, row, name)))
    .toSorted(
      (a, b) => lineOf(b) - lineOf(a) || isNamedLater(a) - isNamedLater(b) || answersSo(b) - answersSo(a),
    )
  if (!holder) return undefined
  const sharing = holders.filter((other) => other !== holder).map(({ known }) => known)
  return { known: holder.known, sharing }
}

const bornWords = ({ known: { details } }: Entry) => ({
  message: `${details.name} on file has another birthday, so this is somebody else. Both were kept.`,
})

/** Who shares something with a new customer and is somebody else. */
function others(withNumber: readonly Entry[], withMail: readonly Entry[], { row, mails }: Asked) {
  const [number] = withNumber
  if (number)
    return {
      message: `${number.known.details.name} has the same number, ${row.sourceId}, but is somebody else. Both were kept.`,
    }
  for (const mail of mails) {
    const holder = withMail.find(({ known }) => mailsOfRow(known.details).includes(mail))
    if (!holder) continue
    const written = mail === mailKey(row.email) ? row.email : mail
    return { message: `${holder.known.details.name} has the same mail address, ${written}. Both were kept.` }
  }
  return undefined
}
