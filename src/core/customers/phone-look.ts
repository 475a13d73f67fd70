import { headerWords } from '../import/mapping.ts'
import { isNoValue } from '../no-value.ts'
import { wholePhones } from './phones.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
const numberWords = words('n no nr num number numbers nummer numer numero')
/** Where or how somebody is reached: with "Number" behind it most often a telephone, and sometimes a number of another kind. */
const reachedAt = words(
  `contact contacts kontakt contacto contatto home private privat prive privato work office business primary main
  principal haupt other second secondary alternate alternative alt additional emergency direct day daytime evening dienstlich dienst
  geschaftlich bureau domicile casa thuis werk zakelijk trabajo lavoro ufficio oficina`,
)
const around = words(
  'customer customers client clients kunde kunden cliente clienti klant person of de du la le el di s 1 2 3 4',
)

/** Whether a column may be one of phones or of customers' numbers by its name: "Contact Number", "Home No", "Client Contact Nr". */
export function mayBePhones(column: string): boolean {
  const said = headerWords(column).split(' ')
  const has = (set: ReadonlySet<string>) => said.some((word) => set.has(word))
  if (said[0] === 'no' || !has(numberWords) || !has(reachedAt)) return false
  return said.every((word) => numberWords.has(word) || reachedAt.has(word) || around.has(word))
}

/** Whether a column is called after a number of the customer, without a word that only a program's own has. */
const mayBeOwnNumber = (column: string): boolean => {
  const said = headerWords(column).split(' ')
  return (
    said.some((word) => numberWords.has(word) || around.has(word) || /n(?:umme)?r$/.test(word)) &&
    said.every(
      (word) => !/^(?:id|code|codice|codigo|ref|reference|referenz|internal|record|account)$/.test(word),
    )
  )
}

const contactAlone = /^(?:contacts?|kontakte?|contacto|contatto)$/

/**
 * Whether a column of a number is one of phones, by its name and by what is in it: under "Contact Number" where it looks like phones
 * or is blank, under "Contact", which mostly names somebody, where it looks like phones, and under "Customer Number" where it cannot be
 * anything else.
 */
export function holdsPhones(column: string, cellsOf: (column: string) => Iterable<string>): boolean {
  // Nobody is called at a fax, however its numbers look.
  if (/fax|pager/.test(headerWords(column))) return false
  if (mayBePhones(column)) return lookOf(cellsOf(column)) !== 'numbers'
  if (contactAlone.test(headerWords(column))) return ['phones', 'perhaps'].includes(lookOf(cellsOf(column)))
  return mayBeOwnNumber(column) && lookOf(cellsOf(column)) === 'phones'
}

/** Whether a column is called nothing but "Number", and what is in it may be phones as well. */
export const isOpenNumber = (column: string, cells: Iterable<string>): boolean =>
  headerWords(column)
    .split(' ')
    .every((word) => numberWords.has(word)) && lookOf(cells) === 'perhaps'

/** Lines that tell what a column holds. */
const lookedAt = 2000

/** What most of the cells look like: surely phones, perhaps phones, or numbers that somebody counts with. */
function lookOf(cells: Iterable<string>): 'phones' | 'perhaps' | 'numbers' | 'blank' {
  const said: string[] = []
  let looked = 0
  for (const cell of cells) {
    if (looked++ > lookedAt) break
    const text = cell.trim().replace(/^'/, '')
    if (text !== '' && !isNoValue(text)) said.push(text)
  }
  const most = (is: (text: string) => boolean) => said.filter(is).length * 2 > said.length
  if (said.length === 0) return 'blank'
  if (!most(isLikePhone) || isCounted(said)) return 'numbers'
  return most(isSurelyPhone) ? 'phones' : 'perhaps'
}

/** Seven digits and more, in groups or not, with words behind them at most. */
const isLikePhone = (text: string): boolean =>
  /^(?:tel\S* *)?[+(\d][\d\s()./+\-‐–]*(?:[(,;:]|\s*(?:x|ext|or|oder|ou|o|und|and)\b|$)/i.test(text) &&
  wholePhones(text).some(({ bare }) => bare.length >= 6 && bare.length <= 15)

/** With the plus or the zero of a telephone, or in the groups of North American and Indian ones. */
const isSurelyPhone = (text: string): boolean =>
  isLikePhone(text) &&
  (/^\(?(?:\+|00[1-9])/.test(text) ||
    (/^\(?0[1-9]/.test(text) && text.replace(/\D+/g, '').length >= 9) ||
    /^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/.test(text) ||
    /^\d{5} \d{5}\b/.test(text))

/** Whether digits alone stand so close together that they are counted up: from 0100000001 to 0100000380. */
function isCounted(said: readonly string[]): boolean {
  if (said.length < 3 || said.some((text) => !/^\d+$/.test(text))) return false
  const all = said.map(Number)
  return Math.max(...all) - Math.min(...all) < 100 * said.length
}
