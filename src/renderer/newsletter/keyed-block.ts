import type { Block } from '../../core/newsletter/blocks.ts'

/** A block on the screen: the key stays with it when it moves. */
export interface KeyedBlock {
  readonly key: string
  readonly block: Block
}

/** What is being written: the subject and the blocks. */
export interface Words {
  readonly subject: string
  readonly blocks: readonly Block[]
}

export const keyed = (block: Block): KeyedBlock => ({ key: crypto.randomUUID(), block })

const fields = ['kind', 'title', 'text', 'heading', 'code', 'ends']

/** Whether two blocks say the same, in whatever order their fields were filled. */
export const sameBlock = (a: Block, b: Block): boolean =>
  JSON.stringify(a, fields) === JSON.stringify(b, fields)
