import { headerKey, headerWords, keyOfFurther, type Mapping } from '../import/mapping.ts'
import { mailKind } from './mail-columns.ts'
import { nationalOf, phonesIn, type Phone } from './phones.ts'
import { mobileWords, personWords, phoneWords, whosePhone } from './person-words.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/))
const [mobiles, phones, whose] = [mobileWords, `${mobileWords} ${phoneWords}`, whosePhone].map(words)

const known = new Set(personWords.phone.split(',').map(headerKey))

/** Whether a column is called after a telephone, and besides only after whose, where or the how many-th: "Tél. domicile", "Phone 2 - Value". */
export function isPhoneColumn(column: string): boolean {
  return !column.trim().endsWith('?') && isNamedSo(column) && mailKind(column) === null
}

function isNamedSo(column: string): boolean {
  if (known.has(headerKey(column.replace(/ \(?\d\)?$/, '')))) return true
  // "Telefon2" is a second one.
  const said = headerWords(column.replace(/(\p{L})(\d)(?!\d)/gu, '$1 $2')).split(' ')
  // "No phone" is an answer; "No téléphone" is a number.
  if (said[0] === 'no' && /^(?:phones?|mobile|telephones?)$/.test(column.toLowerCase().split(/\W+/)[1] ?? ''))
    return false
  return said.some((word) => phones!.has(word)) && said.every((word) => phones!.has(word) || isWhose(word))
}

const isWhose = (word: string): boolean => whose!.has(word) || /^\d$/.test(word)

/** Whether a column is called after a mobile phone, which is one person's. */
export const isMobile = (column: string): boolean =>
  headerWords(column)
    .split(' ')
    .some((word) => mobiles!.has(word))

/** The guess with every column of phones: one fills the phone where none does yet, a mobile before others; the rest stand behind it. */
export function withPhones(
  guess: Mapping,
  header: readonly string[],
  isOfPhones: (column: string) => boolean,
): Mapping {
  const taken = new Set(Object.values(guess))
  const free = header.filter((column) => !taken.has(column) && isOfPhones(column))
  const phone = guess['phone'] ?? free.find(isMobile) ?? free[0]
  const others = free.filter((column) => column !== phone)
  return {
    ...guess,
    ...(phone !== undefined && { phone }),
    ...Object.fromEntries(others.map((column) => [keyOfFurther('otherPhones', column), column])),
  }
}

/** The phones of several cells as one field has them, each number once, however it is written; the first cell's come first. */
export function joinedPhones(cells: readonly string[]): string {
  const [first = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const kept = first === '' ? [] : [first]
  for (const part of others.flatMap(partsOfCell))
    if (!kept.includes(part) && !hasPhones(kept.join('\n'), part)) kept.push(part)
  return kept.join(', ')
}

/** What stands in a cell of phones, one number or more each. */
export const partsOfCell = (cell: string): readonly string[] =>
  cell
    .split(/[,;\n]|:::/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Whether all the numbers of a text surely stand in a field; not where it has none. */
export function hasPhones(field: string, text: string): boolean {
  const [here, these] = [phonesIn(field), phonesIn(text)]
  return these.length > 0 && these.every((one) => here.some((other) => isSurelySame(one, other)))
}

/** Unlike those by which people are compared, numbers that may be two are two: none is to be lost. */
function isSurelySame(one: Phone, other: Phone): boolean {
  const abroad = [one, other].filter(({ country }) => country === 'yes')
  if (abroad.length !== 1) return one.bare === other.bare
  const home = abroad[0] === one ? other : one
  return nationalOf(abroad[0]!.bare) === home.bare
}
