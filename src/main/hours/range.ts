import { type Day, daysBetween } from '../../core/day.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'

const longestDays = 3700

/** Why a range of days cannot be asked for; null where it can. */
export const checkRange = (context: Context, from: Day, to: Day): Result<never> | null =>
  checkSpan(context, from, to, longestDays, ', about ten years')

/** Why days cannot be taken together, the last one included, when there are at most `most`, and what that is; null where they can. */
export function checkSpan(
  { formats }: Context,
  from: Day,
  to: Day,
  most: number,
  about = '',
): Result<never> | null {
  if (from > to)
    return fail(
      'bad-range',
      `${formats.fullDay(from)} is after ${formats.fullDay(to)}. Choose a first day that is not after the last.`,
      'to',
    )
  return daysBetween(from, to) >= most
    ? fail('bad-range', `Choose at most ${formats.counted(most, 'day', 'days')}${about}.`, 'to')
    : null
}
