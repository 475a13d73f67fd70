import type { Migration } from './migration.ts'

/** Who works here, nobody until the owner adds a name; and what is to be done by a day, about which thing, by whom. */
export const staffAndActions: Migration = {
  number: 320,
  name: 'staff-and-actions',
  statements: [
    `CREATE TABLE staff (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL CHECK (name <> ''),
      initials TEXT NOT NULL CHECK (initials <> ''),
      retiredAtMs INTEGER
    ) STRICT`,
    `CREATE TABLE actions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      what TEXT NOT NULL CHECK (what <> ''),
      aboutKind TEXT,
      aboutId INTEGER,
      aboutName TEXT NOT NULL DEFAULT '',
      dueDay TEXT NOT NULL,
      staffId INTEGER REFERENCES staff (id),
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
      closedAtMs INTEGER,
      result TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL DEFAULT '',
      satisfied TEXT NOT NULL DEFAULT '' CHECK (satisfied IN ('', 'very', 'yes', 'so-so', 'no')),
      createdAtMs INTEGER NOT NULL,
      CHECK ((aboutKind IS NULL) = (aboutId IS NULL)),
      CHECK ((state = 'open') = (closedAtMs IS NULL))
    ) STRICT`,
    `CREATE INDEX actionsByDay ON actions (state, dueDay)`,
    `CREATE INDEX actionsClosed ON actions (closedAtMs) WHERE closedAtMs IS NOT NULL`,
    `CREATE INDEX actionsByThing ON actions (aboutKind, aboutId) WHERE aboutId IS NOT NULL`,
    `CREATE INDEX actionsByStaff ON actions (staffId) WHERE staffId IS NOT NULL`,
  ],
}
