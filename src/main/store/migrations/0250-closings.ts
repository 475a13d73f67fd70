import type { Migration } from './migration.ts'

/**
 * A closing for a while is one row, which overrules what was said of its days before it and gives them back when it is removed. It
 * holds from a moment on; NULL where a special day is no such closing, as all those are that a shop has so far.
 */
export const closings: Migration = {
  number: 250,
  name: 'closings',
  statements: [
    `ALTER TABLE specialDays ADD COLUMN closedSinceMs INTEGER CHECK (closedSinceMs IS NULL OR yearly = 0)`,
  ],
  images: { specialDays: () => ({ closedSinceMs: null }) },
}
