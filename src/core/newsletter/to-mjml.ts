import type { Formats } from '../formats.ts'
import { escapeHtml, html, trusted, type Html } from '../html.ts'
import { whyYouGetThis, type ReadyIssue, type Part, type PrintedHours } from './ready-issue.ts'
import { placeholders, type Template } from './merge.ts'
import { optOutLink } from './opt-out.ts'

const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif"
const sans = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif"

/**
 * An issue as MJML for all its readers, and the way to read the engine's HTML back into a template.
 * Every word that somebody typed is escaped here: MJML passes markup through.
 */
export function toMjml(
  issue: ReadyIssue,
  formats: Formats,
): { mjml: string; unmark(finished: string): Template } {
  const { mark, unmark } = placeholders(wordsOf(issue))
  const words = (parts: Template): Html =>
    trusted(mark(parts, (text) => escapeHtml(text).replaceAll('\n', '<br />')))
  const link = optOutLink(issue.shopAddress, mark([{ slot: 'optOutCode' }], String))
  const page = html`<mjml lang="en">
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
    ${issue.parts.map((part) => partMjml(part, words, formats))}
    <mj-section padding="8px 0 24px">
      <mj-column>
        <mj-divider border-color="#d9d1c0" border-width="1px" padding="8px 28px" />
        <mj-text font-size="13px" color="#5b554b">${issue.sender.map((line, i) => (i === 0 ? html`<strong>${line}</strong>` : html`<br />${line}`))}<br />${issue.shopAddress}</mj-text>
        <mj-text font-size="13px" color="#5b554b">${whyYouGetThis(issue.shopName)}<br /><a href="${link}" style="color:#2f5d43">Stop the newsletter</a> (a mail with your code ${words([{ slot: 'optOutCode' }])})</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`
  return { mjml: page.html, unmark }
}

function partMjml(part: Part, words: (parts: Template) => Html, formats: Formats): Html {
  if (part.kind === 'text') return section(html`<mj-text>${paragraphs(part.paragraphs, words)}</mj-text>`)
  if (part.kind === 'hours')
    return section(html`${heading(html`${part.heading}`)}${part.hours.map(hoursMjml)}`)
  return html`<mj-section padding="8px 28px">
      <mj-column background-color="#eef3ea" border="1px solid #2f5d43" border-radius="6px" padding="12px 0">
        ${part.title.length > 0 && heading(words(part.title))}
        ${part.paragraphs.length > 0 && html`<mj-text>${paragraphs(part.paragraphs, words)}</mj-text>`}
        <mj-text font-size="15px">${part.code !== '' && html`Code: <strong style="font-family:Consolas, Menlo, monospace">${part.code}</strong><br />`}Until ${formats.longDate(part.ends)}</mj-text>
      </mj-column>
    </mj-section>`
}

const section = (content: Html): Html => html`<mj-section><mj-column>${content}</mj-column></mj-section>`

const heading = (text: Html): Html =>
  html`<mj-text font-family="${serif}" font-size="20px" line-height="1.3" padding="14px 28px 2px"><h2 style="margin:0;font-size:20px;font-weight:600">${text}</h2></mj-text>`

const paragraphs = (all: readonly Template[], words: (parts: Template) => Html): Html[] =>
  all.map((paragraph) => html`<p style="margin:0 0 14px">${words(paragraph)}</p>`)

const hoursMjml = ({ title, lines }: PrintedHours): Html => html`
  ${title !== null && html`<mj-text padding="8px 28px 0"><strong>${title}</strong></mj-text>`}
  <mj-table font-size="16px" line-height="1.5" color="#1f1d1a" padding="6px 28px 10px">${lines.map(
    ({ days, times }) =>
      html`<tr><th scope="row" style="text-align:left;font-weight:400;padding:2px 24px 2px 0;white-space:nowrap;vertical-align:top">${days}</th><td style="padding:2px 0;width:100%">${times}</td></tr>`,
  )}</mj-table>`

const wordsOf = (issue: ReadyIssue): string[] => {
  const typed = (parts: Template) => parts.map((part) => (typeof part === 'string' ? part : ''))
  return [
    issue.shopName,
    issue.shopAddress,
    ...issue.sender,
    ...typed(issue.subject),
    ...issue.parts.flatMap((part) =>
      part.kind === 'hours'
        ? [part.heading, ...part.hours.flatMap(({ lines }) => lines.map(({ times }) => times))]
        : [
            ...part.paragraphs.flatMap(typed),
            ...(part.kind === 'offer' ? [...typed(part.title), part.code] : []),
          ],
    ),
  ]
}
