import type { Migration } from './migration.ts'

/**
 * Indexes that answer alone: kept rates ask whether a customer heard another time last, or none; readers are counted by who else
 * has their address and what they said. Of two indexes of those who said no one is enough.
 */
export const indexesAlone: Migration = {
  number: 290,
  name: 'indexes-alone',
  statements: [
    `DROP INDEX promisesByTold`,
    `CREATE INDEX promisesByTold ON promises
      (CASE WHEN firstToldAtMs < toldAtMs THEN firstToldAtMs ELSE toldAtMs END, toldAtMs, firstToldAtMs, movedAtMs, doneAtMs, readyAtMs, warnedAtMs, brokenAtMs)`,
    `DROP INDEX customersByEmail`,
    `CREATE INDEX customersByEmail ON customers (emailKey, mailConsent) WHERE emailKey <> ''`,
    `DROP INDEX customersWithNo`,
  ],
}
