import { dayAt } from '../../core/day.ts'
import { asciiAddress } from '../../core/mail-address.ts'
import type { Audience } from '../../core/newsletter/calls.ts'
import type { Block } from '../../core/newsletter/blocks.ts'
import { readyIssue } from '../../core/newsletter/ready-issue.ts'
import { fill, type Template } from '../../core/newsletter/merge.ts'
import type { Obstacle } from '../../core/newsletter/obstacle.ts'
import { obstacles } from '../../core/newsletter/preflight.ts'
import { textTwin } from '../../core/newsletter/text-twin.ts'
import { toMjml } from '../../core/newsletter/to-mjml.ts'
import type { Context } from '../store/context.ts'
import { shopVoice } from '../shop/edge.ts'
import { hoursFor } from './facts.ts'

/** An issue set in both versions, and what is to be put right before it goes out. */
export interface SetIssue {
  readonly shopName: string
  readonly shopAddress: string
  readonly subject: Template
  readonly stopSubject: string
  readonly text: Template
  readonly html: Template
  obstacles(audience: Pick<Audience, 'recipients' | 'putAside'>): readonly Obstacle[]
}

/** Sets an issue with the shop's name, address and hours of today; `placed` for a preview that tells which block is where. */
export async function setIssue(
  context: Pick<Context, 'db' | 'shop' | 'now' | 'zone' | 'formats'>,
  month: string,
  subject: string,
  blocks: readonly Block[],
  how: { readonly placed?: boolean } = {},
): Promise<SetIssue> {
  const today = dayAt(context.now, context.zone)
  const row = context.shop ?? { name: '', address: '', email: '', phone: '' }
  const shop = { ...row, email: asciiAddress(row.email) }
  const voice = await shopVoice(context)
  const hours = await hoursFor(context, month, today, voice)
  const ready = readyIssue(subject, blocks, { ...shop, hours, voice })
  const { mjml, unmark } = toMjml(ready, how)
  const html = unmark(await renderMjml(mjml))
  const blankReader = { firstName: '', optOutCode: '' }
  return {
    shopName: ready.shopName,
    shopAddress: ready.shopAddress,
    subject: ready.subject,
    stopSubject: ready.stopSubject,
    text: textTwin(ready),
    html,
    obstacles: ({ recipients, putAside }) =>
      obstacles({
        shop,
        subject,
        blocks,
        hasHours: hours.length > 0,
        recipients,
        putAside,
        html: fill(html, blankReader),
        today,
        formats: context.formats,
      }),
  }
}

/** MJML to HTML, with nothing fetched and no file read. Loaded on first use: it is large. */
async function renderMjml(mjml: string): Promise<string> {
  const { default: mjml2html } = await import('mjml')
  const { html, errors } = await mjml2html(mjml, {
    fonts: {},
    validationLevel: 'strict',
    keepComments: true,
    ignoreIncludes: true,
  })
  if (errors.length > 0)
    throw new Error(`newsletter layout: ${errors.map((e) => e.formattedMessage).join('; ')}`)
  // Indentation of the layout engine is a third of the mail's size and says nothing.
  return html.replace(/\n\s+/g, '\n').trim()
}
