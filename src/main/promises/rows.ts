import type { Kysely } from 'kysely'
import type { ShopPromise } from '../../core/promises/calls.ts'
import { outcomeOf } from '../../core/promises/outcome.ts'
import { reasonOf } from '../../core/promises/words.ts'
import { mustKnowNow, nameNow, phoneNow } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'
import type { Row, Schema } from '../store/schema.ts'

/** Promises with the name and phone their customer has today, and what must be known of them. */
export const withCustomer = (db: Kysely<Schema>) =>
  db
    .selectFrom('promises')
    .selectAll('promises')
    .select((eb) => [
      nameNow(eb.ref('promises.customerId')).as('nameToday'),
      phoneNow(eb.ref('promises.customerId')).as('phone'),
      mustKnowNow(eb.ref('promises.customerId')).as('mustKnow'),
    ])

type JoinedRow = Row<'promises'> & {
  readonly nameToday: string | null
  readonly phone: string | null
  readonly mustKnow: string | null
}

const yesNo = (value: 0 | 1 | null): boolean | null => (value === null ? null : value === 1)

/** A row as the contract tells it, seen at the call's moment. */
export function promiseOf(
  row: JoinedRow,
  { now, zone, formats }: Pick<Context, 'now' | 'zone' | 'formats'>,
): ShopPromise {
  const { nameToday, phone, mustKnow, sourceId: _id, sourceCustomer: _customer, ...said } = row
  const { sourceWhat: _what, sourceMade: _made, sourceTold: _told, ...own } = said
  const { onTime, inBudget, fullScope, leftClean, ...rest } = own
  const doneDayOnly = row.doneDayOnly === 1
  return {
    ...rest,
    doneDayOnly,
    name: nameToday ?? row.name,
    phone: phone ?? '',
    mustKnow: mustKnow ?? '',
    onTime: yesNo(onTime),
    inBudget: yesNo(inBudget),
    fullScope: yesNo(fullScope),
    leftClean: yesNo(leftClean),
    outcome: outcomeOf(row, now),
    reason: reasonOf({ ...row, doneDayOnly }, now, zone, formats),
  }
}
