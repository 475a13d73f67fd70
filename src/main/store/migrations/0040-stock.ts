import type { Migration } from './migration.ts'

export const stock: Migration = {
  number: 40,
  name: 'stock',
  statements: [
    `CREATE TABLE products (
      id INTEGER PRIMARY KEY,
      gtin TEXT NOT NULL DEFAULT '',
      gtinKey TEXT NOT NULL DEFAULT '',
      gtinValid INTEGER NOT NULL DEFAULT 1 CHECK (gtinValid IN (0, 1)),
      sourceId TEXT NOT NULL DEFAULT '',
      name TEXT NOT NULL CHECK (name <> ''),
      category TEXT NOT NULL DEFAULT '',
      shelf TEXT NOT NULL DEFAULT '',
      supplier TEXT NOT NULL DEFAULT '',
      unit TEXT NOT NULL DEFAULT '',
      priceMinor INTEGER CHECK (priceMinor >= 0),
      leadDays INTEGER NOT NULL DEFAULT 0 CHECK (leadDays BETWEEN 0 AND 3660),
      folded TEXT NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX productsByGtin ON products (gtinKey) WHERE gtinKey <> ''`,
    `CREATE INDEX productsBySource ON products (sourceId) WHERE sourceId <> ''`,
    `CREATE INDEX productsByFolded ON products (folded)`,
    `CREATE VIRTUAL TABLE productsSearch USING fts5 (
      folded, content = 'products', content_rowid = 'id', tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0
    )`,
    `CREATE TABLE batches (
      id INTEGER PRIMARY KEY,
      productId INTEGER NOT NULL REFERENCES products (id),
      lot TEXT NOT NULL DEFAULT '',
      dateKind TEXT NOT NULL CHECK (dateKind IN ('use-by', 'best-before', 'after-opening', 'none')),
      date TEXT NOT NULL DEFAULT '' CHECK ((dateKind = 'none') = (date = '')),
      pullDay TEXT NOT NULL DEFAULT '',
      pullDayMoved INTEGER NOT NULL DEFAULT 0 CHECK (pullDayMoved IN (0, 1)),
      reduced INTEGER NOT NULL DEFAULT 0 CHECK (reduced IN (0, 1)),
      received REAL NOT NULL CHECK (received > 0),
      remaining REAL NOT NULL CHECK (remaining >= 0),
      receivedDay TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX batchesInStock ON batches (pullDay, date, dateKind) WHERE remaining > 0 AND pullDay <> ''`,
    `CREATE INDEX batchesByDate ON batches (dateKind, date, pullDay) WHERE remaining > 0 AND pullDay <> ''`,
    `CREATE INDEX batchesOfProduct ON batches (productId, remaining)`,
    `CREATE TABLE stockActions (
      id INTEGER PRIMARY KEY,
      batchId INTEGER NOT NULL REFERENCES batches (id),
      action TEXT NOT NULL CHECK (action IN ('pull', 'reduce', 'return', 'bin', 'sold', 'still-fine')),
      quantity REAL NOT NULL CHECK (quantity >= 0),
      reason TEXT NOT NULL DEFAULT '',
      atMs INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX stockActionsOfBatch ON stockActions (batchId)`,
  ],
}
