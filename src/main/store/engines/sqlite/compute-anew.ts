import type Database from 'better-sqlite3'
import type { Computed } from '../../computed.ts'
import { rewriteImages, rewriteRows } from './rewrite.ts'
import { searchAnew } from './search-indexes.ts'

/** Works the columns out anew by today's rule, in the rows of now and of before, and what search finds them by. */
export function computeAnew(connection: Database.Database, { table, of, asksOthers }: Computed): void {
  rewriteRows(connection, table, of)
  if (!asksOthers) rewriteImages(connection, table, (image, ask) => ({ ...image, ...of(image, ask) }))
  searchAnew(connection, table)
}
