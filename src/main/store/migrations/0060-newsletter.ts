import type { Migration } from './migration.ts'

export const newsletter: Migration = {
  number: 60,
  name: 'newsletter',
  statements: [
    `CREATE TABLE newsletterIssues (
      id INTEGER PRIMARY KEY,
      month TEXT NOT NULL CHECK (length(month) = 7),
      subject TEXT NOT NULL,
      blocks TEXT NOT NULL,
      createdAtMs INTEGER NOT NULL,
      exportedAtMs INTEGER,
      exportedTo INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    `CREATE INDEX newsletterIssuesByMonth ON newsletterIssues (month)`,
  ],
}
