import { pullDayOf } from '../../../core/stock/expiry.ts'
import type { Migration } from './migration.ts'

const byLead = 'leavesOn(date, (SELECT leadDays FROM products WHERE products.id = productId))'

/** The day a batch leaves the shelf follows the lead time everywhere: an undo, a redo or a correction left some at an earlier one. */
export const pullDays: Migration = {
  number: 200,
  name: 'pull-days',
  functions: { leavesOn: pullDayOf },
  statements: [
    `UPDATE batches SET pullDay = ${byLead} WHERE pullDayMoved = 0 AND date <> '' AND pullDay <> ${byLead}`,
  ],
}
