import type { Migration } from './migration.ts'

/**
 * A promise that was moved keeps what the customer heard first, which it is judged by; `toldAtMs` is what they heard last. NULL
 * where it was never moved, as is `movedAtMs`, when they heard that last word.
 */
export const firstTold: Migration = {
  number: 220,
  name: 'first-told',
  statements: [
    `ALTER TABLE promises ADD COLUMN firstToldAtMs INTEGER`,
    `ALTER TABLE promises ADD COLUMN movedAtMs INTEGER`,
    `DROP INDEX promisesByTold`,
    `CREATE INDEX promisesByTold ON promises
      (CASE WHEN firstToldAtMs < toldAtMs THEN firstToldAtMs ELSE toldAtMs END, toldAtMs, firstToldAtMs, doneAtMs, readyAtMs, warnedAtMs, brokenAtMs)`,
  ],
  images: { promises: () => ({ firstToldAtMs: null, movedAtMs: null }) },
}
