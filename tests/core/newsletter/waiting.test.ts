import { expect, test } from 'vitest'
import { formatsOf } from '../../../src/core/formats.ts'
import { newsletterWaiting } from '../../../src/core/newsletter/waiting.ts'

const issue = (month: string, exportedAtMs: number | null = null) => ({
  id: 1,
  month,
  exportedAtMs,
  exportedTo: 12,
  sentAtMs: exportedAtMs,
})
const reasons = (issues: readonly ReturnType<typeof issue>[], today: string) =>
  newsletterWaiting(issues, today, formatsOf('DE')).items.map(({ title, reason }) => `${title}: ${reason}`)

test('from the 20th the month’s newsletter waits until it is mailed, and says how far it is', () => {
  const last = issue('2026-10', 1)
  expect(reasons([last], '2026-11-19')).toEqual([])
  expect(reasons([last], '2026-11-20')).toEqual(['This month’s newsletter: not begun yet'])
  expect(reasons([last, issue('2026-11')], '2026-11-20')).toEqual([
    'This month’s newsletter: begun, and not mailed yet',
  ])
  expect(reasons([last, issue('2026-11', 1)], '2026-11-30')).toEqual([])
  expect(reasons([issue('2025-11', 1)], '2026-11-30')).toEqual(['This month’s newsletter: not begun yet'])
})

test('drafts wait until the owner says that they were sent, in whichever month', () => {
  const unsent = { ...issue('2026-10', 1), sentAtMs: null }
  const { items } = newsletterWaiting([unsent, issue('2026-11', 1)], '2026-11-02', formatsOf('DE'))
  expect(items.map(({ title, reason }) => [title, reason])).toEqual([
    ['Send the newsletter of October 2026', '12 drafts are written; say when they are sent'],
  ])
  expect(items[0]?.actions[0]).toEqual({ label: 'Sent', call: 'newsletter.sent', input: { issueId: 1 } })
})

test('a shop that never wrote one is asked at once', () => {
  expect(reasons([], '2026-11-01')).toEqual([
    'The first newsletter: customers should hear from you at least once a month',
  ])
})
