import type { Voice } from '../out/voice.ts'
import type { Block } from './blocks.ts'

/** What a new issue starts as: a greeting and, where the hours are known, the hours. Nothing the shop did not say. */
export function firstIssue(
  shop: string,
  month: string,
  hasHours: boolean,
  { formats, say }: Voice,
): { subject: string; blocks: readonly Block[] } {
  const name = formats.month(month)
  const greeting = [
    say('letter.hello'),
    `${say('letter.thanks', { month: name })}${hasHours ? ` ${say('letter.below')}` : ''}`,
    say('letter.ask'),
    say('letter.bye', { shop }),
  ]
  return {
    subject: say('letter.subject', { month: name, shop }),
    blocks: [
      { kind: 'text', text: greeting.join('\n\n') },
      ...(hasHours ? [{ kind: 'hours' } as const] : []),
    ],
  }
}
