import type { Migration } from './migration.ts'

/**
 * A customer who is no customer any more is put aside, since a moment; NULL for all others. The index by name has who is put aside
 * behind the others, and the city, so that the list is read from it alone in each of its orders.
 */
export const putAside: Migration = {
  number: 280,
  name: 'put-aside',
  statements: [
    `ALTER TABLE customers ADD COLUMN asideSinceMs INTEGER`,
    `CREATE INDEX customersAside ON customers (asideSinceMs) WHERE asideSinceMs IS NOT NULL`,
    `CREATE INDEX customersWithNo ON customers (id) WHERE mailConsent = 'no'`,
    `DROP INDEX customersByFolded`,
    `CREATE INDEX customersByFolded ON customers
      (CASE WHEN asideSinceMs IS NULL THEN 0 ELSE 1 END, folded, city)`,
  ],
  images: { customers: () => ({ asideSinceMs: null }) },
}
