import type { Formats } from '../formats.ts'
import type { Block } from './blocks.ts'

/** What a new issue starts as: a greeting and, where the hours are known, the hours. Nothing the shop did not say. */
export function firstIssue(
  shopName: string,
  month: string,
  hasHours: boolean,
  formats: Formats,
): { subject: string; blocks: readonly Block[] } {
  const name = formats.month(month)
  const greeting = [
    'Hello {{first name|friend}},',
    `thank you for being our customer. This is our newsletter for ${name}.${hasHours ? ' Below you find when we are open.' : ''}`,
    'Is there something you miss in our shop, or something we should do better? Just answer this mail.',
    `See you soon,\n${shopName}`,
  ]
  return {
    subject: `${name}: news from ${shopName}`,
    blocks: [
      { kind: 'text', text: greeting.join('\n\n') },
      ...(hasHours ? [{ kind: 'hours' } as const] : []),
    ],
  }
}
