import { firstName } from './first-name.ts'
import { formOfAddress, kindOf, saysNothing, type FormOfAddress, type Whom } from './form-of-address.ts'
import { isOthersName } from './gendered-names.ts'
import { isFamilyFirst, isGivenName, mayBeOtherName } from './given-names.ts'
import { headerText } from './header-text.ts'
import { isHonorific, isNoPerson, isSuffix } from './not-a-person.ts'

/** What is on file of whom words are to. */
export interface OnFile {
  readonly name: string
  readonly company: string
  /** As it is kept: see form-of-address.ts. */
  readonly formOfAddress: string
}

/** Whom a letter is to, as far as it is sure; whatever is in doubt is nobody, who is greeted without a name. */
export type Addressee =
  | { readonly to: 'nobody' }
  | { readonly to: 'family' | 'couple'; readonly surname: string }
  | { readonly to: 'two'; readonly first: string; readonly second: string; readonly surname: string }
  | {
      readonly to: 'person'
      readonly whom: Whom
      readonly title: FormOfAddress['title']
      /** What stands behind a form of address: the surname, or the whole name where nobody can tell which it is. */
      readonly last: string
      /** The whole name, and the given name alone; '' where it is not known to be one. */
      readonly whole: string
      readonly given: string
      /** Whether there is a surname that nobody can tell how to write. */
      readonly isUnwritten?: true
    }

const nobody = { to: 'nobody' } as const

