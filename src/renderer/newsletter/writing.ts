import { sameWords, type Words } from '../../core/newsletter/blocks.ts'
import type { Issue } from '../../core/newsletter/calls.ts'
import { isArranged, keyedAll, keyedOver, stored, type KeyedBlock } from './keyed-block.ts'
import { merged, type Screen } from './merged.ts'

/** An issue on the screen, and what the shop file holds of it. */
export interface Writing extends Screen {
  /** As it was last read or saved. */
  readonly issue: Issue
  /** What stood on the screen before and after each block that was added, removed or moved since then: saves of their own. */
  readonly steps: readonly Words[]
}

/** Words that were left unsaved, what they were typed over, and which of them were contested. */
export interface Left {
  readonly base: Words
  readonly typed: Words
  readonly contested?: readonly string[]
}

/** What happened, in the order it happened. */
export type Step =
  | { readonly kind: 'read'; readonly issue: Issue }
  | { readonly kind: 'typed'; readonly subject?: string; readonly blocks?: readonly KeyedBlock[] }
  /** `steps` are those there were when the words were sent. */
  | { readonly kind: 'saved'; readonly words: Words; readonly steps?: readonly Words[] }

/** Words to compare by. */
export const textOf = ({ subject, blocks }: Words): string => JSON.stringify([subject, blocks])

/** What is on the screen. */
export const wordsOf = ({ subject, blocks }: Pick<Writing, 'subject' | 'blocks'>): Words => ({
  subject,
  blocks: stored(blocks),
})

const screenOf = ({ subject, blocks }: Words): Screen => ({
  subject,
  blocks: keyedAll(blocks),
  contested: [],
})

/** An issue as it was read after others, with the keys of its blocks. */
const after = (before: Words, issue: Issue): Issue => ({
  ...issue,
  blocks: stored(keyedOver(issue.blocks, before.blocks)),
})

/** An issue as it was read; `left` are words that were left unsaved earlier. */
export function begin(issue: Issue, left?: Left): Writing {
  if (!left) return { issue, steps: [], ...screenOf(issue) }
  const { base, typed, contested = [] } = left
  const now = after(base, issue)
  return { issue: now, steps: [], ...merged(base, { ...screenOf(typed), contested }, now) }
}

/** Whether something is on the screen that is not in the shop file. */
export const isDirty = (writing: Writing): boolean => !sameWords(wordsOf(writing), writing.issue)

/**
 * What is to be saved one after the other, the screen last: a block that is added, removed or moved is a save of its own, and so
 * is what was typed before it, so that an undo brings back what stood there. Steps that cannot be saved are left out.
 */
export function savesOf(writing: Writing, isSavable: (words: Words) => boolean): readonly Words[] {
  const saves: Words[] = []
  for (const words of isContested(writing) ? [] : writing.steps.filter(isSavable))
    if (!sameWords(saves.at(-1) ?? writing.issue, words)) saves.push(words)
  const screen = wordsOf(writing)
  return sameWords(saves.at(-1) ?? writing.issue, screen) ? saves : [...saves, screen]
}

/** Whether something was typed here and changed elsewhere meanwhile. */
export const isContested = ({ contested }: Writing): boolean => contested.length > 0

/** The next state. What was read is followed – an undo, a text that was added –, except in what is typed and not saved. */
export function next(writing: Writing, step: Step): Writing {
  const { issue } = writing
  switch (step.kind) {
    case 'typed': {
      const { subject = writing.subject, blocks = writing.blocks } = step
      const made = { ...writing, ...merged(issue, { subject, blocks, contested: writing.contested }, issue) }
      if (!isDirty(made)) return { ...made, steps: [] }
      const [before, after] = [wordsOf(writing), wordsOf(made)]
      if (!isArranged(before.blocks, after.blocks)) return made
      return { ...made, steps: [...writing.steps, before, after] }
    }
    case 'saved': {
      const sent = step.steps ?? writing.steps
      const done = sent.includes(step.words) ? sent.slice(0, sent.indexOf(step.words) + 1) : sent
      const steps = writing.steps.filter((words) => !done.includes(words))
      return { ...writing, steps, issue: { ...issue, ...step.words }, contested: [] }
    }
    case 'read': {
      const now = after(issue, step.issue)
      const steps = sameWords(issue, now) ? writing.steps : []
      return { ...writing, steps, issue: now, ...merged(issue, writing, now) }
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
