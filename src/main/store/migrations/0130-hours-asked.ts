import type { Migration } from './migration.ts'

export const hoursAsked: Migration = {
  number: 130,
  name: 'hours-asked',
  statements: [
    `ALTER TABLE hoursLog ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))`,
    `CREATE TABLE hoursAnswers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      tradingDay TEXT NOT NULL CHECK (length(tradingDay) = 10),
      event TEXT NOT NULL CHECK (event IN ('open', 'close')),
      forMs INTEGER NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('missed', 'unknown')),
      answeredAtMs INTEGER NOT NULL,
      who TEXT NOT NULL DEFAULT '',
      UNIQUE (tradingDay, event, forMs)
    ) STRICT`,
  ],
}
