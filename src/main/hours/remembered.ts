import { addDays, type Day, dayAt } from '../../core/day.ts'
import { tradingDayOf } from '../../core/hours/log.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import { firstLoggedDay } from './read.ts'

/** What is not known longer is not asked any more: nobody would remember. As far as the log reaches it can still be added. */
const rememberedDays = 92

/** The first day that is still asked about. */
export const firstAsked = (plan: Plan, now: number): Day =>
  addDays(tradingDayOf(plan, now), -1 - rememberedDays)

/**
 * Why nothing can be said of a time any more; null where it can. Before the first day of the log, longer ago than anybody is
 * asked about, it is a year or a month mistyped, and would stand in every figure since.
 */
export async function longAgo(
  context: Context,
  plan: Plan,
  atMs: number,
  field = 'at',
): Promise<Result<never> | null> {
  const day = dayAt(atMs, plan.zone)
  if (day >= firstAsked(plan, context.now)) return null
  const first = await firstLoggedDay(context)
  // The hours of a trading day can begin on the evening before.
  if (first !== null && day >= addDays(first, -1)) return null
  return fail(
    'long-ago',
    `${context.formats.fullDay(day)} is more than ${context.formats.counted(rememberedDays, 'day', 'days')} ago, and before the first day in the log. Nothing was changed. Check the year.`,
    field,
  )
}
