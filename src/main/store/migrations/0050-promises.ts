import type { Migration } from './migration.ts'

export const promises: Migration = {
  number: 50,
  name: 'promises',
  statements: [
    `CREATE TABLE promises (
      id INTEGER PRIMARY KEY,
      customerId INTEGER REFERENCES customers (id),
      name TEXT NOT NULL,
      what TEXT NOT NULL CHECK (what <> ''),
      kind TEXT NOT NULL DEFAULT '',
      sourceId TEXT NOT NULL DEFAULT '',
      madeAtMs INTEGER NOT NULL,
      toldAtMs INTEGER NOT NULL,
      targetAtMs INTEGER NOT NULL CHECK (targetAtMs <= toldAtMs),
      priceCapMinor INTEGER CHECK (priceCapMinor >= 0),
      warnedAtMs INTEGER,
      readyAtMs INTEGER,
      doneAtMs INTEGER,
      brokenAtMs INTEGER,
      onTime INTEGER CHECK (onTime IN (0, 1)),
      inBudget INTEGER CHECK (inBudget IN (0, 1)),
      fullScope INTEGER CHECK (fullScope IN (0, 1)),
      leftClean INTEGER CHECK (leftClean IN (0, 1)),
      note TEXT NOT NULL DEFAULT ''
    ) STRICT`,
    `CREATE INDEX promisesOpen ON promises (toldAtMs, readyAtMs, targetAtMs, madeAtMs, doneAtMs, brokenAtMs)
      WHERE doneAtMs IS NULL AND brokenAtMs IS NULL`,
    `CREATE INDEX promisesByTold ON promises (toldAtMs, doneAtMs, readyAtMs, warnedAtMs, brokenAtMs)`,
    `CREATE INDEX promisesDone ON promises (doneAtMs) WHERE doneAtMs IS NOT NULL`,
    `CREATE INDEX promisesBroken ON promises (brokenAtMs) WHERE brokenAtMs IS NOT NULL`,
    `CREATE INDEX promisesOfCustomer ON promises (customerId)`,
    `CREATE INDEX promisesBySource ON promises (sourceId) WHERE sourceId <> ''`,
  ],
}
