import { numberParts } from '../../../core/customers/numbers.ts'
import type { Migration } from './migration.ts'

/** Two phones in one field parted by a slash are indexed as two. */
export const partedPhones: Migration = {
  number: 170,
  name: 'parted-phones',
  statements: [
    `INSERT INTO customersNumberSearch (customersNumberSearch) VALUES ('delete-all')`,
    `INSERT INTO customersNumberSearch (rowid, parts) SELECT id, numberParts(phone, sourceId) FROM customers`,
  ],
  functions: { numberParts },
}
