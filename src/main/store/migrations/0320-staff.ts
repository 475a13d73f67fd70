import type { Migration } from './migration.ts'

/** Who works here; nobody until the owner adds a name. */
export const staff: Migration = {
  number: 320,
  name: 'staff',
  statements: [
    `CREATE TABLE staff (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL CHECK (name <> ''),
      initials TEXT NOT NULL CHECK (initials <> ''),
      retiredAtMs INTEGER
    ) STRICT`,
  ],
}
