import { addDays, startOfDay, type Day } from '../../core/day.ts'
import type { Context } from '../store/context.ts'
import { withCustomer } from './rows.ts'

/** Promises neither closed nor ready whose target is by the end of a day, the earliest told moment first. */
export const dueUntil = ({ db, zone }: Pick<Context, 'db' | 'zone'>, day: Day) =>
  withCustomer(db)
    .where('doneAtMs', 'is', null)
    .where('brokenAtMs', 'is', null)
    .where('readyAtMs', 'is', null)
    .where('targetAtMs', '<', startOfDay(addDays(day, 1), zone))
    .orderBy('toldAtMs')
    .orderBy('promises.id')
    .execute()
