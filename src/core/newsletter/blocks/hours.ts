import type { z } from 'zod'
import { html, type Html } from '../../html.ts'
import { headerText } from '../../greeting/header-text.ts'
import type { PrintedHours } from '../shop-facts.ts'
import { blockOf, line, type BlockKind } from './kind.ts'
import { heading, section } from './set.ts'

const schema = blockOf('hours', { heading: line.optional() })

/** The opening hours, taken from the schedule when the issue is shown or exported. */
export type HoursBlock = Readonly<z.infer<typeof schema>>

export const hours = {
  name: 'Opening hours',
  schema,
  start: () => ({ kind: 'hours' }),
  isBlank: () => false,
  typed: () => [],
  obstacles: (_, { hasHours }) =>
    hasHours
      ? []
      : [
          {
            code: 'no-hours',
            message: 'The hours block has nothing to show. Set your weekly hours, or remove the block.',
            fix: 'hours',
          },
        ],
  part(block, { hours: printed, voice }) {
    if (printed.length === 0) return null
    const title = headerText(block.heading ?? '') || voice.say('mail.hours')
    return {
      words: [title, ...printed.flatMap((one) => [one.title ?? '', ...one.lines.map(({ times }) => times)])],
      mjml: () => section(html`${heading(html`${title}`)}${printed.map(hoursMjml)}`),
      text: () => [[title, ...printed.map(hoursText)].join('\n')],
    }
  },
} satisfies BlockKind<HoursBlock>

const hoursMjml = ({ title, lines }: PrintedHours): Html => html`
  ${title !== null && html`<mj-text padding="8px 28px 0"><strong>${title}</strong></mj-text>`}
  <mj-table font-size="16px" line-height="1.5" color="#1f1d1a" padding="6px 28px 10px">${lines.map(
    ({ days, times }) =>
      html`<tr><th scope="row" style="text-align:left;font-weight:400;padding:2px 24px 2px 0;white-space:nowrap;vertical-align:top">${days}</th><td style="padding:2px 0;width:100%">${times}</td></tr>`,
  )}</mj-table>`

function hoursText({ title, lines }: PrintedHours): string {
  const width = Math.max(...lines.map(({ days }) => days.length))
  const rows = lines.map(({ days, times }) => `${days.padEnd(width)}  ${times}`)
  return [...(title !== null ? [title] : []), ...rows].join('\n')
}
