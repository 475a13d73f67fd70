/** What other features may ask of the history. */
export { listActs } from './acts.ts'
export { actChanges } from './changes.ts'
export { listHistory } from './list.ts'
export { nameOfRow, type AnyRow } from './rows.ts'
