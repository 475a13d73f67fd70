import type { Migration } from './migration.ts'

export const drafts: Migration = {
  number: 150,
  name: 'drafts',
  statements: [
    `CREATE TABLE drafts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      form TEXT NOT NULL UNIQUE CHECK (form <> ''),
      value TEXT NOT NULL,
      savedAtMs INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX draftsByTime ON drafts (savedAtMs)`,
  ],
}
