import type { Migration } from './migration.ts'

/**
 * What is left of the day on which a closing for a while ended before its time is a special day of its own; it says when that was.
 * NULL for every other.
 */
export const closingEnds: Migration = {
  number: 270,
  name: 'closing-ends',
  statements: [`ALTER TABLE specialDays ADD COLUMN closedUntilMs INTEGER`],
  images: { specialDays: () => ({ closedUntilMs: null }) },
}
