import { escapeHtml, html, trusted, type Html } from '../html.ts'
import { serif, wordsIn } from './blocks/set.ts'
import { whyYouGetThis, withCode, type ReadyIssue } from './ready-issue.ts'
import { placeholders, type Template } from './merge.ts'
import { placeMark } from './places.ts'
import { optOutLink } from './opt-out.ts'

const sans = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif"

/**
 * An issue as MJML for all its readers, and the way to read the engine's HTML back into a template.
 * Every word that somebody typed is escaped here: MJML passes markup through. `placed` marks where each block begins.
 */
export function toMjml(
  issue: ReadyIssue,
  { placed = false } = {},
): { mjml: string; unmark(finished: string): Template } {
  const { mark, unmark } = placeholders(wordsOf(issue))
  const words = (parts: Template): Html =>
    trusted(mark(parts, (text) => escapeHtml(text).replaceAll('\n', '<br />')))
  const { voice } = issue
  const link = optOutLink(issue.shopAddress, issue.stopSubject, mark([{ slot: 'optOutCode' }], String))
  const page = html`<mjml lang="${voice.language}">
  <mj-head>
    <mj-title>${issue.shopName}</mj-title>
    <mj-attributes>
      <mj-all font-family="${sans}" />
      <mj-text font-size="16px" line-height="1.55" color="#1f1d1a" padding="8px 28px" />
      <mj-section padding="0" background-color="#fffdf8" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f3eee3" width="600px">
    <mj-section padding="24px 0 8px">
      <mj-column>
        <mj-text font-family="${serif}" font-size="26px" line-height="1.25"><h1 style="margin:0;font-size:26px;font-weight:600">${issue.shopName}</h1></mj-text>
        <mj-divider border-color="#2f5d43" border-width="2px" padding="8px 28px 0" />
      </mj-column>
    </mj-section>
    ${issue.parts.map((part) => [placed && placeMark(part.key), part.mjml(words)])}
    ${placed && placeMark()}
    <mj-section padding="8px 0 24px">
      <mj-column>
        <mj-divider border-color="#d9d1c0" border-width="1px" padding="8px 28px" />
        <mj-text font-size="13px" color="#5b554b">${issue.sender.map((line, i) => (i === 0 ? html`<strong>${line}</strong>` : html`<br />${line}`))}<br />${issue.shopAddress}</mj-text>
        <mj-text font-size="13px" color="#5b554b">${whyYouGetThis(issue)}<br /><a href="${link}" style="color:#2f5d43">${voice.say('mail.stopLink')}</a> ${words(withCode(voice.pieces('mail.stopCode', { code: '' })))}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`
  return { mjml: page.html, unmark }
}

const wordsOf = (issue: ReadyIssue): string[] => [
  whyYouGetThis(issue),
  issue.stopSubject,
  issue.voice.say('mail.stopLink'),
  issue.voice.say('mail.stopCode', { code: '' }),
  issue.shopName,
  issue.shopAddress,
  ...issue.sender,
  ...wordsIn(issue.subject),
  ...issue.parts.flatMap((part) => part.words),
]
