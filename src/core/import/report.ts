import { cutTo } from '../text-length.ts'

/** What became of one line of an imported file, in words for the owner. */
export interface LineMessage {
  /** 1-based line of the file. */
  readonly line: number
  readonly message: string
}

/** What an import did, or would do when it is a preview. */
export interface ImportReport<Sample> {
  readonly format: string
  /** Tells the bytes that were read from any others. */
  readonly digest: string
  readonly encoding: string
  readonly delimiter: string
  /** The file's columns, in order, each name once. */
  readonly header: readonly string[]
  /** The first few different values of each column, cut short. */
  readonly examples: readonly (readonly string[])[]
  /** Which column each field is read from: field -> header text. */
  readonly mapping: Readonly<Record<string, string>>
  /** The same as it was guessed, before the owner's corrections. */
  readonly guess: Readonly<Record<string, string>>
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
  /** The first of them, in the order of the file. */
  readonly errors: readonly LineMessage[]
  /** How many there are in all. */
  readonly errorCount: number
  /** The first rows as they would be kept. */
  readonly sample: readonly Sample[]
}

/** What becomes of a line. */
export type Outcome = 'added' | 'updated' | 'unchanged' | 'skipped'

/** A value that a file gives where another is on file. */
export interface ValueChange {
  /** Of what: the customer's name, the product's. */
  readonly name: string
  readonly field: string
  readonly before: string
  readonly after: string
  /** Whose value stays although the file has another; null where the file's is taken. */
  readonly kept: string | null
}

/** Lines that examples are looked for in. */
const exampleLines = 2000
const mostExamples = 3
const longestExample = 60

/** What stands in each column, for the owner to know it by: the first few different values. */
export function examplesOf(
  header: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
): readonly (readonly string[])[] {
  const found = header.map(() => new Set<string>())
  for (const { cells } of rows.slice(0, exampleLines))
    for (const [i, values] of found.entries()) {
      if (values.size === mostExamples) continue
      const value = (cells[i] ?? '').replace(/\s+/g, ' ').trim()
      if (value !== '')
        values.add(value.length > longestExample ? `${cutTo(value, longestExample - 1)}…` : value)
    }
  return found.map((values) => [...values])
}

/** Rows shown in a preview, where a list shows no other number. */
export const sampleSize = 10

/** Messages carried in a report; the rest is only counted. */
export const mostErrors = 200

/** Changes carried in a report; the rest is only counted. */
export const mostChanges = 1000
