import type { Migration } from './migration.ts'

/** What a death took off the list comes back when it is taken back, and nothing that the owner took off it. */
export const closedByDeath: Migration = {
  number: 430,
  name: 'closed-by-death',
  statements: [
    `ALTER TABLE actions ADD COLUMN closedByDeath INTEGER NOT NULL DEFAULT 0 CHECK (closedByDeath IN (0, 1))`,
  ],
}
