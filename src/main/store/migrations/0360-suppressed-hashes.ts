import type { Migration } from './migration.ts'

/**
 * Mail addresses that are never to be written to, as hashes with the shop's own random code before the address: the code is the same in
 * all copies of the file, so that a hash of one holds in the others. `suppressedHere` is derived by the connection that writes: which
 * customers have such an address. A row in `wipeDue` says that bytes of somebody erased may still lie in the file.
 */
export const suppressedHashes: Migration = {
  number: 360,
  name: 'suppressed-hashes',
  statements: [
    `CREATE TABLE suppressionSalts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      salt TEXT NOT NULL UNIQUE
    ) STRICT`,
    `INSERT INTO suppressionSalts (salt) SELECT what FROM fileNotes WHERE kind = 'code' ORDER BY id LIMIT 1`,
    `CREATE TABLE suppressedHashes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      hash TEXT NOT NULL UNIQUE,
      day TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('erased', 'asked'))
    ) STRICT`,
    `CREATE TABLE suppressedHere (
      customerId INTEGER NOT NULL,
      hashId INTEGER NOT NULL,
      PRIMARY KEY (customerId, hashId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX suppressedHereByHash ON suppressedHere (hashId)`,
    `CREATE TABLE wipeDue (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sinceMs INTEGER NOT NULL
    ) STRICT`,
  ],
}
