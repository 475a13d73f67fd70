/** A row by its columns, as a table or the log holds it. */
export type Stored = Readonly<Record<string, string | number | null>>

/** The first value that a statement finds; undefined where it finds none. */
export type Ask = (sql: string, ...values: readonly unknown[]) => string | number | null | undefined

/**
 * Columns that follow from others by a rule in TypeScript, such as the text that search looks in. They are written with their
 * row; when the rule changes, a migration names the table in `computesAnew`.
 */
export interface Computed<R = Stored> {
  readonly table: string
  /** The columns as the rule has them today. */
  of(row: R, ask: Ask): Stored
  /** Other rows have a say: what they said when the log kept a row is not known any more, so that it stays as it was. */
  readonly asksOthers?: boolean
}
