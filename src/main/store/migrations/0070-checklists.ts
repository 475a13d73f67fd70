import type { Migration } from './migration.ts'

export const checklists: Migration = {
  number: 70,
  name: 'checklists',
  statements: [
    `CREATE TABLE checklistLines (
      id INTEGER PRIMARY KEY,
      part TEXT NOT NULL CHECK (part IN ('opening', 'closing', 'day')),
      weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
      text TEXT NOT NULL CHECK (text <> ''),
      position INTEGER NOT NULL
    ) STRICT`,
  ],
}
