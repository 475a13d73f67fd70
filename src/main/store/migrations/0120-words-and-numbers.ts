import { numberParts } from '../../../core/customers/numbers.ts'
import type { Migration } from './index.ts'

/** Phone numbers and customers' own numbers are found by any part. */
export const wordsAndNumbers: Migration = {
  number: 120,
  name: 'words-and-numbers',
  statements: [
    // No text is kept in it twice, and no short beginnings: fewer than three digits are not looked for.
    `CREATE VIRTUAL TABLE customersNumberSearch USING fts5 (
      parts, content = '', tokenize = 'ascii', detail = none, columnsize = 0
    )`,
    `INSERT INTO customersNumberSearch (customersNumberSearch, rank) VALUES ('hashsize', 262144)`,
    `INSERT INTO customersNumberSearch (rowid, parts) SELECT id, numberParts(phone, sourceId) FROM customers`,
  ],
  functions: { numberParts },
}
