import type { Context } from '../store/context.ts'
import { mustKnowNow, nameNow, phoneNow } from '../customers/edge.ts'

/** No more of each than a sheet says: there may be thousands. */
const stillOpen = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('promises')
    .select(['promises.id', 'what', 'promises.name', 'toldAtMs', 'targetAtMs'])
    .select((eb) => [
      nameNow(eb.ref('promises.customerId')).as('nameToday'),
      phoneNow(eb.ref('promises.customerId')).as('phone'),
      mustKnowNow(eb.ref('promises.customerId')).as('mustKnow'),
    ])
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)

/** Promises neither closed nor ready whose target is before an instant, the earliest told moment first. */
export const dueBefore = (context: Pick<Context, 'db'>, beforeMs: number) =>
  stillOpen(context)
    .where('readyAtMs', 'is', null)
    .where('targetAtMs', '<', beforeMs)
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()

/** What is ready and not handed over yet, told for an instant from `fromMs` and before `beforeMs`, the earliest first. */
export const readyBetween = (context: Pick<Context, 'db'>, fromMs: number, beforeMs: number) =>
  stillOpen(context)
    .where('readyAtMs', 'is not', null)
    .where('toldAtMs', '>=', fromMs)
    .where('toldAtMs', '<', beforeMs)
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()
