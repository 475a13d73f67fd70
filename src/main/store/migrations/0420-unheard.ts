import type { Migration } from './migration.ts'

/** Who never heard from the shop is few after its first months: from them alone who was put on file lately and is quiet is found. */
export const unheard: Migration = {
  number: 420,
  name: 'unheard',
  statements: [
    `CREATE INDEX customerContactUnheard ON customerContact (tierId, silentSinceMs)
      WHERE lastHeardMs IS NULL AND silentSinceMs IS NOT NULL`,
  ],
}
