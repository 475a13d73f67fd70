import type { Migration } from './migration.ts'

export const hours: Migration = {
  number: 20,
  name: 'hours',
  statements: [
    `CREATE TABLE schedules (
      id INTEGER PRIMARY KEY,
      validFrom TEXT NOT NULL UNIQUE CHECK (length(validFrom) = 10),
      week TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE hoursLog (
      id INTEGER PRIMARY KEY,
      event TEXT NOT NULL CHECK (event IN ('open', 'close')),
      tradingDay TEXT NOT NULL CHECK (length(tradingDay) = 10),
      atMs INTEGER NOT NULL,
      loggedAtMs INTEGER NOT NULL,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT`,
    `CREATE INDEX hoursLogByDay ON hoursLog (tradingDay, atMs)`,
    `CREATE INDEX hoursLogByTime ON hoursLog (atMs)`,
  ],
}
