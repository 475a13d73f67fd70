import type { Result } from '../../core/result.ts'
import type { KindWaiting } from '../../core/today/item.ts'
import { actionsToday } from '../actions/edge.ts'
import { backupsToday } from '../backups/edge.ts'
import { checklistsToday } from '../checklists/edge.ts'
import { customersToday } from '../customers/edge.ts'
import { hoursToday } from '../hours/edge.ts'
import { newsletterToday } from '../newsletter/edge.ts'
import { promisesToday } from '../promises/edge.ts'
import { stockToday } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'

/** Each feature that has something to say on Today; `room` is the most items that are shown of it. */
export const waits: readonly ((context: Context, room: number) => Promise<Result<readonly KindWaiting[]>>)[] =
  [
    hoursToday,
    promisesToday,
    stockToday,
    actionsToday,
    backupsToday,
    customersToday,
    newsletterToday,
    checklistsToday,
  ]
