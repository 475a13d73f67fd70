import type { Migration } from './migration.ts'

/** Kept rates ask whether a customer heard another time last, or none: the index they are read from knows it. */
export const toldAgain: Migration = {
  number: 290,
  name: 'told-again',
  statements: [
    `DROP INDEX promisesByTold`,
    `CREATE INDEX promisesByTold ON promises
      (CASE WHEN firstToldAtMs < toldAtMs THEN firstToldAtMs ELSE toldAtMs END, toldAtMs, firstToldAtMs, movedAtMs, doneAtMs, readyAtMs, warnedAtMs, brokenAtMs)`,
  ],
}
