import {
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import { loggedTables } from '../../src/main/store/schema.ts'

/** Makes a good shop file into one that somebody prepared. */
export type Spoil = (path: string) => void

const statements =
  (...all: readonly string[]): Spoil =>
  (path) => {
    const connection = new Database(path)
    connection.pragma('foreign_keys = OFF')
    for (const one of all) connection.exec(one)
    connection.pragma('wal_checkpoint(TRUNCATE)')
    connection.close()
  }

/** Writes into the schema itself, past what SQLite allows. */
const schemaRow =
  (change: string): Spoil =>
  (path) => {
    const connection = new Database(path)
    connection.unsafeMode(true)
    connection.pragma('writable_schema = ON')
    connection.exec(change)
    connection.pragma('wal_checkpoint(TRUNCATE)')
    connection.close()
  }

const bytesAt =
  (at: number, ...bytes: readonly number[]): Spoil =>
  (path) => {
    const file = openSync(path, 'r+')
    writeSync(file, Uint8Array.from(bytes), 0, bytes.length, at)
    closeSync(file)
  }

const beside =
  (end: string, make: (path: string, victim: string) => void): Spoil =>
  (path) => {
    writeFileSync(`${path}.victim`, 'somebody else’s')
    make(path + end, `${path}.victim`)
  }

const yes = `UPDATE customers SET mailConsent = 'yes', mailConsentSource = 'asked'`

/** Files that do what they should not, or would if they were opened: by what was done to them. */
export const hostileFiles: Readonly<Record<string, Spoil>> = {
  ...Object.fromEntries(
    loggedTables.map((table) => [
      `a trigger on ${table}`,
      statements(`CREATE TRIGGER evil AFTER INSERT ON ${table} BEGIN ${yes}; END`),
    ]),
  ),
  'a trigger before an update': statements(
    `CREATE TRIGGER evil BEFORE UPDATE ON customers BEGIN DELETE FROM touches; END`,
  ),
  'a trigger after a delete': statements(`CREATE TRIGGER evil AFTER DELETE ON touches BEGIN ${yes}; END`),
  'a trigger on the acts': statements(
    `CREATE TRIGGER evil AFTER INSERT ON acts BEGIN DELETE FROM changes; END`,
  ),
  'a trigger on the changes': statements(`CREATE TRIGGER evil AFTER INSERT ON changes BEGIN ${yes}; END`),
  'a view': statements('CREATE VIEW evil AS SELECT * FROM customers'),
  'a view in place of a table': statements(
    'ALTER TABLE checklistLines RENAME TO hidden',
    'CREATE VIEW checklistLines AS SELECT * FROM hidden',
  ),
  'a view with an INSTEAD OF trigger': statements(
    'CREATE VIEW evil AS SELECT * FROM customers',
    `CREATE TRIGGER worse INSTEAD OF INSERT ON evil BEGIN ${yes}; END`,
  ),
  'a view that calls functions': statements(`CREATE VIEW evil AS SELECT load_extension('x')`),
  'a view that never ends': statements(
    'CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  ),
  'a table more': statements('CREATE TABLE evil (x)'),
  'a table called as another schema': statements('CREATE TABLE "temp.customers" (x)'),
  'a table called main': statements('CREATE TABLE main.main (x)'),
  'a table called as ours with a space': statements('CREATE TABLE "customers " (x)'),
  'a table in other letters': statements('CREATE TABLE "сustomers" (x)'),
  'a table without row ids': statements('CREATE TABLE evil (x PRIMARY KEY) WITHOUT ROWID'),
  'a table with a generated column': statements('CREATE TABLE evil (x, y AS (zeroblob(1000000000)))'),
  'a search table': statements('CREATE VIRTUAL TABLE evil USING fts5 (x)'),
  'a map table': statements('CREATE VIRTUAL TABLE evil USING rtree (id, a, b)'),
  'a table that looks into the file': statements('CREATE VIRTUAL TABLE evil USING dbstat'),
  'an index more': statements('CREATE INDEX evil ON customers (city)'),
  'an index on a function': statements('CREATE INDEX evil ON customers (hex(zeroblob(1000)))'),
  'an index that allows one only': statements('CREATE UNIQUE INDEX evil ON customers (country) WHERE id < 0'),
  'an index less': statements('DROP INDEX customersByEmail'),
  'an index of another kind': statements(
    'DROP INDEX customersByEmail',
    `CREATE UNIQUE INDEX customersByEmail ON customers (emailKey) WHERE emailKey <> '' AND id < 0`,
  ),
  'a table less': statements('DROP TABLE touches'),
  'a table under another name': statements('ALTER TABLE touches RENAME TO touched'),
  'a column more': statements('ALTER TABLE customers ADD COLUMN evil TEXT'),
  'a generated column': statements(
    `ALTER TABLE customers ADD COLUMN evil TEXT AS (CASE mailConsent WHEN 'no' THEN 'yes' END) VIRTUAL`,
  ),
  'a column with a default that asks': statements(
    `ALTER TABLE customers ADD COLUMN evil TEXT CHECK (evil <> (CASE WHEN 1 THEN 'x' END))`,
  ),
  'a column less': statements('ALTER TABLE checklistLines DROP COLUMN position'),
  'a column under another name': statements('ALTER TABLE touches RENAME COLUMN note TO notes'),
  'a table whose words were changed': schemaRow(
    `UPDATE sqlite_schema SET sql = replace(sql, 'mailConsent TEXT NOT NULL DEFAULT ''unasked''', 'mailConsent TEXT NOT NULL DEFAULT ''yes''') WHERE name = 'customers'`,
  ),
  'a check that was taken out': schemaRow(
    `UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (strong IN (0, 1))', '') WHERE name = 'touches'`,
  ),
  'a trigger that calls itself statistics': (path) => {
    statements(`CREATE TRIGGER evil AFTER INSERT ON customers BEGIN ${yes}; END`)(path)
    schemaRow(`UPDATE sqlite_schema SET name = 'sqlite_stat1' WHERE name = 'evil'`)(path)
  },
  'a table that calls itself statistics': (path) => {
    statements('CREATE TABLE evil (x)')(path)
    schemaRow(
      `UPDATE sqlite_schema SET name = 'sqlite_stat1', tbl_name = 'sqlite_stat1', sql = 'CREATE TABLE sqlite_stat1(x)' WHERE name = 'evil'`,
    )(path)
  },
  'two tables in one place': schemaRow(
    `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'customers') WHERE name = 'products'`,
  ),
  'an index in the place of a table': schemaRow(
    `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'customers') WHERE name = 'customersByEmail'`,
  ),
  'a table nowhere': schemaRow(`UPDATE sqlite_schema SET rootpage = 999999999 WHERE name = 'touches'`),
  'a version between ours': bytesAt(60, 0, 0, 0, 15),
  'an older version than it is': bytesAt(60, 0, 0, 0, 10),
  'a version below nothing': bytesAt(60, 0xff, 0xff, 0xff, 0xf0),
  'the last version there can be': bytesAt(60, 0x7f, 0xff, 0xff, 0xff),
  'another program’s name': bytesAt(68, 1, 2, 3, 4),
  'more pages than a disk can hold': bytesAt(28, 0xff, 0xff, 0xff, 0xfe),
  'a free list that goes in circles': bytesAt(32, 0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff),
  'a page size that is none': bytesAt(16, 0x12, 0x34),
  'a future way of writing': bytesAt(18, 9, 9),
  'a terabyte of nothing': (path) => {
    const pages = 2 ** 28
    bytesAt(28, pages >>> 24, (pages >>> 16) & 255, (pages >>> 8) & 255, pages & 255)(path)
    truncateSync(path, 2 ** 40)
  },
  'a log that is a link': beside('-wal', (path, victim) => symlinkSync(victim, path)),
  'a memory that is a link': beside('-shm', (path, victim) => symlinkSync(victim, path)),
  'a journal that is a link': beside('-journal', (path, victim) => symlinkSync(victim, path)),
  'a log that links to nothing yet': beside('-wal', (path) => symlinkSync(`${path}.to-come`, path)),
  'a folder of its name': (path) => {
    rmSync(path)
    mkdirSync(path)
  },
  'a device of its name': (path) => {
    rmSync(path)
    symlinkSync('/dev/zero', path)
  },
  'a link that leads to itself': (path) => {
    rmSync(path)
    symlinkSync(path, path)
  },
  'an archive of its name': (path) =>
    writeFileSync(path, Buffer.concat([Buffer.from('PK\x03\x04'), readFileSync(path)])),
}
