import { identity } from '../fold.ts'
import { headerKey, type Mapping } from '../import/mapping.ts'
import { personWords } from './person-words.ts'

/** Names that say by themselves that they are whole, or that programs also fill with a firm's. */
const saysWhole =
  /full|complet|display|anzeige|afficher|mostrado|visualizzat|weergave|exibi|wyswietlan|visnavn|naytto|zobrazovan|^contactname$/
/** Under these stands a number or a name. */
const numberOrName = /^(?:customers?|kunden?|clients?|clientes?|klant(?:en)?)$/

/** Answers of a column once, as every line asks. */
function once(answer: (column: string) => boolean): (column: string) => boolean {
  const known = new Map<string, boolean>()
  return (column) => {
    const before = known.get(column)
    if (before !== undefined) return before
    const now = answer(column)
    known.set(column, now)
    return now
  }
}

/** Whether a column that is read as a number may have names as well. */
export const mayBeName = once((column) => numberOrName.test(headerKey(column)))

/** A number as programs write them, "17" or "K 20"; "Cafe 21" is a name. */
export const isNumberAlone = (cell: string): boolean =>
  /\p{N}/u.test(cell) && !(/\s/.test(cell.trim()) && /\p{L}{3}/u.test(cell))

/** Whether most of a column are numbers; where a first name stands beside it, as a firm has none. */
export function areNumbers(
  cells: Iterable<string>,
  firstNames: Iterable<string>,
  isNumber: (cell: string) => boolean = isNumberAlone,
): boolean {
  const beside = { numbers: 0, others: 0 }
  const all = { ...beside }
  for (const [cell, first] of together(cells, firstNames)) {
    if (cell === '') continue
    const what = isNumber(cell) ? 'numbers' : 'others'
    all[what]++
    if (first !== '') beside[what]++
  }
  const told = beside.numbers + beside.others > 0 ? beside : all
  return told.numbers > 0 && told.numbers >= told.others
}

const surelyLast = new Set(
  personWords.lastName
    .split(',')
    .map(headerKey)
    .filter((key) => key !== 'nom'),
)

/** Whether a column says by itself that its names are whole. */
export const areWhole = once((column) => saysWhole.test(headerKey(column)))

/** Whether a column read as last names may have whole ones as well. */
export const mayBeWhole = once((column) => {
  const key = headerKey(column)
  return ![...surelyLast].some((sure) => key.includes(sure))
})

/** Lines that tell what a column holds. */
const lookedAt = 2000

/**
 * Whether the names of a column that stands beside one of first names are last names alone: it does not say otherwise, and most
 * names with a first name do not have it in them. Where no line has both, nothing says so.
 */
export function areLastNames(column: string, names: Iterable<string>, firstNames: Iterable<string>): boolean {
  if (areWhole(column)) return false
  let [alone, whole] = [0, 0]
  for (const [name, first] of together(names, firstNames)) {
    if (alone + whole === lookedAt) break
    if (name === '' || first === '' || isFirm(name)) continue
    if (hasIn(name, first)) whole++
    else alone++
  }
  return alone > 0 && alone >= whole
}

/** How the names of firms end, which say nothing of the others in their column. */
const firmForms = new Set(
  'gmbh mbh ag kg kgaa ohg gbr ug ltd limited inc llc corp sarl sas sa srl spa sl bv nv ab as aps oy'.split(
    ' ',
  ),
)

/** Whether a name ends like a firm's. */
export function isFirm(name: string): boolean {
  const words = identity(name).split(' ')
  return words.length > 1 && firmForms.has(words.at(-1)!)
}

/** Whether a name has all of a first name in it. */
export function hasAllIn(name: string, first: string): boolean {
  const [words, firsts] = [identity(name).split(' '), identity(first).split(' ')]
  if (firsts.every((one) => words.includes(one))) return true
  // Korean names are written without a space, but not each letter is a word.
  return /\p{Script=Hangul}/u.test(first) && words.join('').includes(firsts.join(''))
}

/** Whether a name has a first name in it, or its initial beside another word. */
export function hasIn(name: string, first: string): boolean {
  if (hasAllIn(name, first)) return true
  const words = identity(name).split(' ')
  const told = identity(first)
    .split(' ')
    .filter((one) => one.length > 1)
  const isInitial = (word: string) => word.length === 1 && words.length > 1
  return words.some((word) => told.some((one) => one === word || (isInitial(word) && one.startsWith(word))))
}

function* together(one: Iterable<string>, other: Iterable<string>): Generator<[string, string]> {
  const others = other[Symbol.iterator]()
  for (const text of one) {
    const next = others.next()
    if (next.done) return
    yield [text.trim(), next.value.trim()]
  }
}

/** A "Name" beside a last name alone is the first name; a "contact" beside first and last name is the firm. */
export function whoseName(guess: Mapping): Mapping {
  const { name, ...others } = guess
  if (name === undefined || !('lastName' in guess)) return guess
  if (!('firstName' in guess)) return { ...others, firstName: name }
  return headerKey(name) === 'contactname' && !('company' in guess) ? { ...others, company: name } : guess
}

/** A "Name" beside a first name alone is the last name where what is in both says so, and so is a "Customer" that has no numbers. */
export function withLastName(guess: Mapping, cellsOf: (column: string) => Iterable<string>): Mapping {
  const { firstName } = guess
  if (firstName === undefined || 'lastName' in guess) return guess
  const isLast = (column: string) => areLastNames(column, cellsOf(column), cellsOf(firstName))
  const { name, ...others } = guess
  if (name !== undefined) return isLast(name) ? { ...others, lastName: name } : guess
  const { sourceId, ...unnumbered } = guess
  if (sourceId === undefined || !mayBeName(sourceId)) return guess
  if (areNumbers(cellsOf(sourceId), cellsOf(firstName))) return guess
  return { ...unnumbered, [isLast(sourceId) ? 'lastName' : 'name']: sourceId }
}
