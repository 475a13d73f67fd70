import type { Migration } from './migration.ts'

/**
 * Customers who may be on file twice. `customerSigns` and `customerPairs` are derived from the customers by the connection that writes;
 * who is in `pairsDue` is still to be compared. `twoPeople` keeps that two are two, `formerCustomers` who was merged into whom: by them
 * a file's line about the one who is gone finds the other.
 */
export const pairs: Migration = {
  number: 330,
  name: 'pairs',
  statements: [
    `CREATE TABLE twoPeople (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL,
      otherId INTEGER NOT NULL CHECK (otherId > customerId),
      UNIQUE (customerId, otherId)
    ) STRICT`,
    `CREATE INDEX twoPeopleByOther ON twoPeople (otherId)`,
    `CREATE TABLE formerCustomers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL,
      goneId INTEGER NOT NULL,
      sourceId TEXT NOT NULL,
      details TEXT NOT NULL,
      broughtFields INTEGER NOT NULL,
      earlierValues TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX formerCustomersOf ON formerCustomers (customerId)`,
    `CREATE INDEX formerCustomersByGone ON formerCustomers (goneId)`,
    `CREATE TABLE customerSigns (
      sign INTEGER NOT NULL,
      customerId INTEGER NOT NULL,
      PRIMARY KEY (sign, customerId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE customerPairs (
      customerId INTEGER NOT NULL,
      otherId INTEGER NOT NULL CHECK (otherId > customerId),
      sure INTEGER NOT NULL,
      PRIMARY KEY (customerId, otherId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX customerPairsByOther ON customerPairs (otherId)`,
    `CREATE INDEX customerPairsBySure ON customerPairs (sure)`,
    `CREATE TABLE pairsDue (customerId INTEGER PRIMARY KEY) STRICT`,
    `INSERT INTO pairsDue SELECT id FROM customers`,
  ],
}
