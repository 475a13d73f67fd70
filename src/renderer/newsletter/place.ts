import { putCaret } from './words/editing.ts'

/** Where in an issue the caret is: in a block, and in which paragraph of its words where it is among them. */
export interface Place {
  readonly key: string
  readonly paragraph: number | null
}

/** The fields that are typed into. */
const typedInto = 'textarea, input, [contenteditable="true"]'

/** Puts the caret into the block of a place. */
export function goTo({ key, paragraph }: Place): void {
  const block = document.querySelector(`fieldset[data-block="${CSS.escape(key)}"]`)
  const words = block?.querySelector<HTMLElement>('[contenteditable="true"][aria-multiline="true"]')
  if (words && paragraph !== null) return putCaret(words, paragraph)
  block?.querySelector<HTMLElement>(typedInto)?.focus()
}
