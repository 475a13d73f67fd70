import { fold } from '../fold.ts'
import { everyPhone, said } from './compared.ts'
import { customerMemory, everSaid } from './import-memory.ts'
import type { Known } from './known.ts'
import { nameKey, nameWords } from './names.ts'
import { phoneEnds } from './phones.ts'

/** What somebody can be known again by; all their phones, parted as in one field. */
export interface Person {
  readonly name: string
  readonly earlierNames: readonly string[]
  readonly phone: string
  readonly sourceId: string
}

/**
 * What two customers share who may be one person written otherwise, as far as a no to mail goes: the same phone and number, or the
 * same phone and two words of a name or its first, in whatever order, spelling and hyphens: a name may be shortened, doubled or married.
 * Any name that was theirs counts.
 */
export function alikeSigns({ name, earlierNames, phone, sourceId }: Person): readonly string[] {
  if (phone === '') return []
  const parts = [
    ...[name, ...earlierNames]
      .flatMap(nameWords)
      .flatMap((words) => [`f ${words[0]}`, `l ${letters(words)}`, ...pairs(words)]),
    ...(sourceId === '' ? [] : [`n ${numberKey(sourceId)}`]),
  ]
  return phoneEnds(phone).flatMap((end) => parts.map((part) => `${end} ${part}`))
}

/** A name without its order, hyphens and umlauts: Annemarie Levy is Levy Anne-Marie, Muller Juergen Jürgen Müller. */
const letters = (words: readonly string[]): string =>
  [...words.join('').replace(/([aou])e/g, '$1')].toSorted().join('')

/** A customer's number as it is compared: a spreadsheet loses the zeros it begins with. */
export const numberKey = (sourceId: string): string => fold(sourceId).replace(/^0+(?=.)/, '') || sourceId

/** A firm's name may be long. */
const mostWords = 10

const pairs = (words: readonly string[]): readonly string[] =>
  words
    .toSorted()
    .slice(0, mostWords)
    .flatMap((one, i, all) => all.slice(i + 1).map((other) => `w ${one} ${other}`))

/** A customer with every name and phone that was theirs. */
export function personOf(known: Known): Person {
  const [name = '', ...earlierNames] = said(known, 'name')
  return { name, earlierNames, phone: everyPhone(known), sourceId: known.sourceId }
}

/** The same of a row of the shop file. */
export function personOnFile({ name, phone, sourceId, ...kept }: PersonRow): Person {
  const memory = customerMemory.read(kept)
  const [, ...earlierNames] = everSaid(memory, 'name', name)
  return { name, earlierNames, phone: everSaid(memory, 'phone', phone).join('\n'), sourceId }
}

interface PersonRow extends Omit<Person, 'earlierNames'> {
  readonly broughtFields: number
  readonly earlierValues: string
}

/** The signs worked out last: a yes is looked for among the noes and then kept among the yeses. */
let last = { of: '', signs: [] as readonly string[] }

function signsOf(known: Known): readonly string[] {
  const person = personOf(known)
  const of = [person.phone, person.sourceId, person.name, ...person.earlierNames].join('\n')
  if (last.of !== of) last = { of, signs: [...alikeSigns(person), ...namedNumbers(person)] }
  return last.signs
}

/** One name with one number is one person as soon as the no is on file, whatever their phones: see isKnownAgain in whose.ts. */
const namedNumbers = ({ name, earlierNames, sourceId }: Person): readonly string[] =>
  sourceId === ''
    ? []
    : [name, ...earlierNames]
        .flatMap((one) => nameKey(one).spellings)
        .map((spelling) => `n ${numberKey(sourceId)} ${spelling}`)

const nameSigns = (known: Known): readonly string[] =>
  said(known, 'name')
    .flatMap(nameWords)
    .map((words) => words.toSorted().join(' '))

/** Whether neither phone, number nor city says of two of one name that they are two, or that they are one. Asked often. */
function isOpen(one: Known, other: Known): boolean {
  const differ = (a: string, b: string) => a !== '' && b !== '' && fold(a) !== fold(b)
  return (
    (everyPhone(one) === '' || everyPhone(other) === '') &&
    !differ(one.sourceId, other.sourceId) &&
    !differ(one.details.city, other.details.city)
  )
}

/** Namesakes that are looked at: a list of nothing but "Cash customer" must not take for ever. */
const mostNamesakes = 100

/** Customers who gave one answer, by the signs that make two the same for a no, and by name; `holds` says whether they still do. */
export function alikeForNo(holds: (known: Known) => boolean) {
  const bySign = new Map<string, Known[]>()
  const listed = (sign: string): readonly Known[] => bySign.get(sign) ?? []
  return {
    enter(one: Known): void {
      for (const sign of [...nameSigns(one), ...signsOf(one)]) {
        const there = bySign.get(sign)
        if (!there) bySign.set(sign, [one])
        else if (there.at(-1) !== one) there.push(one)
      }
    },
    /** One of the others who share a sign. */
    any(one: Known): Known | undefined {
      if (bySign.size === 0) return undefined
      for (const sign of signsOf(one)) {
        const other = listed(sign).find((known) => known !== one && holds(known))
        if (other) return other
      }
      return undefined
    },
    /** All others who share a sign; those who answer otherwise by now are forgotten. */
    all(one: Known): readonly Known[] {
      if (bySign.size === 0) return []
      const all = new Set<Known>()
      for (const sign of signsOf(one)) {
        const there = listed(sign).filter(holds)
        if (there.length > 0) bySign.set(sign, there)
        else bySign.delete(sign)
        for (const known of there) if (known !== one) all.add(known)
      }
      return [...all]
    },
    /** Another of the same name, where nothing but their mail addresses tells anything of the two. */
    namesake: (one: Known): Known | undefined =>
      bySign.size === 0
        ? undefined
        : nameSigns(one)
            .flatMap((sign) => listed(sign).slice(0, mostNamesakes))
            .find((known) => known !== one && holds(known) && isOpen(one, known)),
  }
}
