import type { Migration } from './migration.ts'

export const hoursWhole: Migration = {
  number: 80,
  name: 'hours-whole',
  statements: [
    `CREATE TABLE specialDays (
      id INTEGER PRIMARY KEY,
      fromDay TEXT NOT NULL CHECK (length(fromDay) = 10),
      toDay TEXT NOT NULL CHECK (length(toDay) = 10),
      yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
      untilDay TEXT CHECK (length(untilDay) = 10),
      blocks TEXT NOT NULL,
      label TEXT NOT NULL CHECK (label <> ''),
      reason TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL DEFAULT 'owner' CHECK (source IN ('owner', 'holiday')),
      CHECK (fromDay <= toDay)
    ) STRICT`,
    `CREATE TABLE pauses (
      id INTEGER PRIMARY KEY,
      fromMs INTEGER NOT NULL,
      untilMs INTEGER NOT NULL,
      endedAtMs INTEGER,
      note TEXT NOT NULL DEFAULT '',
      who TEXT NOT NULL DEFAULT '',
      CHECK (fromMs < untilMs)
    ) STRICT`,
    `CREATE INDEX pausesByTime ON pauses (fromMs)`,
    `ALTER TABLE hoursLog ADD COLUMN who TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE hoursLog ADD COLUMN reconstructed INTEGER NOT NULL DEFAULT 0 CHECK (reconstructed IN (0, 1))`,
    `ALTER TABLE hoursLog ADD COLUMN correction TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE hoursLog ADD COLUMN replacedBy INTEGER REFERENCES hoursLog (id)`,
    `CREATE INDEX hoursLogByReplacement ON hoursLog (replacedBy)`,
    `CREATE TABLE holidaysAsUsual (
      id INTEGER PRIMARY KEY,
      day TEXT NOT NULL UNIQUE CHECK (length(day) = 10),
      name TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE holidayYears (
      id INTEGER PRIMARY KEY,
      country TEXT NOT NULL,
      region TEXT NOT NULL,
      year INTEGER NOT NULL,
      holidays TEXT NOT NULL,
      UNIQUE (country, region, year)
    ) STRICT`,
    `ALTER TABLE shop ADD COLUMN region TEXT NOT NULL DEFAULT ''`,
  ],
}
