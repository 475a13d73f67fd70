import type { Day } from '../../core/day.ts'
import type { PrintedHours } from '../../core/newsletter/shop-facts.ts'
import { printedHours } from '../../core/newsletter/printed-hours.ts'
import type { Voice } from '../../core/out/voice.ts'
import { readSchedules, specialDaysIn } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'

/** The opening hours an issue of this month prints. */
export async function hoursFor(
  context: Pick<Context, 'db' | 'shop' | 'now' | 'zone'>,
  month: string,
  today: Day,
  voice: Voice,
): Promise<readonly PrintedHours[]> {
  return printedHours(
    await readSchedules(context),
    await specialDaysIn(context, voice, today),
    month,
    today,
    voice,
  )
}
