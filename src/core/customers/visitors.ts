import { isCalledAlike, isCorrected } from './called-alike.ts'
import { nameKey } from './names.ts'
import { mailKey } from './person.ts'

/** Somebody on file. */
export interface Visitor {
  readonly id: number
  readonly name: string
  readonly isAside: boolean
}

/** What a list of purchases can name somebody by. */
interface Signs {
  readonly name: string
  readonly sourceId: string
  readonly emailKey: string
  /** What else they are called, or were: their firm, earlier names. */
  readonly alsoCalled?: readonly string[]
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
    add({ id, name, isAside, sourceId, emailKey, alsoCalled = [] }: Visitor & Signs): void {
      const visitor = { id, name, isAside }
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
      return other ? { problem: `Several on file ${first.words}.` } : { visitor: one! }
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

const whoHas = (known: readonly Sign[]): string =>
  known.map(({ says, of }) => `“${says}” is ${of![0]!.name}’s`).join(', ')
