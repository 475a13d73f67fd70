/** What is another for each reader. */
export type Slot = { readonly slot: 'firstName'; readonly fallback: string } | { readonly slot: 'optOutCode' }

/** Text with slots to fill in for each reader. */
export type Template = readonly (string | Slot)[]

/** What fills the slots. */
export interface Reader {
  readonly firstName: string
  readonly optOutCode: string
}

const field = /\{\{([^{}]*)\}\}/g
const knownField = /^\s*first[ _-]?name\s*(?:\|([^{}|]*))?$/i

/** A first name in a text: where it is written, and what stands there for a reader without one; '' for the usual word. */
export interface NameField {
  readonly from: number
  readonly to: number
  readonly fallback: string
}

/** The merge fields `{{first name}}` or `{{first name|neighbour}}` of a text, in their order. */
export const nameFields = (text: string): NameField[] =>
  [...text.matchAll(field)].flatMap((match) => {
    const known = knownField.exec(match[1]!)
    if (!known) return []
    return { from: match.index, to: match.index + match[0].length, fallback: known[1]?.trim() ?? '' }
  })

/** The text as it is called in a list: a field by its name, and not as it is stored. */
export function withFieldsNamed(text: string): string {
  let named = text
  for (const { from, to } of nameFields(text).toReversed())
    named = `${named.slice(0, from)}[First name]${named.slice(to)}`
  return named
}

/** How a first name is written into a text; a fallback loses what would end the field. */
export function nameField(fallback: string): string {
  const word = fallback.replace(/[{}|]/g, '').replace(/\s+/g, ' ').trim()
  return word === '' ? '{{first name}}' : `{{first name|${word}}}`
}

/**
 * The text with its first names as slots; unknown fields stay as text. `reader` stands for a first name that is not known where
 * the field names no fallback of its own.
 */
export function template(text: string, reader: string): Template {
  const parts: (string | Slot)[] = []
  let end = 0
  for (const { from, to, fallback } of nameFields(text)) {
    parts.push(text.slice(end, from), { slot: 'firstName', fallback: fallback || reader })
    end = to
  }
  parts.push(text.slice(end))
  return parts.filter((part) => part !== '')
}

/** Merge fields in the text that Wellkept does not know, as written. */
export const unknownFields = (text: string): string[] =>
  [...text.matchAll(field)].filter((match) => !knownField.test(match[1]!)).map((match) => match[0])

/** What a slot says to this reader. */
export const slotText = (slot: Slot, reader: Reader): string =>
  slot.slot === 'optOutCode' ? reader.optOutCode : reader.firstName || slot.fallback

/** The text as this reader gets it; `made` prepares each slot's text, such as escaping it for HTML. */
export const fill = (parts: Template, reader: Reader, made: (text: string) => string = (t) => t): string =>
  parts.map((part) => (typeof part === 'string' ? part : made(slotText(part, reader)))).join('')

/**
 * Turns templates into text with place names that occur nowhere in them, and the finished text back into a template:
 * so a layout engine sees plain words where the readers' own words will stand.
 */
export function placeholders(texts: readonly string[]): {
  mark(parts: Template, made: (text: string) => string): string
  unmark(finished: string): Template
} {
  const all = texts.join('\n')
  let mark = 'wkslot'
  for (let n = 0; all.includes(mark); n++) mark = `wkslot${n}x`
  const slots: Slot[] = []
  const pattern = new RegExp(`${mark}q(\\d+)q`)
  return {
    mark: (parts, made) =>
      parts
        .map((part) => (typeof part === 'string' ? made(part) : `${mark}q${slots.push(part) - 1}q`))
        .join(''),
    unmark: (finished) =>
      finished
        .split(pattern)
        .map((part, i) => (i % 2 === 0 ? part : slots[Number(part)]!))
        .filter((part) => part !== ''),
  }
}
