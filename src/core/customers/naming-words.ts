import { fold } from '../fold.ts'
import type { Tells } from './erased-words.ts'
import { digitsOf, mailKeys } from './person.ts'

/** A place that may name somebody who is to be erased: the owner looks at it. */
export interface NamingPlace {
  /** "Promise", "Contact". */
  readonly thing: string
  /** What that is called, or whose it is; '' where it has no name. */
  readonly named: string
  /** The line that may name them. */
  readonly line: string
  /** Where it is seen. */
  readonly page: string
}

/** All of them that are shown, and how many there are. */
export interface NamedElsewhere {
  readonly places: readonly NamingPlace[]
  readonly total: number
}

/** Finds texts that may name somebody: rather one too many than one too few, as the owner looks at each. */
export interface NamingWords {
  /** For each way to tell them, patterns that LIKE finds all of in such a text. */
  readonly patterns: readonly (readonly string[])[]
  /** The line of a text that may name them, cut to what fits a list; undefined where none does. */
  lineIn(text: string): string | undefined
}

/** Fields of a customer that tell who they are: what is written there names nobody else. */
export const whoTheyAre: readonly string[] = [
  'name',
  'title',
  'email',
  'phone',
  'otherMails',
  'sourceId',
  'formOfAddress',
  'language',
]

const fewestDigits = 6
const longestLine = 160

export function namingWords({ names, mails, phones }: Tells): NamingWords {
  const called = names.map((name) => fold(name).split(' ')).filter(([first]) => first !== '')
  const keys = [...new Set(mails.flatMap(mailKeys))]
  const numbers = phones.map(digitsOf).filter((digits) => digits.length >= fewestDigits)
  const isNaming = (text: string): boolean => {
    const words = fold(text).split(' ')
    const lower = text.toLowerCase()
    const digits = digitsOf(text)
    return (
      called.some((name) => isCalled(words, name)) ||
      keys.some((key) => lower.includes(key)) ||
      numbers.some((number) => digits.includes(number))
    )
  }
  return {
    patterns: [
      ...names.map((name) => name.split(/\s+/).map(loosely)),
      ...[...mails.flatMap((mail) => mail.split(/[\s<>(),;]+/)), ...keys]
        .filter((mail) => mail.includes('@'))
        .map((mail) => [loosely(mail)]),
      ...phones
        .filter((phone) => digitsOf(phone).length >= fewestDigits)
        .flatMap((phone) => [[loosely(phone)], [loosely(digitsOf(phone))]]),
    ],
    lineIn(text) {
      if (!isNaming(text)) return undefined
      const lines = text.split(/\n+/)
      return around(lines.find(isNaming) ?? text, called)
    },
  }
}

/** All words of a name, in whatever order, each of several also as the beginning of a longer one: "Bergs". */
const isCalled = (words: readonly string[], name: readonly string[]): boolean =>
  name.every((part) => words.some((word) => (name.length > 1 ? word.startsWith(part) : word === part)))

/** What is no plain letter may be written otherwise. */
const loosely = (text: string): string => `%${text.replace(/[^a-z0-9@.+ -]+/gi, '%').replace(/%$/, '')}%`

/** A long line from somewhat before where the name begins. */
function around(line: string, called: readonly (readonly string[])[]): string {
  const bare = line.replace(/\s+/g, ' ').trim()
  if (bare.length <= longestLine) return bare
  const first = called.map(([word]) => bare.toLowerCase().indexOf(word!)).find((at) => at >= 0) ?? 0
  const from = Math.max(0, Math.min(first - 40, bare.length - longestLine))
  const end = from + longestLine
  return `${from > 0 ? '…' : ''}${bare.slice(from, end)}${end < bare.length ? '…' : ''}`
}
