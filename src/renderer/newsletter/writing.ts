import type { Block } from '../../core/newsletter/blocks.ts'
import type { Issue } from '../../core/newsletter/calls.ts'

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

/** An issue on the screen, and what the shop file holds of it. */
export interface Writing {
  /** As it was last read. */
  readonly issue: Issue
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** The words in the shop file, as far as we know, by {@link textOf}. */
  readonly known: string
}

/** What happened, in the order it happened. */
export type Step =
  | { readonly kind: 'read'; readonly issue: Issue }
  | { readonly kind: 'typed'; readonly subject?: string; readonly blocks?: readonly KeyedBlock[] }
  | { readonly kind: 'saved'; readonly text: string }

/** Words to compare by. */
export const textOf = ({ subject, blocks }: Words): string => JSON.stringify([subject, blocks])

/** What is on the screen. */
export const wordsOf = ({ subject, blocks }: Pick<Writing, 'subject' | 'blocks'>): Words => ({
  subject,
  blocks: blocks.map(({ block }) => block),
})

const screenOf = ({ subject, blocks }: Words) => ({ subject, blocks: blocks.map(keyed) })

/** An issue as it was read; `left` are words that were left unsaved earlier. */
export const begin = (issue: Issue, left: Words = issue): Writing => ({
  issue,
  ...screenOf(left),
  known: textOf(issue),
})

/** The next state. What was read is followed – an undo, a text that was added – unless something is typed and not saved. */
export function next(writing: Writing, step: Step): Writing {
  switch (step.kind) {
    case 'typed':
      return { ...writing, subject: step.subject ?? writing.subject, blocks: step.blocks ?? writing.blocks }
    case 'saved':
      return { ...writing, known: step.text }
    case 'read': {
      const { issue } = step
      const text = textOf(issue)
      const onScreen = textOf(wordsOf(writing))
      const follows = onScreen === writing.known && onScreen !== text
      return { ...writing, ...(follows && screenOf(issue)), issue, known: text }
    }
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Reads and saves of newsletters wait for each other, so that no answer is older than one that came before it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}
