import { z } from 'zod'
import { isDay, type Day } from '../day.ts'

interface Kept {
  /** Names the block while it is changed and moved; one that has none was not touched since it was made. */
  readonly key?: string
}

/** Paragraphs, parted by empty lines; `{{first name|friend}}` greets the reader. */
export interface TextBlock extends Kept {
  readonly kind: 'text'
  readonly text: string
}

/** The opening hours, taken from the schedule when the issue is shown or exported. */
export interface HoursBlock extends Kept {
  readonly kind: 'hours'
  readonly heading?: string
}

export interface OfferBlock extends Kept {
  readonly kind: 'offer'
  readonly title: string
  readonly text: string
  /** What the customer says or shows at the counter. */
  readonly code?: string
  /** The last day of the offer. */
  readonly ends: Day
}

/** One part of a newsletter issue. */
export type Block = TextBlock | HoursBlock | OfferBlock

const line = z.string().max(200, 'Use at most 200 characters.')
const long = z.string().max(20_000, 'Use at most 20,000 characters in one block.')

const key = z
  .string()
  .min(1, 'Leave the key out, or give one.')
  .max(50, 'Use a key of at most 50 characters.')
  .optional()

export const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), key, text: long }),
  z.strictObject({ kind: z.literal('hours'), key, heading: line.optional() }),
  z.strictObject({
    kind: z.literal('offer'),
    key,
    title: line,
    text: long,
    code: line.optional(),
    ends: z.string().refine(isDay, 'Give the last day of the offer.'),
  }),
])

/** The parts of an issue, in their order. */
export const blocks = z.array(block).max(50, 'Use at most 50 blocks.')

/** Whether a block would print nothing. */
export function isBlank(part: Block): boolean {
  if (part.kind === 'text') return part.text.trim() === ''
  return part.kind === 'offer' && part.title.trim() === '' && part.text.trim() === ''
}

const said = ['kind', 'title', 'text', 'heading', 'code', 'ends']

/** What a block says, to compare by: without its key, in whatever order its fields were filled. */
export const saidBy = (part: Block): string => JSON.stringify(part, said)

/** The words of an issue. */
export interface Words {
  readonly subject: string
  readonly blocks: readonly Block[]
}

/** Whether two issues say the same. */
export const sameWords = (a: Words, b: Words): boolean =>
  a.subject === b.subject &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every((part, i) => saidBy(part) === saidBy(b.blocks[i]!))
