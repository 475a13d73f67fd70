import { dayAt } from '../../core/day.ts'
import type { newsletterCalls } from '../../core/newsletter/calls.ts'
import { utf8Length } from '../../core/greeting/header-text.ts'
import { escapeHtml } from '../../core/html.ts'
import { fill, type Reader } from '../../core/newsletter/merge.ts'
import { optOutCode, sampleCode } from '../../core/newsletter/opt-out.ts'
import { withoutPlaces } from '../../core/newsletter/places.ts'
import { fail, ok } from '../../core/result.ts'
import { countAudience, firstRecipient, readerOf } from './audience.ts'
import { exportMail } from './drafts.ts'
import { setIssue } from './edition.ts'
import { issueOf, issues } from './issues.ts'
import { optOut } from './opt-out.ts'
import type { HandlersOf } from '../store/context.ts'

/** Fills the slots where the audience is empty. */
const nobody: Reader = { firstName: '', optOutCode: optOutCode(sampleCode) }

export const newsletter: HandlersOf<typeof newsletterCalls, 'newsletter.exportMail'> = {
  ...issues,
  'newsletter.exportMail': exportMail,

  'newsletter.preview': async (context, { issueId, customerId, unsaved, placed }) => {
    const issue = await issueOf(context.db, issueId)
    if (!issue.ok) return issue
    const reader =
      customerId === undefined
        ? await firstRecipient(context.db, dayAt(context.now, context.zone))
        : await readerOf(context.db, customerId)
    if (customerId !== undefined && !reader)
      return fail('no-customer', 'This customer is no longer there. Choose another one.', 'customerId')
    const { subject, blocks } = unsaved ?? issue.value
    const set = await setIssue(context, issue.value.month, subject, blocks, { placed })
    const html = fill(set.html, reader ?? nobody, escapeHtml)
    return ok({
      html,
      text: fill(set.text, reader ?? nobody),
      subject: fill(set.subject, reader ?? nobody),
      reader: reader ? { customerId: reader.customerId, name: reader.name } : null,
      bytes: utf8Length(withoutPlaces(html)),
    })
  },

  'newsletter.audience': async (context, { issueId }) => {
    const issue = issueId === undefined ? ok(null) : await issueOf(context.db, issueId)
    return issue.ok ? ok(await countAudience(context)) : issue
  },

  'newsletter.obstacles': async (context, { issueId }) => {
    const issue = await issueOf(context.db, issueId)
    if (!issue.ok) return issue
    const { month, subject, blocks } = issue.value
    const set = await setIssue(context, month, subject, blocks)
    return ok(set.obstacles(await countAudience(context)))
  },

  'newsletter.optOut': optOut,
}
