import { hoursWaiting } from '../../core/hours/waiting.ts'
import { ok } from '../../core/result.ts'
import { holidaysToDecide } from './holiday-store.ts'
import { standingNow } from './judged.ts'
import type { Context } from '../store/context.ts'

/** What the hours have to say on Today. */
export async function hoursToday(context: Context) {
  const { plan, status } = await standingNow(context)
  return ok(hoursWaiting(status, await holidaysToDecide(context, plan), context.formats))
}
