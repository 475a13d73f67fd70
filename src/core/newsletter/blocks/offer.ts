import { z } from 'zod'
import { isDay } from '../../day.ts'
import { html } from '../../html.ts'
import { headerText } from '../../greeting/header-text.ts'
import { template } from '../merge.ts'
import type { Obstacle } from '../obstacle.ts'
import { blockOf, line, long, type BlockKind } from './kind.ts'
import { heading, paragraphs, paragraphsOf, spaced, wordsIn } from './set.ts'

const schema = blockOf('offer', {
  title: line,
  text: long,
  /** What the customer says or shows at the counter. */
  code: line.optional(),
  /** The last day of the offer; '' where it has none. */
  ends: z
    .string()
    .refine((text) => text === '' || isDay(text), 'Write the last day as 24.12., or leave it empty.'),
})

export type OfferBlock = Readonly<z.infer<typeof schema>>

export const offer = {
  name: 'Offer',
  schema,
  start: () => ({ kind: 'offer', title: '', text: '', ends: '' }),
  isBlank: ({ title, text }) => title.trim() === '' && text.trim() === '',
  typed: ({ title, text }) => [title, text],
  obstacles(block, { today, formats }) {
    if (offer.isBlank(block)) return []
    const found: Obstacle[] = []
    const name = headerText(block.title)
    if (name === '') found.push({ code: 'no-offer-title', fix: 'issue', message: 'Give each offer a title.' })
    if (block.ends !== '' && block.ends < today)
      found.push({
        code: 'offer-over',
        fix: 'issue',
        message: `The offer “${name}” ended on ${formats.longDate(block.ends)}. Change its last day or remove it.`,
      })
    return found
  },
  part({ title: typed, text, code: given, ends }, shop) {
    const { say, pieces, formats } = shop.voice
    const title = template(headerText(typed), say('mail.reader'))
    const all = paragraphsOf(text, shop)
    const code = headerText(given ?? '')
    const until = ends === '' ? '' : say('mail.until', { day: formats.longDate(ends) })
    const coded = code === '' ? [] : pieces('mail.code', { code })
    if (title.length === 0 && all.length === 0) return null
    return {
      words: [
        ...all.flatMap(wordsIn),
        ...wordsIn(title),
        ...coded.map((one) => one.words),
        ...(until === '' ? [] : [until]),
      ],
      mjml: (words) => html`<mj-section padding="8px 28px">
      <mj-column background-color="#eef3ea" border="1px solid #2f5d43" border-radius="6px" padding="12px 0">
        ${title.length > 0 && heading(words(title))}
        ${all.length > 0 && paragraphs(all, words)}
        ${(coded.length > 0 || until !== '') && html`<mj-text font-size="15px">${coded.map((one) => (one.param ? html`<strong style="font-family:Consolas, Menlo, monospace">${one.words}</strong>` : one.words))}${coded.length > 0 && until !== '' && html`<br />`}${until}</mj-text>`}
      </mj-column>
    </mj-section>`,
      text() {
        const terms = [coded.map((one) => one.words).join(''), until].filter((one) => one !== '')
        return spaced([title, ...all, [terms.join('\n')]])
      },
    }
  },
} satisfies BlockKind<OfferBlock>
