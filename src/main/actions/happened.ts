import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { actionsPage } from '../../core/actions/page.ts'
import { stateWords } from '../../core/actions/words.ts'
import { localAt } from '../../core/day.ts'
import { promisesTo } from '../promises/edge.ts'
import type { HappenedReader } from '../happened/reader.ts'
import type { Schema } from '../store/schema.ts'

/** What was to be done about a customer or a promise to them, where it was closed, or else written down. */
export const actionsHappened: HappenedReader = async ({ db, zone }, customerId, room, kinds) => {
  const isTheirs = (eb: ExpressionBuilder<Schema, 'actions'>): Expression<SqlBool> =>
    eb.or([
      eb.and([eb('aboutKind', '=', 'customer'), eb('aboutId', '=', customerId)]),
      eb.and([eb('aboutKind', '=', 'promise'), eb('aboutId', 'in', promisesTo(customerId))]),
    ])
  const { n } = await db
    .selectFrom('actions')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(isTheirs)
    .executeTakeFirstOrThrow()
  if (n === 0 || !kinds.has('action')) return { rows: [], counts: { action: n } }
  const rows = await db
    .selectFrom('actions')
    .select(['what', 'state', 'result'])
    .select((eb) => eb.fn.coalesce('closedAtMs', 'createdAtMs').as('lastAtMs'))
    .where(isTheirs)
    .orderBy('lastAtMs', 'desc')
    .orderBy('id', 'desc')
    .limit(room)
    .execute()
  return {
    rows: rows.map(({ what, state, result, lastAtMs }) => ({
      kind: 'action',
      at: localAt(lastAtMs, zone),
      what: `${stateWords[state]}: ${what}`,
      note: result,
      isStrong: false,
      page: actionsPage,
    })),
    counts: { action: n },
  }
}
