import { isCalledAlike, isCorrected } from './called-alike.ts'
import { nameKey } from './names.ts'
import { mailKey } from './person.ts'

/** Somebody on file. */
export interface Visitor {
  readonly id: number
  readonly name: string
  readonly isAside: boolean
  /** What tells them from a namesake, the most telling first. */
  readonly marks: readonly string[]
}

/** What a list of purchases can name somebody by. */
interface Signs {
  readonly name: string
  readonly sourceId: string
  readonly emailKey: string
  /** What else they are called, or were: their firm, earlier names. */
  readonly alsoCalled?: readonly string[]
}

interface OnFile extends Omit<Visitor, 'marks'>, Signs {
  readonly phone: string
}

interface Said {
  readonly customerNumber: string
  readonly email: string
  readonly name: string
}

/** `names` is what a line says of somebody who is not on file. */
type Whose = { readonly visitor: Visitor } | { readonly problem: string; readonly names?: string }

/**
 * Whose a purchase is: of the customer number, else of the mail address, else of the whole name that exactly one has. Where two of them
 * are two people's, nobody can tell; nor where the line names somebody else than who has the number or the address, unless both say
 * the same: every program counts from 1, and a family shares an address. Nobody is added.
 */
export function visitorsOnFile() {
  const byNumber = new Map<string, Visitor[]>()
  const byMail = new Map<string, Visitor[]>()
  const byName = new Map<string, Visitor[]>()
  const byId = new Map<number, Visitor>()
  const called = new Map<number, string[]>()
  return {
    add({ id, name, isAside, sourceId, emailKey, phone, alsoCalled = [] }: OnFile): void {
      const marks = [numberWords(sourceId), emailKey, phone].filter((text) => text !== '')
      const visitor = { id, name, isAside, marks }
      byId.set(id, visitor)
      called.set(id, [name, ...alsoCalled])
      listed(byNumber, sourceId, visitor)
      listed(byMail, emailKey, visitor)
      listed(byName, keyOf(name), visitor)
    },
    /** What else somebody is known by: further addresses, and all of who was merged into them. */
    also(id: number, { name, sourceId, emailKey, alsoCalled = [] }: Signs): void {
      const visitor = byId.get(id)
      if (!visitor) return
      called.get(id)!.push(name, ...alsoCalled)
      // Merged with their own double, they are one.
      if (!byNumber.get(sourceId)?.includes(visitor)) listed(byNumber, sourceId, visitor)
      if (!byMail.get(emailKey)?.includes(visitor)) listed(byMail, emailKey, visitor)
      if (!byName.get(keyOf(name))?.includes(visitor)) listed(byName, keyOf(name), visitor)
    },
    whose({ customerNumber, email, name }: Said): Whose {
      const signs = [
        {
          says: customerNumber,
          words: `have the number ${customerNumber}`,
          of: byNumber.get(customerNumber),
        },
        { says: email, words: `have the mail address ${email}`, of: byMail.get(mailKey(email)) },
        // Some lists have a number where others have a name.
        { says: name, words: `are called “${name}”`, of: byName.get(keyOf(name)) ?? byNumber.get(name) },
      ].filter(({ says }) => says !== '')
      const known = signs.filter(({ of }) => of !== undefined)
      const [first] = known
      if (!first) return unknown(signs)
      const common = known.reduce<readonly Visitor[]>(
        (left, { of }) => left.filter((one) => of!.includes(one)),
        first.of!,
      )
      if (common.length === 0)
        return { problem: `What the line says of the customer is several people’s: ${whoHas(known)}.` }
      const isByNumber = byNumber.has(customerNumber)
      const isSure = name === '' || known.length > 1 || known.some(({ says }) => says === name)
      const named = isSure ? common : common.filter(({ id }) => isCalled(called.get(id)!, name, isByNumber))
      if (named.length === 0)
        return { problem: `${whoHas([first])}, but the line names “${name}”, who may be somebody else.` }
      const present = named.filter(({ isAside }) => !isAside)
      const [one, other] = present.length > 0 ? present : named
      return other
        ? { problem: `Several on file ${first.words}${apart(named, first.says)}.` }
        : { visitor: one! }
    },
  }
}

/** Whether somebody may be called so; under their own number with a letter corrected as well. */
const isCalled = (names: readonly string[], name: string, isByNumber: boolean): boolean =>
  names.some((own) => own !== '' && (isCalledAlike(own, name) || (isByNumber && isCorrected(own, name))))

const keyOf = (name: string): string => (name === '' ? '' : nameKey(name).spellings[0]!)

function listed(map: Map<string, Visitor[]>, key: string, visitor: Visitor): void {
  if (key === '') return
  const known = map.get(key)
  if (known) known.push(visitor)
  else map.set(key, [visitor])
}

type Sign = { readonly says: string; readonly of: readonly Visitor[] | undefined }

function unknown(signs: readonly Sign[]): Whose {
  if (signs.length === 0) return { problem: 'It does not say whose it was.' }
  const names = signs.map(({ says }) => `“${says}”`).join(' or ')
  return { problem: `Nobody on file is known by ${names}.`, names }
}

/** Whose each is; namesakes with what tells them apart. */
function whoHas(known: readonly Sign[]): string {
  const all = [...new Set(known.flatMap(({ of }) => of!))]
  return known
    .map(
      ({ says, of }) =>
        `“${says}” is ${named(of!, (one) => `${one.name}’s${inBrackets(mark(one, all, says))}`)}`,
    )
    .join(', ')
}

/** Those of whom a line may mean either, each as they are told apart. */
function apart(all: readonly Visitor[], says: string): string {
  const isOneName = all.every(({ name }) => name === all[0]!.name)
  const words = (one: Visitor) =>
    isOneName ? mark(one, all, says) : `${one.name}${inBrackets(mark(one, all, says))}`
  return all.some((one) => words(one) === '') ? '' : `: ${named(all, words)}`
}

/** What somebody has alone of those of their name, besides what the line says; '' where there is nothing. */
function mark(one: Visitor, all: readonly Visitor[], says: string): string {
  const namesakes = all.filter((other) => other !== one && other.name === one.name)
  if (namesakes.length === 0) return ''
  const isTold = (text: string) => text === mailKey(says) || text === numberWords(says)
  return one.marks.find((text) => !isTold(text) && !namesakes.some(({ marks }) => marks.includes(text))) ?? ''
}

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`)

const numberWords = (sourceId: string): string => (sourceId === '' ? '' : `number ${sourceId}`)

const mostNamed = 3

function named(all: readonly Visitor[], words: (one: Visitor) => string): string {
  const more = all.length > mostNamed ? ['others'] : []
  return [...all.slice(0, mostNamed).map(words), ...more].join(' and ')
}
