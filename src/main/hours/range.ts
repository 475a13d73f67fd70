import { type Day, daysBetween } from '../../core/day.ts'
import { fullDay } from '../../core/day-words.ts'
import { fail, type Result } from '../../core/result.ts'

const longestDays = 3700

/** Why a range of days cannot be asked for; null where it can. */
export function checkRange(from: Day, to: Day): Result<never> | null {
  if (from > to)
    return fail(
      'bad-range',
      `${fullDay(from)} is after ${fullDay(to)}. Choose a first day that is not after the last.`,
      'to',
    )
  if (daysBetween(from, to) >= longestDays)
    return fail('bad-range', `Choose at most ${longestDays} days, about ten years.`, 'to')
  return null
}
