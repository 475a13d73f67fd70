import type { Day } from '../day.ts'
import { goTo, waitingOf, type KindWaiting } from '../today/item.ts'
import type { IssueRow } from './calls.ts'

const kind = {
  harm: 'newsletter',
  label: 'Newsletter',
  mark: 'none',
  words: ['newsletter due', 'newsletters due'],
  page: '/newsletter',
} as const

const dueFrom = 20

/** From the 20th of a month without an exported issue; at once in a shop that never wrote one. */
export function newsletterWaiting(
  issues: readonly Pick<IssueRow, 'id' | 'month' | 'exportedAtMs'>[],
  today: Day,
): KindWaiting {
  const item = (title: string, reason: string): KindWaiting =>
    waitingOf(kind, [{ id: 'newsletter', title, reason, actions: [goTo('Newsletter', '/newsletter')] }])
  if (issues.length === 0)
    return item('The first newsletter', 'customers should hear from you at least once a month')
  const issue = issues.find(({ month }) => month === today.slice(0, 7))
  if (issue?.exportedAtMs || Number(today.slice(8)) < dueFrom) return waitingOf(kind, [])
  return item('This month’s newsletter', issue ? 'begun, and not mailed yet' : 'not begun yet')
}
