import { mailKey } from '../../../core/customers/person.ts'
import { whoseKey } from '../../../core/customers/whose.ts'
import type { Migration } from './migration.ts'

const details = 'name company title email phone street city region postcode country notes'.split(' ')
const notEmpty = details.map((field, place) => `(${field} <> '') * ${1 << place}`).join(' + ')

/** Customers that are there, once for each act that added one of that id. */
const addedCustomers = `FROM changes JOIN acts ON acts.id = actId
  CROSS JOIN customers AS added ON added.id BETWEEN rowId AND lastRowId
  WHERE tableName = 'customers' AND before IS NULL AND ofAct IS NULL`

export const noes: Migration = {
  number: 100,
  name: 'noes',
  functions: { mailKey, whoseKey },
  images: { customers: ({ email }) => ({ emailKey: mailKey(String(email)) }) },
  statements: [
    // What files brought, and what was there before: see core/import/memory.ts.
    `ALTER TABLE customers ADD COLUMN broughtFields INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE customers ADD COLUMN earlierValues TEXT NOT NULL DEFAULT ''`,
    // Whom an import added and nobody edited since is still as the file said.
    `UPDATE customers SET broughtFields = ${notEmpty}
      WHERE id IN (SELECT added.id ${addedCustomers} AND call IN ('customers.importFile', 'shop.fillSample'))
      AND id NOT IN (SELECT rowId FROM changes JOIN acts ON acts.id = actId
        WHERE tableName = 'customers' AND call = 'customers.save')`,
    `UPDATE customers SET emailKey = mailKey(email) WHERE email <> '' AND emailKey <> mailKey(email)`,
    `CREATE INDEX customersRefusing ON customers (id) WHERE mailConsent = 'no'`,
    `CREATE TABLE suppressions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      emailKey TEXT NOT NULL,
      customerId INTEGER NOT NULL,
      day TEXT NOT NULL,
      source TEXT NOT NULL,
      whose TEXT NOT NULL DEFAULT '',
      fromFile INTEGER NOT NULL DEFAULT 0 CHECK (fromFile IN (0, 1))
    ) STRICT`,
    `CREATE INDEX suppressionsOfAddress ON suppressions (emailKey) WHERE emailKey <> ''`,
    `CREATE INDEX suppressionsOfCustomer ON suppressions (customerId, emailKey)`,
    `INSERT INTO suppressions (emailKey, customerId, day, source, whose)
      SELECT emailKey, id, mailConsentDay, mailConsentSource, whoseKey(name) FROM customers WHERE mailConsent = 'no'`,
    `CREATE TABLE optOutCodes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code INTEGER NOT NULL UNIQUE CHECK (code > 0),
      customerId INTEGER NOT NULL,
      emailKey TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX optOutCodesOfCustomer ON optOutCodes (customerId, code)`,
    // The codes that are out are the customers' ids; an id that two people had is nobody's code.
    `INSERT INTO optOutCodes (code, customerId, emailKey)
      SELECT id, id, emailKey FROM customers WHERE emailKey <> ''
      AND id NOT IN (SELECT added.id ${addedCustomers} GROUP BY added.id HAVING count(*) > 1)`,
  ],
}
