import type { Migration } from './migration.ts'

/** Who sent which customer; each is sent by one at most. */
export const referrals: Migration = {
  number: 350,
  name: 'referrals',
  statements: [
    `CREATE TABLE referrals (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL UNIQUE,
      byId INTEGER NOT NULL,
      day TEXT NOT NULL,
      CHECK (customerId <> byId)
    ) STRICT`,
    `CREATE INDEX referralsBySender ON referrals (byId)`,
  ],
}
