import type { Migration } from './migration.ts'

/**
 * What becomes of a newsletter's drafts and a week's sheet: a digest of the words the drafts were written with ('' where that is
 * not known), when the owner said they were sent, and the weeks whose sheet was printed. Drafts of before count as sent.
 */
export const sentAndPrinted: Migration = {
  number: 260,
  name: 'sent-and-printed',
  statements: [
    `ALTER TABLE newsletterIssues ADD COLUMN exportedWords TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE newsletterIssues ADD COLUMN sentAtMs INTEGER`,
    `UPDATE newsletterIssues SET sentAtMs = exportedAtMs`,
    `CREATE TABLE printedWeeks (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      week TEXT NOT NULL UNIQUE,
      printedAtMs INTEGER NOT NULL
    ) STRICT`,
  ],
  images: {
    newsletterIssues: ({ exportedAtMs }) => ({ exportedWords: '', sentAtMs: exportedAtMs ?? null }),
  },
}
