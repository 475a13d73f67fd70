import type { Migration } from './migration.ts'

/** How customers are addressed before their names. */
export const formsOfAddress: Migration = {
  number: 380,
  name: 'forms-of-address',
  statements: [`ALTER TABLE customers ADD COLUMN formOfAddress TEXT NOT NULL DEFAULT ''`],
}
