import type { checklistsCalls } from '../../core/checklists/calls.ts'
import { sheetLines } from '../../core/checklists/plan-week.ts'
import { sheetHtml } from '../../core/checklists/to-html.ts'
import { ok } from '../../core/result.ts'
import { ownLines } from './own-lines.ts'
import { printed } from './printed.ts'
import { weekPlan } from './week-facts.ts'
import type { HandlersOf } from '../store/context.ts'

export const checklists: HandlersOf<typeof checklistsCalls> = {
  'checklists.week': async (context, { week, paper }) => {
    const plan = await weekPlan(context, week)
    if (!plan.ok) return plan
    return ok({ html: sheetHtml(plan.value, paper, context.formats), lines: sheetLines(plan.value) })
  },
  ...ownLines,
  ...printed,
}
