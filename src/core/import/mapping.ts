import { fold } from '../fold.ts'

/** A field an import can fill. `aliases` are header texts in several languages, the most telling first. */
export interface ImportField<Field extends string = string> {
  readonly name: Field
  readonly aliases: readonly string[]
  /** What the owner calls it, where its name is not the word. */
  readonly label?: string
  /** The field that this one has the rest of: any number of columns fill it, each under a key of its own. */
  readonly furtherOf?: string
  /** Whether it decides who or what a line is: only a header that is an alias as it stands fills it, "Contact number" is none's own. */
  readonly isWhole?: true
}

/** Field name -> header text; of a field with {@link ImportField.furtherOf} as many as there are, by {@link keyOfFurther}. */
export type Mapping = Readonly<Record<string, string>>

/** A mapping as the owner corrected it; `unknown` are columns the file does not have. */
export interface Corrected {
  readonly mapping: Mapping
  readonly unknown: readonly string[]
}

/** Under what a column stands in a mapping that fills a field with others. */
export const keyOfFurther = (field: string, column: string): string => `${field}:${column}`

/** The field that a key of a mapping is about. */
export const fieldOfKey = (key: string): string => key.split(':', 1)[0]!

/** A header text as it is compared: letters and digits alone, so that "E-Mail", "e_mail" and "EMail" are one. */
export const headerKey = (text: string): string => fold(text).replaceAll(' ', '')

/** The aliases of the program's own lists, which are the same for every file, as they are compared. */
const aliasKeys = new Map<string, string>()

function aliasKey(alias: string): string {
  const known = aliasKeys.get(alias)
  if (known !== undefined) return known
  const key = headerKey(alias)
  aliasKeys.set(alias, key)
  return key
}

/** A field's aliases as one text, parted by commas. */
export const aliasesIn = (text: string): readonly string[] => text.split(',').map((alias) => alias.trim())

/** Header texts written in CamelCase, in words. */
const inWords = (text: string): string =>
  text.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')

/** A header's words as they are compared, also those written together: `doNotEmail`. */
export const headerWords = (text: string): string => fold(inWords(text))

/** Words that say whose a column is, not what is in it. */
const decoration = new Set(
  'customer customers kunde kunden client cliente clientes contact kontakt primary main business work home private billing 1 value'.split(
    ' ',
  ),
)

const undecorated = (text: string): string =>
  headerWords(text)
    .split(' ')
    .filter((word) => !decoration.has(word))
    .join('')

/** The header with every name once: an empty one becomes `Column 3`, the second `Phone` becomes `Phone (2)`. */
export function uniqueHeader(cells: readonly string[]): string[] {
  const taken = new Set<string>()
  return cells.map((cell, i) => {
    const name = cell.trim() || `Column ${i + 1}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

/**
 * Guesses which column fills which field: first the columns called like an alias, exactly or in another spelling
 * ("EMail"), then those that only say in addition whose it is ("Customer e-mail"), which is not enough for a field with
 * {@link ImportField.isWhole}. A column fills one field, a field is filled from one column; those with
 * {@link ImportField.furtherOf} are their list's to guess.
 */
export function guessMapping(header: readonly string[], fields: readonly ImportField[]): Mapping {
  const mapping: Record<string, string> = {}
  const taken = new Set<string>()
  const pass = (ranked: ReturnType<typeof byRank>, keyOf: (text: string) => string) => {
    const columns = header.map((text) => ({ text, key: keyOf(text), exact: fold(text) }))
    const keys = new Set(columns.map(({ key }) => key))
    for (const { field, alias } of ranked) {
      const key = aliasKey(alias)
      if (field in mapping || !keys.has(key)) continue
      const free = columns.filter((column) => column.key === key && !taken.has(column.text))
      const column = free.find(({ exact }) => exact === fold(alias)) ?? free[0]
      if (!column) continue
      mapping[field] = column.text
      taken.add(column.text)
    }
  }
  pass(byRank(fields), headerKey)
  pass(byRank(fields.filter(({ isWhole }) => !isWhole)), undecorated)
  return mapping
}

/** Every field's first alias before anybody's second, so that a weak alias never takes another field's own column. */
function byRank(fields: readonly ImportField[]): { readonly field: string; readonly alias: string }[] {
  const longest = Math.max(0, ...fields.map((field) => field.aliases.length))
  const ranked: { field: string; alias: string }[] = []
  for (let rank = 0; rank < longest; rank++)
    for (const { name, aliases } of fields) {
      const alias = aliases[rank]
      if (alias !== undefined) ranked.push({ field: name, alias })
    }
  return ranked
}

/**
 * The guess with the owner's corrections over it; '' takes a field out. A corrected column no longer fills another
 * field. Columns the file does not have are left out and come back in `unknown`.
 */
export function correctMapping(
  header: readonly string[],
  guess: Mapping,
  corrections: Mapping = {},
): Corrected {
  const mapping: Record<string, string> = { ...guess }
  const unknown: string[] = []
  for (const [field, text] of Object.entries(corrections)) {
    for (const [other, column] of Object.entries(guess))
      if (column === text && !(other in corrections)) delete mapping[other]
    if (text === '') delete mapping[field]
    else if (header.includes(text)) mapping[field] = text
    else unknown.push(text)
  }
  return { mapping, unknown }
}

/** What programs set before numbers and formulas so that a spreadsheet leaves them alone: '+336…, '01234. */
const textMark = /^'(?='*(?:[+=@-]|\d\w*$|\d[\d\s()/.-]+$))/

/** A text as a cell that is read as it stands: with a mark where the reader would take one off. */
export const asCell = (text: string): string => (textMark.test(text) ? `'${text}` : text)

/** A text without a mark that only a spreadsheet needs. */
export const withoutMark = (text: string): string => text.replace(textMark, '')

/**
 * Reads a row's cell by field name, trimmed and without a mark that only a spreadsheet needs; '' where the field is not
 * mapped or the row is short.
 */
export function cellReader(
  header: readonly string[],
  mapping: Mapping,
): (cells: readonly string[], field: string) => string {
  const columns = new Map(Object.entries(mapping).map(([field, text]) => [field, header.indexOf(text)]))
  return (cells, field) => withoutMark(cells[columns.get(field) ?? -1]?.trim() ?? '')
}
