import type { Day } from '../../core/day.ts'
import type { PrintedHours } from '../../core/newsletter/shop-facts.ts'
import { printedHours } from '../../core/newsletter/printed-hours.ts'
import { readSchedules, readSpecialDays } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'

/** The opening hours an issue of this month prints. */
export async function hoursFor(
  context: Pick<Context, 'db' | 'formats'>,
  month: string,
  today: Day,
): Promise<readonly PrintedHours[]> {
  return printedHours(
    await readSchedules(context),
    await readSpecialDays(context),
    month,
    today,
    context.formats,
  )
}
