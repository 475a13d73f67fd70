import { dayAt } from '../../core/day.ts'
import { newsletterWaiting } from '../../core/newsletter/waiting.ts'
import { ok } from '../../core/result.ts'
import type { Context } from '../store/context.ts'

/** Whether a newsletter is due, or its drafts are to be sent; no text is read for that, as Today is asked often. */
export async function newsletterToday({ db, now, zone, formats }: Context) {
  const issues = await db
    .selectFrom('newsletterIssues')
    .select(['id', 'month', 'exportedAtMs', 'exportedTo', 'sentAtMs'])
    .orderBy('month', 'desc')
    .orderBy('id', 'desc')
    .limit(1200)
    .execute()
  return ok([newsletterWaiting(issues, dayAt(now, zone), formats)])
}
