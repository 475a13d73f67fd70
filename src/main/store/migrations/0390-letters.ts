import type { Migration } from './migration.ts'

/** How the shop speaks to one customer, and the letters it wrote. */
export const letters: Migration = {
  number: 390,
  name: 'letters',
  statements: [
    `CREATE TABLE shopVoice (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      manner TEXT NOT NULL CHECK (manner IN ('', 'formal', 'informal')),
      signName TEXT NOT NULL,
      signRole TEXT NOT NULL,
      phrases TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE letters (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL,
      occasion TEXT NOT NULL,
      way TEXT NOT NULL CHECK (way IN ('letter', 'mail', 'call')),
      language TEXT NOT NULL,
      subject TEXT NOT NULL,
      words TEXT NOT NULL CHECK (words <> ''),
      aboutKind TEXT,
      aboutId INTEGER,
      aboutName TEXT NOT NULL DEFAULT '',
      doneAtMs INTEGER NOT NULL,
      CHECK ((aboutKind IS NULL) = (aboutId IS NULL))
    ) STRICT`,
    `CREATE INDEX lettersByCustomer ON letters (customerId, doneAtMs)`,
  ],
}
