import type Database from 'better-sqlite3'
import { rewriteImages, rewriteRows, type Ask, type Stored } from './rewrite.ts'
import { searchAnew } from './search-indexes.ts'

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

/** Works the columns out anew by today's rule, in the rows of now and of before, and what search finds them by. */
export function computeAnew(connection: Database.Database, { table, of, asksOthers }: Computed): void {
  rewriteRows(connection, table, of)
  if (!asksOthers) rewriteImages(connection, table, (image, ask) => ({ ...image, ...of(image, ask) }))
  searchAnew(connection, table)
}
