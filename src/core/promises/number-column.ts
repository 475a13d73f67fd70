import { headerKey, type ImportField, type Mapping } from '../import/mapping.ts'

type CellsOf = (column: string) => Iterable<string>

/**
 * Guesses with the columns that are called as the order's number is and are none left out of it: a house's number, and words, which
 * are what was ordered where no other column says that. `guess` guesses with the fields it is given.
 */
export function guessNumbered(
  header: readonly string[],
  fields: readonly ImportField[],
  cellsOf: CellsOf,
  guess: (fields: readonly ImportField[]) => Mapping,
): Mapping {
  const called = new Set(fields.find(({ name }) => name === 'id')?.aliases.map(headerKey))
  const others = new Set<string>()
  for (;;) {
    const withoutOthers = fields.map((field) =>
      field.name === 'id'
        ? { ...field, aliases: field.aliases.filter((alias) => !others.has(headerKey(alias))) }
        : field,
    )
    const found = guess(withoutOthers)
    const { id } = found
    if (id === undefined || !(areWords(cellsOf(id)) || isOfHouse(header, id)))
      return withWords(found, header, (column) => called.has(headerKey(column)) && areWords(cellsOf(column)))
    others.add(headerKey(id))
  }
}

function withWords(found: Mapping, header: readonly string[], isOrder: (column: string) => boolean): Mapping {
  const words = header.find(isOrder)
  const isFree = words !== undefined && !('what' in found) && !Object.values(found).includes(words)
  return isFree ? { ...found, what: words } : found
}

/** Whether most of a column has no digit. */
function areWords(cells: Iterable<string>): boolean {
  const told = [...cells].filter((cell) => cell.trim() !== '')
  return told.filter((cell) => /\p{N}/u.test(cell)).length * 2 < told.length
}

const street = /strasse|street|^rue|calle|^via|straat|adress|address|direccion|indirizzo|domicil/

/** "Nr." right behind the street is the house's. */
const isOfHouse = (header: readonly string[], column: string): boolean =>
  /^(?:n|nr|no|num|nummer|numero|number)$/.test(headerKey(column)) &&
  street.test(headerKey(header[header.indexOf(column) - 1] ?? ''))
