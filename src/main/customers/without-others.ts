import { thanksUnnamed } from '../../core/actions/after-sale.ts'
import type { AnyRow } from '../history/edge.ts'

/** What stands where a row about somebody would name another. */
export const anotherCustomer = 'another customer'

/** A row about somebody without the names of others that the app put into it; words that were written down stay. */
export function withoutOthers(customerId: number, row: AnyRow): AnyRow {
  const isOfOther = row['aboutKind'] === 'customer' && row['aboutId'] !== customerId
  const isThanks = row['source'] === 'thanks' && typeof row['what'] === 'string'
  if (!isOfOther && !isThanks) return row
  return {
    ...row,
    ...(isOfOther && { aboutName: anotherCustomer }),
    ...(isThanks && { what: thanksUnnamed(String(row['what']), String(row['aboutName']), anotherCustomer) }),
  }
}
