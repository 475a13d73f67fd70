import { type Day, daysBetween } from '../../core/day.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'

const longestDays = 3700

/** Why a range of days cannot be asked for; null where it can. */
export function checkRange({ formats }: Context, from: Day, to: Day): Result<never> | null {
  if (from > to)
    return fail(
      'bad-range',
      `${formats.fullDay(from)} is after ${formats.fullDay(to)}. Choose a first day that is not after the last.`,
      'to',
    )
  if (daysBetween(from, to) >= longestDays)
    return fail('bad-range', `Choose at most ${longestDays} days, about ten years.`, 'to')
  return null
}
