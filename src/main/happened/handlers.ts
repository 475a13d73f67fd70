import type { happenedCalls } from '../../core/happened/calls.ts'
import { happenedKinds, newestFirst, type Happened, type HappenedKind } from '../../core/happened/happened.ts'
import { fail, ok } from '../../core/result.ts'
import { actionsHappened } from '../actions/edge.ts'
import { customersHappened, onFileSince } from '../customers/edge.ts'
import { promisesHappened } from '../promises/edge.ts'
import { referralsHappened } from '../referrals/edge.ts'
import type { HandlersOf } from '../store/context.ts'
import type { HappenedReader } from './reader.ts'

/** Each feature that knows something of a customer: a new one adds its name. */
const readers: readonly HappenedReader[] = [
  customersHappened,
  promisesHappened,
  actionsHappened,
  referralsHappened,
]

export const happened: HandlersOf<typeof happenedCalls> = {
  'happened.to': async (context, { customerId, only, limit }) => {
    const createdAtMs = await onFileSince(context, customerId)
    if (createdAtMs === undefined)
      return fail('no-customer', 'This customer is no longer on file. Nothing was changed.')
    const kinds = new Set<HappenedKind>(only.length > 0 ? only : happenedKinds)
    const rows: Happened[] = []
    const counts = Object.fromEntries(happenedKinds.map((kind) => [kind, 0])) as Record<HappenedKind, number>
    for (const read of readers) {
      const part = await read(context, customerId, limit, kinds)
      rows.push(...part.rows)
      for (const kind of happenedKinds) counts[kind] += part.counts[kind] ?? 0
    }
    return ok({
      rows: newestFirst(rows).slice(0, limit),
      counts,
      total: [...kinds].reduce((sum, kind) => sum + counts[kind], 0),
      createdAtMs,
    })
  },
}
