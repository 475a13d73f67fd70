import { hoursWaiting } from '../../core/hours/waiting.ts'
import { ok } from '../../core/result.ts'
import { holidaysToDecide } from './holiday-store.ts'
import { statusNow } from './adherence.ts'
import type { Context } from '../store/context.ts'

/** What the hours have to say on Today. */
export async function hoursToday(context: Context) {
  const { plan, status } = await statusNow(context)
  return ok(hoursWaiting(status, await holidaysToDecide(context, plan), context.formats))
}
