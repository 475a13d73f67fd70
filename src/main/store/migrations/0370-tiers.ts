import type { Migration } from './migration.ts'

/**
 * How often customers hear from the shop, by tier; who is in none is of the usual one, whose days are the shop's. What the shop says
 * of weak contacts and of too many stands with it. `customerContact` follows: `lastHeardMs` is the last contact that starts the days
 * anew, `capTouchMs` the contact that, counted from the newest, is the last of as many as the shop means to have in a month.
 */
export const tiers: Migration = {
  number: 370,
  name: 'tiers',
  statements: [
    `CREATE TABLE tiers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL CHECK (name <> ''),
      idealDays INTEGER NOT NULL CHECK (idealDays >= 1),
      maxDays INTEGER NOT NULL CHECK (maxDays >= idealDays AND maxDays <= 3660)
    ) STRICT`,
    `ALTER TABLE customers ADD COLUMN tierId INTEGER`,
    `CREATE INDEX customersByTier ON customers (tierId) WHERE tierId IS NOT NULL`,
    `ALTER TABLE shop ADD COLUMN newsletterResets INTEGER NOT NULL DEFAULT 0 CHECK (newsletterResets IN (0, 1))`,
    `ALTER TABLE shop ADD COLUMN billResets INTEGER NOT NULL DEFAULT 0 CHECK (billResets IN (0, 1))`,
    `ALTER TABLE shop ADD COLUMN mostContacts INTEGER NOT NULL DEFAULT 6 CHECK (mostContacts BETWEEN 1 AND 100)`,
    `ALTER TABLE customerContact ADD COLUMN tierId INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE customerContact ADD COLUMN lastHeardMs INTEGER`,
    `ALTER TABLE customerContact ADD COLUMN capTouchMs INTEGER`,
    `UPDATE customerContact SET
      lastHeardMs = lastStrongMs,
      capTouchMs = (SELECT atMs FROM touches WHERE touches.customerId = customerContact.customerId AND kind <> 'billing'
        ORDER BY atMs DESC LIMIT 1 OFFSET 5)`,
    `DROP INDEX customerContactBySilence`,
    `CREATE INDEX customerContactBySilence ON customerContact (tierId, silentSinceMs, customerId, capTouchMs)
      WHERE silentSinceMs IS NOT NULL`,
    `CREATE INDEX customerContactByCap ON customerContact (capTouchMs, tierId, silentSinceMs) WHERE capTouchMs IS NOT NULL`,
  ],
  images: { customers: () => ({ tierId: null }) },
}
