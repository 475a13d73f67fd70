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

/** Shorter words are no name that a text is searched for. */
const shortest = 3
/** Fewer digits may be a price or a date. */
const fewestDigits = 6

/** Finds somebody in a text and takes them out of it. */
export interface ErasedWords {
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
  /** Nobody else on file is called so. */
  readonly isOnlyOne: boolean
  readonly words: ErasedWords
  /** The promises to them. */
  readonly promiseIds: readonly number[]
}

/** What tells a person who is erased, in the texts about them. */
export function erasedWords({ names, mails, phones }: Tells): ErasedWords {
  const whole = [...new Set([...names, ...mails, ...mails.flatMap(mailKeys), ...phones])]
    .filter((text) => text.trim().length >= shortest)
    .toSorted((a, b) => b.length - a.length)
  const words = new Set(names.flatMap(wordsOf).filter((word) => word.length >= shortest))
  const keys = mails.flatMap(mailKeys)
  const numbers = phones.map(digitsOf).filter((digits) => digits.length >= fewestDigits)
  const said = whole.map((text) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'giu'))
  const isNaming = (text: string) =>
    wordsOf(text).some((word) => words.has(word)) ||
    keys.some((key) => text.toLowerCase().includes(key)) ||
    numbers.some((digits) => digitsOf(text).includes(digits))
  return {
    whole,
    names: isNaming,
    without(text) {
      const left = said.reduce((rest, one) => rest.replace(one, erasedName), text)
      return isNaming(left.replaceAll(erasedName, '')) ? undefined : left
    },
  }
}

const wordsOf = (text: string): readonly string[] => fold(text).split(/[^\p{L}\p{N}]+/u)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
