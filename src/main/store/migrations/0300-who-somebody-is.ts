import type { Migration } from './migration.ts'

/**
 * More of who somebody is: what must be known of them, further addresses, birthday, language and how they like things. The further
 * mailboxes stand in a table of their own as well, derived, so that a no under one of them is found.
 */
export const whoSomebodyIs: Migration = {
  number: 300,
  name: 'who-somebody-is',
  statements: [
    ...['mustKnow', 'otherMails', 'otherAddresses', 'birthday', 'language', 'reachBy', 'preferences'].map(
      (column) => `ALTER TABLE customers ADD COLUMN ${column} TEXT NOT NULL DEFAULT ''`,
    ),
    `CREATE TABLE furtherMails (
      customerId INTEGER NOT NULL,
      emailKey TEXT NOT NULL,
      PRIMARY KEY (customerId, emailKey)
    ) STRICT`,
    `CREATE INDEX furtherMailsByKey ON furtherMails (emailKey)`,
  ],
}