/** Nobody's name is longer, and all of it is letters. */
const longestName = 100
const lettersOnly = /^[\p{L}\p{M}\s.,'’‘\-‐]+$/u

/** The name to greet somebody by in a newsletter; '' where none is sure, or where they are several or a firm. */
export function greetedBy({ name, company, formOfAddress: form }: OnFile): string {
  const whom = formOfAddress(form)?.whom
  return whom === 'family' || whom === 'couple' || whom === 'company' ? '' : givenOf(name, company, whom)
}

/** The given name, unless it is one of the other gender: a man's that stands for his wife, Mrs John Smith, or a slip. */
function givenOf(name: string, company: string, whom: Whom | undefined): string {
  const given = firstName(name, company)
  return (whom === 'ms' || whom === 'mr') && isOthersName(whom, given) ? '' : given
}

/** Reads whom a letter is to from what is on file. */
export function addressee({ name, company, formOfAddress: kept }: OnFile): Addressee {
  const full = headerText(name)
    .normalize('NFC')
    .replace(/\s*[&+]\s*/g, ' und ')
  const form = formOfAddress(kept) ?? { whom: '', title: '' }
  if (full === '' || full.length > longestName || !lettersOnly.test(full) || form.whom === 'company')
    return nobody
  if (form.whom === '' && full.toLowerCase() === company.toLowerCase()) return nobody
  const turned = inOrder(full)
  if (turned === null) return nobody
  const { form: said, rest } = headed(turned)
  if (said === null) return nobody
  const whom = form.whom || said.whom
  if (form.whom !== '' && said.whom !== '' && form.whom !== said.whom) return nobody
  const words = withoutSuffixes(rest)
  if (whom === 'family' || whom === 'couple') return together(words, whom)
  const two = pairOf(words)
  if (two) return whom === '' ? two : nobody
  return person(words, { whom, title: form.title || said.title }, givenOf(name, company, whom))
}

/** "Berg, Anna" and "Berg, Frau Anna" with the surname last; null where the commas part something else. */
function inOrder(full: string): readonly string[] | null {
  const [before = '', after = '', ...more] = full.split(',').map((part) => part.trim())
  const split = (text: string) => text.split(' ').filter((word) => word !== '')
  if (more.length > 0) return null
  if (after === '') return split(before)
  const words = split(after)
  const names = words.filter((word) => kindOf(word) === undefined && !isSuffix(word))
  if (names.length === 0) return [...words.filter((word) => kindOf(word) !== undefined), ...split(before)]
  return isGivenName(names[0]!) ? [...words, ...split(before)] : null
}

/** Words that may be somebody's initial, or another word, as well as a form of address. */
const mayBeInitial = /^(?:\p{L}\.?|fr\.?|don|donna)$/iu

/** The form of address before a name, null where it is one that no letter of ours knows, and the rest. */
function headed(words: readonly string[]): {
  readonly form: FormOfAddress | null
  readonly rest: readonly string[]
} {
  const from = words.findIndex(
    (word, i) =>
      !isHead(word) && !(isAnd(word) && i > 0 && isHead(words[i - 1]!) && isHead(words[i + 1] ?? '')),
  )
  const head = from < 0 ? words : words.slice(0, from)
  if (head.some((word) => mayBeInitial.test(word))) return { form: null, rest: [] }
  const isPlain = head.every((word) => word.split(/[-.]+/).every((part) => part === '' || saysNothing(part)))
  return {
    form: isPlain ? { whom: '', title: '' } : formOfAddress(head.join(' ')),
    rest: from < 0 ? [] : words.slice(from),
  }
}

const isHead = (word: string): boolean => kindOf(word) !== undefined || isHonorific(word)

const isAnd = (word: string): boolean => /^(?:und|and|et|y|e|en|u\.?)$/i.test(word)

function withoutSuffixes(words: readonly string[]): readonly string[] {
  return words.slice(0, words.findLastIndex((word) => !isSuffix(word)) + 1)
}

/** "Anna und Max Berg". */
function pairOf(words: readonly string[]): Addressee | undefined {
  const [first = '', and = '', second = '', ...surname] = words
  if (!isAnd(and) || !isSureGiven(first) || !isSureGiven(second) || surname.length === 0) return undefined
  const name = surnameOf(surname)
  return name === '' ? nobody : { to: 'two', first, second, surname: name }
}

function together(words: readonly string[], to: 'family' | 'couple'): Addressee {
  const two = pairOf(words)
  if (two?.to === 'two') return { to, surname: two.surname }
  const surname = surnameOf(isSureGiven(words[0] ?? '') && words.length > 1 ? words.slice(1) : words)
  return surname === '' ? nobody : { to, surname }
}

/** A surname as it is written, unless some word of it is none; '' then. */
const surnameOf = (words: readonly string[]): string =>
  words.length === 0 || words.length > 4 || words.some(isNoName) ? '' : written(words)

/** "Chelsea FC": no surname is written so, nor is a firm's word one. */
const isNoName = (word: string): boolean =>
  isNoPerson(word) || /^the$/i.test(word) || /^\p{Lu}{2,3}$/u.test(word) || /^(?:\p{Lu}\.){2,}$/u.test(word)

function person(words: readonly string[], { whom, title }: FormOfAddress, given: string): Addressee {
  const isShouted = words.join(' ') === words.join(' ').toUpperCase()
  if (
    words.length === 0 ||
    words.length > 6 ||
    words.some((word) => (isShouted ? isNoPerson(word) : isNoName(word)))
  )
    return nobody
  const whole = written(words)
  if (whole === '') return given === '' ? nobody : { ...alone(given), isUnwritten: true }
  const [first = ''] = words
  if (words.length === 1) {
    // "Frau Anna" is greeted by no surname.
    if (isGivenAlone(first)) return given === '' ? nobody : alone(given)
    if (whom === '' && title === '') return given === '' ? nobody : alone(given)
    return { to: 'person', whom, title, last: whole, whole: '', given: '' }
  }
  const last = written(afterGiven(words)) || whole
  const known = given === '' && whom === '' ? '' : whole
  return { to: 'person', whom, title, last: known === '' && title === '' ? '' : last, whole: known, given }
}

const alone = (given: string) => ({ to: 'person', whom: '', title: '', last: '', whole: '', given }) as const

/** "Anna", "Anna-Lena", "Hans-Peter"; Peter alone may be a surname. */
const isGivenAlone = (word: string): boolean => {
  const parts = word.split(/[-‐]/)
  return parts.every(isGivenName) && (parts.length > 1 || !mayBeOtherName(word))
}

const particle =
  /^(?:von|van|vom|vander|de|del|della|di|da|du|der|den|ter|ten|zu|zum|zur|af|av|le|la|dos|das|do)$/i

/** The surname where it is sure which it is: behind known given names, one word, or one with what stands before it. */
function afterGiven(words: readonly string[]): readonly string[] {
  const [first = ''] = words
  const rest = words.slice(1)
  if (!isSureGiven(first) || (mayBeOtherName(first) && isGivenName(rest.at(-1)!) && !particle.test(rest[0]!)))
    return words
  const from = rest.findIndex((word, i) => particle.test(word) || i === rest.length - 1)
  const isSure = rest.slice(0, from).every((word) => isGivenName(word) || /^\p{L}\.?$/u.test(word))
  const surname = rest.slice(from)
  const names = surname.filter((word) => !particle.test(word))
  // Of "Anna Maria" and "Hans Peter" the second may be a given name as well, and no surname is there.
  if (surname.length === 1 && surname[0]!.split(/[-‐]/).every(isGivenName)) return words
  return isSure && names.length === 1 && surname.at(-1) === names[0] ? surname : words
}

const isSureGiven = (word: string): boolean =>
  word.split(/[-‐]/).every((part) => part.length > 1 && isGivenName(part)) && !isFamilyFirst(word)

/** What nobody can write with capitals without knowing the name: McDonald, Macdonald, D'Angelo. */
const ownCapitals = /^(?:mc|mac|d['’‘]|l['’‘]|fitz)/i

/** Words as people write their names; '' where they are typed in capitals or small letters that nobody can put right. */
function written(words: readonly string[]): string {
  const names = words.filter((word) => !particle.test(word))
  const whole = words.join(' ')
  const isShouted =
    names.length > 0 &&
    names.every((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase())
  const isWhispered = names.length > 0 && names.every((word) => /^\p{Ll}/u.test(word))
  if (!isShouted && !isWhispered) return whole
  if (names.some((word) => ownCapitals.test(word) || /[ıİßẞ]/.test(word))) return ''
  return words.map((word) => (particle.test(word) ? word.toLowerCase() : capitalised(word))).join(' ')
}

const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(
      /(^o['’‘]|^|[-‐])(\p{L})/gu,
      (_, mark: string, letter: string) => mark.toUpperCase() + letter.toUpperCase(),
    )
    .normalize('NFC')
