import { fold } from '../fold.ts'
import { digitsOf, mailKeys } from './person.ts'

/** What stands where somebody erased was named. */
export const erasedName = 'a customer (erased)'

/** What somebody was called and reached by, each as it was written, also before. */
export interface Tells {
  readonly names: readonly string[]
  readonly mails: readonly string[]
  readonly phones: readonly string[]
}

/** What of somebody means nobody else on file; the rest is somebody else's too, or may be any word. */
export interface SureWords {
  /** Names of two words and more, mail addresses and phones. */
  readonly texts: readonly string[]
  /** Whether a text has one of them in it as it stands, not as a part of a longer word, address or number. */
  names(text: string): boolean
  /** The text without them; all else in it stays as it is. */
  without(text: string): string
}

/** Shorter words are no name that a text is searched for. */
const shortest = 3
/** Fewer digits may be a price or a date. */
const fewestDigits = 6

/** Finds somebody in a text about them and takes them out of it. */
export interface ErasedWords {
  readonly tells: Tells
  /** For texts that are about others. */
  readonly sure: SureWords
  /** All that tells them as it was written. */
  readonly whole: readonly string[]
  /** Whether a text has any word of their name, their mail address or phone in it. */
  names(text: string): boolean
  /** The text without them; undefined where a part of them would be left. */
  without(text: string): string | undefined
}

/** Somebody who is being erased: each feature takes them out of its own rows. */
export interface Erased {
  /** Their number, and those of who was merged into them. */
  readonly ids: readonly number[]
  /** What they are and were called. */
  readonly names: readonly string[]
  /** Their mailboxes, also of before. */
  readonly emailKeys: readonly string[]
  /** The signs of what they are known by (core/customers/whose.ts). */
  readonly whose: string
  /** The same of each who was merged into them, as they were then, by the number that was theirs. */
  readonly formers: readonly { readonly id: number; readonly whose: string }[]
  /** Nobody else on file is called so. */
  readonly isOnlyOne: boolean
  readonly words: ErasedWords
  /** The promises to them. */
  readonly promiseIds: readonly number[]
}

/** What tells a person who is erased, in the texts about them; `alone` is what nobody else on file has. */
export function erasedWords(tells: Tells, alone: Tells): ErasedWords {
  const { names, mails, phones } = tells
  const whole = [...new Set([...names, ...mails, ...mails.flatMap(mailKeys), ...phones])]
    .filter((text) => text.trim().length >= shortest)
    .toSorted(longestFirst)
  const words = new Set(names.flatMap(wordsOf).filter((word) => word.length >= shortest))
  const keys = mails.flatMap(mailKeys)
  const numbers = phones.map(digitsOf).filter((digits) => digits.length >= fewestDigits)
  const said = whole.map(
    (text) => new RegExp(`(?<![\\p{L}\\p{N}]-?)${escaped(text)}(?!-?[\\p{L}\\p{N}])`, 'giu'),
  )
  const isNaming = (text: string) =>
    wordsOf(text).some((word) => words.has(word)) ||
    keys.some((key) => text.toLowerCase().includes(key)) ||
    numbers.some((digits) => digitsOf(text).includes(digits))
  return {
    tells,
    whole,
    sure: sureWords(alone),
    names: isNaming,
    without(text) {
      const left = said.reduce((rest, one) => rest.replace(one, erasedName), text)
      return isNaming(left.replaceAll(erasedName, '')) ? undefined : left
    },
  }
}

/** Parts of a word: "Anna Berg-Maier" is not Anna Berg. */
const partOfWord = String.raw`[\p{L}\p{M}\p{N}_'’‘ʼ‐‑-]`

/** A name as it stands in a text, whatever its case and spaces. */
export const nameStanding = (name: string): RegExp =>
  new RegExp(
    `(?<!${partOfWord})${spaced(name)
      .map(escaped)
      .join(String.raw`\s+`)}(?!${partOfWord})`,
    'giu',
  )

const mailStanding = (mail: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}_'’.+@-])${escaped(mail)}(?![\p{L}\p{M}\p{N}_'’@-]|\.[\p{L}\p{N}])`,
    'giu',
  )

/** Digits before or after may belong to a longer number, also beyond a space. */
const phoneStanding = (phone: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}]|[\p{N}+/()-]\s?)${escaped(phone)}(?![\p{L}\p{N}]|\s?[/-]?\s?\p{N})`,
    'giu',
  )

function sureWords({ names, mails, phones }: Tells): SureWords {
  const full = names.filter((name) => spaced(name).filter((word) => /\p{L}/u.test(word)).length > 1)
  const written = mails.flatMap((mail) => mail.split(/[\s<>()[\],;"]+/)).filter((mail) => mail.includes('@'))
  const addresses = [...new Set([...written, ...mails.flatMap(mailKeys)])]
  const numbers = phones.filter((phone) => digitsOf(phone).length >= fewestDigits)
  const standing = [
    ...full.toSorted(longestFirst).map(nameStanding),
    ...addresses.toSorted(longestFirst).map(mailStanding),
    ...numbers.toSorted(longestFirst).map(phoneStanding),
  ]
  return {
    texts: [...full, ...addresses, ...numbers],
    names: (text) => standing.some((one) => text.search(one) >= 0),
    without: (text) => standing.reduce((rest, one) => rest.replace(one, erasedName), text),
  }
}

const spaced = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

const longestFirst = (a: string, b: string): number => b.length - a.length

const wordsOf = (text: string): readonly string[] => fold(text).split(/[^\p{L}\p{N}]+/u)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
