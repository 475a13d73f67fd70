import { z } from 'zod'
import { hours, type HoursBlock } from './blocks/hours.ts'
import type { BlockKind } from './blocks/kind.ts'
import { offer, type OfferBlock } from './blocks/offer.ts'
import { text, type TextBlock } from './blocks/text.ts'

/** One part of a newsletter issue. */
export type Block = TextBlock | HoursBlock | OfferBlock

/** The kinds of blocks, in the order they are offered. */
export const blockKinds = { text, hours, offer } satisfies { [Kind in Block['kind']]: unknown }

export const block = z.discriminatedUnion('kind', [text.schema, hours.schema, offer.schema])

/** The parts of an issue, in their order. */
export const blocks = z.array(block).max(50, 'Use at most 50 blocks.')

/** The rules of a block. */
export const kindOf = ({ kind }: Pick<Block, 'kind'>): BlockKind<Block> => blockKinds[kind]

/** Whether a block would print nothing. */
export const isBlank = (part: Block): boolean => kindOf(part).isBlank(part)

const fields = Object.values(blockKinds).flatMap(({ schema }) => Object.keys(schema.shape))
const said = fields.filter((field) => field !== 'key')

/** What a block says, to compare by: without its key, in whatever order its fields were filled. */
export const saidBy = (part: Block): string => JSON.stringify(part, said)

/** Whether what was kept half typed can be shown: fields may be wrong, but not of another type. */
export function isShowable(kept: unknown): kept is Block {
  if (typeof kept !== 'object' || kept === null) return false
  const { kind, ...its } = kept as Readonly<Record<string, unknown>>
  if (typeof kind !== 'string' || !Object.hasOwn(blockKinds, kind)) return false
  const fresh = kindOf({ kind: kind as Block['kind'] }).start()
  return Object.entries(fresh).every(
    ([field, value]) => field === 'kind' || typeof its[field] === typeof value,
  )
}

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
