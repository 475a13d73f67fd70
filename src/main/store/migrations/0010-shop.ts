import type { Migration } from './migration.ts'

export const shop: Migration = {
  number: 10,
  name: 'shop and change log',
  statements: [
    `CREATE TABLE shop (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      country TEXT NOT NULL,
      zone TEXT NOT NULL,
      address TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      cadenceDays INTEGER NOT NULL DEFAULT 30 CHECK (cadenceDays BETWEEN 1 AND 3660),
      toleranceMinutes INTEGER NOT NULL DEFAULT 5 CHECK (toleranceMinutes BETWEEN 0 AND 240)
    ) STRICT`,
    `CREATE TABLE acts (
      id INTEGER PRIMARY KEY,
      atMs INTEGER NOT NULL,
      who TEXT NOT NULL,
      call TEXT NOT NULL,
      says TEXT NOT NULL,
      undoes INTEGER REFERENCES acts (id),
      undoneBy INTEGER REFERENCES acts (id)
    ) STRICT`,
    `CREATE TABLE changes (
      id INTEGER PRIMARY KEY,
      actId INTEGER NOT NULL REFERENCES acts (id),
      tableName TEXT NOT NULL,
      rowId INTEGER NOT NULL,
      before TEXT
    ) STRICT`,
    `CREATE INDEX changesOfAct ON changes (actId)`,
    `CREATE INDEX changesOfRow ON changes (tableName, rowId)`,
  ],
}
