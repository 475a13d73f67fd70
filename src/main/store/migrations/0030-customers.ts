import type { Migration } from './migration.ts'

export const customers: Migration = {
  number: 30,
  name: 'customers',
  statements: [
    `CREATE TABLE customers (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      company TEXT NOT NULL DEFAULT '',
      title TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      street TEXT NOT NULL DEFAULT '',
      city TEXT NOT NULL DEFAULT '',
      region TEXT NOT NULL DEFAULT '',
      postcode TEXT NOT NULL DEFAULT '',
      country TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',
      sourceId TEXT NOT NULL DEFAULT '',
      mailConsent TEXT NOT NULL DEFAULT 'unasked' CHECK (mailConsent IN ('yes', 'no', 'unasked')),
      mailConsentDay TEXT NOT NULL DEFAULT '',
      mailConsentSource TEXT NOT NULL DEFAULT '',
      snoozedUntil TEXT NOT NULL DEFAULT '',
      createdAtMs INTEGER NOT NULL,
      folded TEXT NOT NULL,
      emailKey TEXT NOT NULL DEFAULT ''
    ) STRICT`,
    `CREATE INDEX customersByFolded ON customers (folded)`,
    `CREATE INDEX customersByEmail ON customers (emailKey) WHERE emailKey <> ''`,
    `CREATE INDEX customersBySource ON customers (sourceId) WHERE sourceId <> ''`,
    `CREATE INDEX customersWithConsent ON customers (id) WHERE mailConsent = 'yes'`,
    `CREATE INDEX customersSnoozed ON customers (snoozedUntil) WHERE snoozedUntil <> ''`,
    `CREATE VIRTUAL TABLE customersSearch USING fts5 (
      folded, content = 'customers', content_rowid = 'id', tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0
    )`,
    // Small batches in memory: no single write has to wait for a large merge of the search index.
    `INSERT INTO customersSearch (customersSearch, rank) VALUES ('hashsize', 262144)`,
    `CREATE TABLE touches (
      id INTEGER PRIMARY KEY,
      customerId INTEGER NOT NULL REFERENCES customers (id),
      kind TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'note', 'mail', 'letter', 'delivery', 'billing', 'newsletter')),
      strong INTEGER NOT NULL CHECK (strong IN (0, 1)),
      atMs INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT ''
    ) STRICT`,
    `CREATE INDEX touchesOfCustomer ON touches (customerId, atMs)`,
    `CREATE TABLE customerContact (
      customerId INTEGER PRIMARY KEY,
      lastStrongMs INTEGER,
      lastAnyMs INTEGER,
      silentSinceMs INTEGER
    ) STRICT`,
    `CREATE INDEX customerContactBySilence ON customerContact (silentSinceMs, customerId) WHERE silentSinceMs IS NOT NULL`,
  ],
}
