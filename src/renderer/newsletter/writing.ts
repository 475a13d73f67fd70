import type { Issue } from '../../core/newsletter/calls.ts'
import { keyed, sameBlock, type KeyedBlock, type Words } from './keyed-block.ts'
import { merged } from './merged.ts'

/** An issue on the screen, and what the shop file holds of it. */
export interface Writing {
  /** As it was last read or saved. */
  readonly issue: Issue
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** What was typed over: other than the issue only where the same was changed elsewhere, too. */
  readonly base: Words
}

/** What happened, in the order it happened. */
export type Step =
  | { readonly kind: 'read'; readonly issue: Issue }
  | { readonly kind: 'typed'; readonly subject?: string; readonly blocks?: readonly KeyedBlock[] }
  | { readonly kind: 'saved'; readonly words: Words }

/** Words to compare by. */
export const textOf = ({ subject, blocks }: Words): string => JSON.stringify([subject, blocks])

/** What is on the screen. */
export const wordsOf = ({ subject, blocks }: Pick<Writing, 'subject' | 'blocks'>): Words => ({
  subject,
  blocks: blocks.map(({ block }) => block),
})

const screenOf = ({ subject, blocks }: Words) => ({ subject, blocks: blocks.map(keyed) })

const sameWords = (a: Words, b: Words): boolean =>
  a.subject === b.subject &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every((block, i) => sameBlock(block, b.blocks[i]!))

/** An issue as it was read; `left` are words that were left unsaved earlier, and what they were typed over. */
export function begin(issue: Issue, left?: { readonly base: Words; readonly typed: Words }): Writing {
  if (!left) return { issue, ...screenOf(issue), base: issue }
  return { issue, ...merged(left.base, screenOf(left.typed), issue) }
}

/** Whether something is on the screen that is not in the shop file. */
export const isDirty = (writing: Writing): boolean => !sameWords(wordsOf(writing), writing.issue)

/** Whether something was typed here and changed elsewhere meanwhile. */
export const isContested = ({ base, issue }: Writing): boolean => !sameWords(base, issue)

/** The next state. What was read is followed – an undo, a text that was added –, except in what is typed and not saved. */
export function next(writing: Writing, step: Step): Writing {
  switch (step.kind) {
    case 'typed': {
      const typed = {
        ...writing,
        subject: step.subject ?? writing.subject,
        blocks: step.blocks ?? writing.blocks,
      }
      // As it was before is typed, too, where it has been changed elsewhere since.
      const isBack = [typed.base, typed.issue].some((words) => sameWords(wordsOf(typed), words))
      return isBack ? { ...typed, base: typed.issue } : typed
    }
    case 'saved':
      return { ...writing, issue: { ...writing.issue, ...step.words }, base: step.words }
    case 'read':
      return { ...writing, issue: step.issue, ...merged(writing.base, writing, step.issue) }
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Reads and saves of newsletters wait for each other, so that no answer is older than one that came before it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}
