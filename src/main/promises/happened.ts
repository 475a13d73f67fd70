import { dayAt, localAt } from '../../core/day.ts'
import type { HappenedReader } from '../happened/reader.ts'
import { promisePage } from './about.ts'
import { promiseOf, withCustomer } from './rows.ts'

/** Promises to a customer, each where it was heard of last: when it was done or broken, ready, moved or made. */
export const promisesHappened: HappenedReader = async (context, customerId, room, kinds) => {
  const { n } = await context.db
    .selectFrom('promises')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow()
  if (n === 0 || !kinds.has('promise')) return { rows: [], counts: { promise: n } }
  const rows = await withCustomer(context.db)
    .select((eb) =>
      eb.fn
        .coalesce(
          'promises.doneAtMs',
          'promises.brokenAtMs',
          'promises.readyAtMs',
          'promises.movedAtMs',
          'promises.madeAtMs',
        )
        .as('lastAtMs'),
    )
    .where('promises.customerId', '=', customerId)
    .orderBy('lastAtMs', 'desc')
    .orderBy('promises.id', 'desc')
    .limit(room)
    .execute()
  return {
    rows: rows.map(({ lastAtMs, ...row }) => {
      const { what, name, reason, note } = promiseOf(row, context)
      const dayOnly = row.doneDayOnly === 1 && lastAtMs === row.doneAtMs
      return {
        kind: 'promise',
        at: dayOnly ? dayAt(lastAtMs, context.zone) : localAt(lastAtMs, context.zone),
        what: `Promised: ${what}`,
        note: note === '' ? reason : `${reason}. ${note}`,
        isStrong: false,
        page: promisePage({ what, name }),
      }
    }),
    counts: { promise: n },
  }
}
