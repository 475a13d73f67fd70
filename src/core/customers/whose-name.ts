import { identity } from '../fold.ts'
import { headerKey, type Mapping } from '../import/mapping.ts'

/** Names that say by themselves that they are whole, or that programs also fill with a firm's. */
const saysWhole =
  /full|complet|display|anzeige|afficher|mostrado|visualizzat|weergave|exibi|wyswietlan|visnavn|naytto|zobrazovan|^contactname$/
/** Under these stands a number or a name. */
const numberOrName = /^(?:customers?|kunden?|clients?|clientes?|klant(?:en)?)$/

/** Lines that tell what a column holds. */
const lookedAt = 2000

/**
 * Whether the names of a column that stands beside one of first names are last names alone: it does not say otherwise, and most
 * names with a first name do not have it in them. Where no line has both, nothing says so.
 */
export function areLastNames(column: string, names: Iterable<string>, firstNames: Iterable<string>): boolean {
  if (saysWhole.test(headerKey(column))) return false
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

function isFirm(name: string): boolean {
  const words = identity(name).split(' ')
  return words.length > 1 && firmForms.has(words.at(-1)!)
}

/** Whether a name has a first name in it, or its initial beside another word. */
function hasIn(name: string, first: string): boolean {
  const [words, firsts] = [identity(name).split(' '), identity(first).split(' ')]
  if (firsts.every((one) => words.includes(one))) return true
  // Korean names are written without a space, but not each letter is a word.
  if (/\p{Script=Hangul}/u.test(first) && words.join('').includes(firsts.join(''))) return true
  const told = firsts.filter((one) => one.length > 1)
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
  if (sourceId === undefined || !numberOrName.test(headerKey(sourceId)) || hasDigits(cellsOf(sourceId)))
    return guess
  return { ...unnumbered, [isLast(sourceId) ? 'lastName' : 'name']: sourceId }
}

const hasDigits = (cells: Iterable<string>): boolean => {
  for (const cell of cells) if (/\p{N}/u.test(cell)) return true
  return false
}
