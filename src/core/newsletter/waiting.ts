import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { doing, goTo, waitingOf, type KindWaiting } from '../today/item.ts'
import type { IssueRow, newsletterCalls } from './calls.ts'

const action = doing<typeof newsletterCalls>()

const kind = {
  harm: 'newsletter',
  label: 'Newsletter',
  mark: 'none',
  words: ['newsletter due', 'newsletters due'],
  page: '/newsletter',
} as const

const dueFrom = 20

/** Drafts that nobody said were sent; from the 20th a month without drafts; at once in a shop that never wrote any. */
export function newsletterWaiting(
  issues: readonly Pick<IssueRow, 'id' | 'month' | 'exportedAtMs' | 'exportedTo' | 'sentAtMs'>[],
  today: Day,
  formats: Formats,
): KindWaiting {
  const go = goTo('Newsletter', '/newsletter')
  const item = (title: string, reason: string) => ({ id: 'newsletter', title, reason, actions: [go] })
  if (issues.length === 0)
    return waitingOf(kind, [
      item('The first newsletter', 'customers should hear from you at least once a month'),
    ])
  const unsent = issues
    .filter(({ exportedAtMs, sentAtMs }) => exportedAtMs !== null && sentAtMs === null)
    .map(({ id, month, exportedTo }) => ({
      id: `newsletter-${id}`,
      title: `Send the newsletter of ${formats.month(month)}`,
      reason: `${formats.counted(exportedTo, 'draft is', 'drafts are')} written; say when they are sent`,
      actions: [action('Sent', 'newsletter.sent', { issueId: id }), go],
    }))
  const issue = issues.find(({ month }) => month === today.slice(0, 7))
  const isDue = !issue?.exportedAtMs && Number(today.slice(8)) >= dueFrom
  const due = item('This month’s newsletter', issue ? 'begun, and not mailed yet' : 'not begun yet')
  return waitingOf(kind, isDue ? [...unsent, due] : unsent)
}
