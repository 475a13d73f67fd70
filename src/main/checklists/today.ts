import { checklistWaiting } from '../../core/checklists/waiting.ts'
import { dayAt, isoWeek, type Day } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import { readPlan } from '../hours/edge.ts'
import { printedAt } from './printed.ts'
import type { Context } from '../store/context.ts'

/** Whether the week's sheet is to be printed. */
export async function checklistsToday(context: Context) {
  const plan = await readPlan(context)
  const trades = (day: Day): boolean | null => {
    const blocks = plan.blocks(day)
    return blocks && blocks.length > 0
  }
  const today = dayAt(context.now, context.zone)
  const isPrinted = (await printedAt(context, isoWeek(today))) !== null
  return ok([checklistWaiting(today, trades, context.formats, isPrinted)])
}
