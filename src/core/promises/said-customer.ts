import { nameKey } from '../customers/names.ts'
import { fold } from '../fold.ts'

/** The customer of a promise, as far as files said; '' where they did not. */
export interface SaidCustomer {
  /** Their number or their name, where nothing beside it says which. */
  readonly who: string
  readonly number: string
  readonly name: string
  readonly company: string
  /** Whether a file named nobody before another one did. */
  readonly nameless: boolean
}

/** Somebody of whom nothing is known. */
export const nobody: SaidCustomer = { who: '', number: '', name: '', company: '', nameless: false }

/** Somebody of whom only the name is known. */
export const byNameAlone = (name: string): SaidCustomer => ({ ...nobody, name })

/** What they are called: the person, else the company, else what is known of them. */
export const calledIn = ({ name, company, who, number }: SaidCustomer): string =>
  name || company || who || number

/** What may be their number on file. */
export const numberIn = ({ number, who }: SaidCustomer): string => number || who

/** Whether nothing says who they are. */
export const isUnnamed = (said: SaidCustomer): boolean => calledIn(said) === ''

const partNames = ['who', 'number', 'name', 'company'] as const

const partsOf = (said: SaidCustomer) =>
  partNames.map((part) => [part, said[part]] as const).filter(([, text]) => text !== '')

/** All they are called or numbered. */
export const wordsOf = (said: SaidCustomer): readonly string[] => partsOf(said).map(([, text]) => text)

/** As it is kept: plain where one word says it all, as it always was. */
export function writtenCustomer(said: SaidCustomer): string {
  const parts = partsOf(said)
  const [only = ''] = wordsOf(said)
  if (parts.length <= 1 && !said.nameless && !only.startsWith('{')) return only
  return JSON.stringify({ ...Object.fromEntries(parts), ...(said.nameless && { nameless: true }) })
}

/** Reads what {@link writtenCustomer} kept. */
export function keptCustomer(text: string): SaidCustomer {
  if (!text.startsWith('{')) return { ...nobody, who: text }
  const kept = partsIn(text)
  if (!kept) return { ...nobody, who: text }
  const word = (part: string): string => {
    const said = kept[part]
    return typeof said === 'string' ? said : ''
  }
  return {
    who: word('who'),
    number: word('number'),
    name: word('name'),
    company: word('company'),
    nameless: kept['nameless'] === true,
  }
}

/** What a text in JSON names; undefined where it is a name that only begins like one. */
function partsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

/** What a line says, where an earlier one showed that what looks like a name is their number. */
const asKnown = (known: SaidCustomer, line: SaidCustomer): SaidCustomer =>
  line.name !== '' && line.number === '' && fold(line.name) === fold(known.number)
    ? { ...line, name: '', number: line.name }
    : line

/** Whether a line names the person who ordered for the firm that they were known as. */
export function namesPerson(known: SaidCustomer, said: SaidCustomer): boolean {
  const line = asKnown(known, said)
  return line.name !== '' && line.company !== '' && fold(calledIn(known)) === fold(line.company)
}

/** What is known of them once a line has said more. */
export function withLine(before: SaidCustomer, said: SaidCustomer): SaidCustomer {
  if (isUnnamed(before)) return isUnnamed(said) ? before : { ...said, nameless: true }
  const line = asKnown(before, said)
  const known = namesPerson(before, said) ? { ...before, name: '' } : before
  const isWho = ([, text]: readonly [string, string]) => fold(text) === fold(known.who)
  const first = partsOf({ ...line, who: '' }).filter(([part]) => known[part] === '')
  if (first.every(isWho)) return known
  // What stands beside it says now whether it is a number or a name.
  const who = first.some(isWho) ? '' : known.who
  return { ...known, ...Object.fromEntries(first), who }
}

/** Under what they are found again, in every spelling. */
export const customerKeys = (words: readonly string[]): readonly string[] =>
  words.length === 0 ? [''] : [...new Set(words.flatMap((word) => nameKey(word).spellings))]

/** The same for two whose words are the same, in any spelling. */
export const signOfWords = (said: SaidCustomer): string =>
  JSON.stringify(partsOf(said).map(([part, text]) => [part, nameKey(text).spellings[0]]))
