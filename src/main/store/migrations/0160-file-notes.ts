import type { Migration } from './migration.ts'

export const fileNotes: Migration = {
  number: 160,
  name: 'file-notes',
  statements: [
    `CREATE TABLE fileNotes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('code', 'restored', 'moved-out')),
      atMs INTEGER NOT NULL,
      what TEXT NOT NULL
    ) STRICT`,
    // The shop's own code, the same in all its copies: two shops may have files of one name.
    `INSERT INTO fileNotes (kind, atMs, what) VALUES ('code', 0, lower(hex(randomblob(16))))`,
  ],
}
