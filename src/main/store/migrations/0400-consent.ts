import type { Migration } from './migration.ts'

/**
 * Consent by channel. `consentAnswers` holds every answer ever given, `channelNoes` the noes to calls, letters and messages that stand;
 * those to mail stay where they are. What an older file has of mail is its history. A mailbox or a postal address is dead as long as
 * the customer has the one that was noted.
 */
export const consent: Migration = {
  number: 400,
  name: 'consent',
  statements: [
    `CREATE TABLE consentAnswers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'post', 'message')),
      answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unasked')),
      day TEXT NOT NULL,
      source TEXT NOT NULL,
      wording TEXT NOT NULL,
      who TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX consentAnswersOfCustomer ON consentAnswers (customerId, channel, id)`,
    `CREATE INDEX consentAnswersWorded ON consentAnswers (id) WHERE wording <> ''`,
    `CREATE TABLE channelNoes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('phone', 'post', 'message')),
      day TEXT NOT NULL,
      source TEXT NOT NULL,
      whose TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX channelNoesOfCustomer ON channelNoes (customerId)`,
    `ALTER TABLE customers ADD COLUMN pausedUntil TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE customers ADD COLUMN deceasedDay TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE customers ADD COLUMN deadMail TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE customers ADD COLUMN deadPost TEXT NOT NULL DEFAULT ''`,
    `CREATE INDEX customersPaused ON customers (pausedUntil) WHERE pausedUntil <> ''`,
    `CREATE INDEX customersWithDeadMail ON customers (deadMail) WHERE deadMail <> ''`,
    `INSERT INTO consentAnswers (customerId, channel, answer, day, source, wording, who)
      SELECT s.customerId, 'email', 'no', s.day, s.source, '', '' FROM suppressions AS s
      JOIN customers AS c ON c.id = s.customerId
      WHERE NOT (c.mailConsent = 'no' AND c.mailConsentDay = s.day AND c.mailConsentSource = s.source)
      GROUP BY s.customerId, s.day, s.source ORDER BY min(s.id)`,
    `INSERT INTO consentAnswers (customerId, channel, answer, day, source, wording, who)
      SELECT id, 'email', mailConsent, mailConsentDay, mailConsentSource, '', '' FROM customers
      WHERE mailConsentDay <> '' ORDER BY id`,
  ],
  images: { customers: () => ({ pausedUntil: '', deceasedDay: '', deadMail: '', deadPost: '' }) },
}
