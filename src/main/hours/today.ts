import { hoursWaiting } from '../../core/hours/waiting.ts'
import { ok } from '../../core/result.ts'
import { holidaysToDecide } from './holiday-store.ts'
import { statusNow } from './judged.ts'
import { readPlan } from './read.ts'
import type { Context } from '../store/context.ts'

/** What the hours have to say on Today. */
export async function hoursToday(context: Context) {
  const status = await statusNow(context, {})
  if (!status.ok) return status
  const plan = await readPlan(context)
  return ok(hoursWaiting(status.value, await holidaysToDecide(context, plan)))
}
