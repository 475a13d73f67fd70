/** What became of one line of an imported file, in words for the owner. */
export interface LineMessage {
  /** 1-based line of the file. */
  readonly line: number
  readonly message: string
}

/** What an import did, or would do when it is a preview. */
export interface ImportReport<Sample> {
  readonly format: string
  readonly encoding: string
  readonly delimiter: string
  /** The file's columns, in order, each name once. */
  readonly header: readonly string[]
  /** Which column each field is read from: field -> header text. */
  readonly mapping: Readonly<Record<string, string>>
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

/** Rows shown in a preview. */
export const sampleSize = 10

/** Messages carried in a report; the rest is only counted. */
export const mostErrors = 200
