import type { Migration } from '../../src/main/store/migrations/migration.ts'

/** What a version would bring whose rule of folding is another. */
export const foldsAnew: Migration = {
  number: 9000,
  name: 'folds-anew',
  statements: [],
  computesAnew: ['customers', 'products', 'acts'],
}
