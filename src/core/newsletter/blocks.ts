import { z } from 'zod'
import { isDay, type Day } from '../day.ts'

/** Paragraphs, parted by empty lines; `{{first name|friend}}` greets the reader. */
export interface TextBlock {
  readonly kind: 'text'
  readonly text: string
}

/** The opening hours, taken from the schedule when the issue is shown or exported. */
export interface HoursBlock {
  readonly kind: 'hours'
  readonly heading?: string
}

export interface OfferBlock {
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

export const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: long }),
  z.strictObject({ kind: z.literal('hours'), heading: line.optional() }),
  z.strictObject({
    kind: z.literal('offer'),
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
