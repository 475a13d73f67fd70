import type { z } from 'zod'
import { blockOf, long, type BlockKind } from './kind.ts'
import { paragraphs, paragraphsOf, section, spaced, wordsIn } from './set.ts'

const schema = blockOf('text', { text: long })

/** Paragraphs, parted by empty lines; `{{first name|friend}}` greets the reader. */
export type TextBlock = Readonly<z.infer<typeof schema>>

export const text = {
  name: 'Text',
  schema,
  start: () => ({ kind: 'text', text: '' }),
  isBlank: (block) => block.text.trim() === '',
  typed: (block) => [block.text],
  obstacles: () => [],
  part(block, shop) {
    const all = paragraphsOf(block.text, shop)
    if (all.length === 0) return null
    return {
      words: all.flatMap(wordsIn),
      mjml: (words) => section(paragraphs(all, words)),
      text: () => spaced(all),
    }
  },
} satisfies BlockKind<TextBlock>
