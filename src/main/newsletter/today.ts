import { dayAt } from '../../core/day.ts'
import { newsletterWaiting } from '../../core/newsletter/waiting.ts'
import { ok } from '../../core/result.ts'
import { allIssues } from './issues.ts'
import type { Context } from '../store/context.ts'

/** Whether a newsletter is due. */
export async function newsletterToday(context: Context) {
  const issues = await allIssues(context, {})
  return issues.ok
    ? ok([newsletterWaiting(issues.value, dayAt(context.now, context.zone), context.formats)])
    : issues
}
