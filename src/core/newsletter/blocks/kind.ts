import { z } from 'zod'
import type { Day } from '../../day.ts'
import type { Formats } from '../../formats.ts'
import type { Html } from '../../html.ts'
import type { Template } from '../merge.ts'
import type { Obstacle } from '../obstacle.ts'
import type { ShopFacts } from '../shop-facts.ts'

/** What a block becomes in an issue: all words chosen, nothing escaped. */
export interface Part {
  /** Every word in it that somebody typed. */
  readonly words: readonly string[]
  /** Its MJML; `words` sets what was typed, with its merge fields. */
  mjml(words: (typed: Template) => Html): Html
  /** The same in plain text; lines end in `\n`. */
  text(): Template
}

/** What a block is looked at with before it goes out. */
export interface Checked {
  /** Whether there are hours for the month. */
  readonly hasHours: boolean
  readonly today: Day
  readonly formats: Formats
}

/** All rules of one kind of block. A new kind is a file that says these, a form in the window, and a line in both lists. */
export interface BlockKind<Block> {
  /** As the owner reads it. */
  readonly name: string
  readonly schema: z.ZodType<Block> & { readonly shape: Readonly<Record<string, unknown>> }
  /** A fresh one, to be filled. */
  start(): Block
  /** Whether it would print nothing. */
  isBlank(block: Block): boolean
  /** The texts that may name merge fields. */
  typed(block: Block): readonly string[]
  /** Why it cannot go out as it is. */
  obstacles(block: Block, checked: Checked): readonly Obstacle[]
  /** What it becomes; null where it would print nothing. */
  part(block: Block, shop: ShopFacts): Part | null
}

const key = z
  .string()
  .min(1, 'Leave the key out, or give one.')
  .max(50, 'Use a key of at most 50 characters.')
  .optional()

/** The schema of a kind; `key` names the block while it is changed and moved, one that has none was not touched since it was made. */
export const blockOf = <Kind extends string, Fields extends z.core.$ZodShape>(kind: Kind, fields: Fields) =>
  z.strictObject({ kind: z.literal(kind), key, ...fields })

/** Words in one line. */
export const line = z.string().max(200, 'Use at most 200 characters.')

/** Words in paragraphs. */
export const long = z.string().max(20_000, 'Use at most 20,000 characters in one block.')
