import { fold } from '../fold.ts'
import { kindOf } from './form-of-address.ts'
import { isOthersName } from './gendered-names.ts'
import { isFamilyFirst, isGivenName, mayBeOtherName } from './given-names.ts'
import { headerText } from './header-text.ts'
import { isHonorific, isNoPerson, isSuffix } from './not-a-person.ts'

/** Nobody's name is longer; what is was typed into the wrong field. */
const longestName = 100

/** A name of letters alone: figures, addresses, brackets and pictures say that something else stands there. */
const lettersOnly = /^[\p{L}\p{M}\s.,'’‘\-‐]+$/u

/**
 * The name to greet a customer by, '' where none can be told for sure: "Maria Anders" -> Maria, "Anders, Maria" -> Maria,
 * "Frau Müller", "Familie Meyer", "The Smith Family", "J. Brown" -> ''. Only a word that is known as a given name greets
 * anybody, and only where it stands in a given name's place: a fallback is never wrong, a wrong name is.
 */
export function firstName(name: string, company: string): string {
  const full = headerText(name).normalize('NFC')
  if (full.length > longestName || !lettersOnly.test(full) || isOfCompany(full, company)) return ''
  const given = givenPart(full)
  if (given === null || full.split(/[\s,]+/).some(isNoPerson)) return ''
  const { words, addressed } = bare(given.text.split(' '))
  const [first = '', ...others] = words
  if (!isGiven(first) || saidTo(full).some((whom) => isOthersName(whom, first))) return ''
  const alone = others.length === 0 && !given.afterSurname
  if (alone && (addressed || isMostlyCapitals(first) || mayBeOtherName(first))) return ''
  const last = others.at(-1)
  if (last !== undefined && !given.afterSurname && mayBeOtherWayRound(first, last)) return ''
  if (others.some((word) => isAbbreviation(word, full))) return ''
  return isWritten(first) ? first : capitalised(first)
}

/** Whom the forms of address beside the name say: a woman, or a man. */
const saidTo = (full: string): readonly ('ms' | 'mr')[] =>
  full.split(/[\s,]+/).flatMap((word) => {
    // M. may be Monsieur or an initial: "Angela M.".
    const kind = isHonorific(word) && !/^\p{L}\.?$/u.test(word) ? kindOf(word) : undefined
    return kind === 'ms' || kind === 'mr' ? kind : []
  })

/** Whether the name is the company's, or a part of it. */
function isOfCompany(full: string, company: string): boolean {
  const [mine, theirs] = [fold(full), fold(company)]
  return mine === '' || (theirs !== '' && ` ${theirs} `.includes(` ${mine} `))
}

/** The part that begins with the given name; null where the commas part something else than "Anders, Maria". */
function givenPart(full: string): { readonly text: string; readonly afterSurname: boolean } | null {
  const [before = '', after = '', ...more] = full.split(',').map((part) => part.trim())
  if (more.length > 0) return null
  if (bare(after.split(' ')).words.length === 0) return { text: before, afterSurname: false }
  const surname = bare(before.split(' ')).words
  const sure = surname.length > 0 && surname.every((word) => !isGiven(word) || mayBeOtherName(word))
  return sure ? { text: after, afterSurname: true } : null
}

/** The words without forms of address before them and degrees behind. */
function bare(words: readonly string[]): { readonly words: readonly string[]; readonly addressed: boolean } {
  const from = words.findIndex((word) => word !== '' && !isHonorific(word))
  const rest = from < 0 ? [] : words.slice(from).filter((word) => word !== '')
  const end = rest.findLastIndex((word) => !isSuffix(word)) + 1
  return { words: rest.slice(0, end), addressed: from !== 0 }
}

/** "Anna", "Anne-Marie": every part a given name. An initial is none. */
const isGiven = (word: string): boolean =>
  word.split(/[-‐]/).every((part) => isWhole(part) && isGivenName(part))

const isWhole = (part: string): boolean => /^[\p{L}\p{M}]{2,}$/u.test(part)

/** "Martin Anna" is rather Anna of the Martins, of "Martin Paul" nobody can tell, and "Kim Min-jun" is of the Kims. */
const mayBeOtherWayRound = (first: string, last: string): boolean =>
  (mayBeOtherName(first) && isGiven(last)) || isFamilyFirst(first) || /^\p{Lu}\p{Ll}+[-‐]\p{Ll}+$/u.test(last)

/** "Chelsea FC", "Anna R.I.P.": no surname is written so, unless the whole name is in capitals. */
const isAbbreviation = (word: string, full: string): boolean =>
  /^(?:\p{Lu}\.){2,}$/u.test(word) || (/^\p{Lu}{2,3}$/u.test(word) && full !== full.toUpperCase())

/** As people write their names: a capital, then small letters. */
const isWritten = (word: string): boolean =>
  word.split(/[-‐]/).every((part) => /^\p{Lu}\p{M}*[\p{Ll}\p{M}]+$/u.test(part))

const isMostlyCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|[-‐])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    .normalize('NFC')
