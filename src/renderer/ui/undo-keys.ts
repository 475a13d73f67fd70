import type { Turn } from '../../core/shop/act-states.ts'
import { isTyped } from './is-typed.ts'
import { redoLast, undoLast } from './undo-toast.tsx'

/*
 * Chromium keeps one list of what was typed for the whole page, and its Ctrl+Z takes the last of it back wherever the focus
 * is: in a form behind another page's tab, too. So outside a text field the key is taken before Chromium sees it, and inside
 * one only the field's own text may change. On the other fields of a form that is being filled, its boxes and buttons, the key
 * is the form's too: the shop behind it stays as it is.
 */

/** Listens to Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. Returns how to stop. */
export function keepUndoKeys(): () => void {
  window.addEventListener('keydown', takeKey, true)
  window.addEventListener('input', putBack, true)
  return () => {
    window.removeEventListener('keydown', takeKey, true)
    window.removeEventListener('input', putBack, true)
  }
}

function takeKey(event: KeyboardEvent): void {
  const turn = turnOf(event)
  if (!turn) return
  const focused = document.activeElement
  if (isTyped(focused) && !isUntouchedSearch(focused)) {
    asked = placeIn(focused)
    // What keeps its own list takes the key itself, also with nothing left in it.
    if (focused instanceof HTMLElement && focused.dataset['ownUndo'] !== undefined) return
    // With nothing typed left to take back Chromium passes the key on to the menu, which would take back a change of the shop.
    if (!document.queryCommandEnabled(turn)) event.preventDefault()
    return
  }
  // The menu hears only of keys that nobody took.
  event.preventDefault()
  event.stopPropagation()
  // A key held down must not take back a day's work.
  if (!event.repeat && !isFilling(focused)) void turnLast[turn]()
}

/** A search that has the focus by itself, before a word was typed into it, has nothing to take back: the key is the shop's. */
const isUntouchedSearch = (focused: Element | null): boolean =>
  focused instanceof HTMLInputElement && focused.dataset['emptyUndo'] !== undefined && focused.value === ''

/** Whether the focus is in a form with something typed (`data-changed`), be it of a page, dialog or drawer, or in a dialog's form. */
function isFilling(focused: Element | null): boolean {
  const isNowhere = focused === null || focused === document.body
  if (isNowhere) return document.querySelector('[role="dialog"] [data-changed]') !== null
  const around = focused.closest('[role="dialog"]') ?? focused.closest('[data-changed]')
  if (!around) return false
  const asked = around.matches('.mantine-Modal-content') ? 'form, [data-changed]' : '[data-changed]'
  return around.matches('[data-changed]') || around.querySelector(asked) !== null
}

/** What the shop does at each key. */
export const turnLast: Readonly<Record<Turn, () => Promise<void>>> = { undo: undoLast, redo: redoLast }

/** What a key asks for: Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y; null for any other. */
export function turnOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Turn | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'y') return shiftKey ? null : 'redo'
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return null
}

const opposite: Readonly<Record<string, 'undo' | 'redo'>> = { historyUndo: 'redo', historyRedo: 'undo' }

interface Place {
  readonly field: Element | null
  /** Goes back to it, and to where the caret was. */
  readonly goBack: () => void
}

const nowhere: Place = { field: null, goBack: () => {} }

/** The field in which the key was pressed: Chromium takes the focus along to the one that it changes. */
let asked = nowhere
let isPuttingBack = false

function placeIn(field: Element | null): Place {
  const isPlain = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  const [from, to] = isPlain ? [field.selectionStart, field.selectionEnd] : [null, null]
  return {
    field,
    goBack() {
      if (field instanceof HTMLElement) field.focus()
      if (isPlain && from !== null) field.setSelectionRange(from, to)
    },
  }
}

/** What Chromium changed in another field than the one with the focus is put back, and nobody hears of it. */
function putBack(event: Event): void {
  const back = event instanceof InputEvent ? opposite[event.inputType] : undefined
  if (!back || (event.target === asked.field && !isPuttingBack)) return
  event.stopImmediatePropagation()
  if (isPuttingBack) return
  // Chromium is in the middle of it; the opposite can be asked for when it is through.
  setTimeout(() => {
    isPuttingBack = true
    document.execCommand(back)
    isPuttingBack = false
    asked.goBack()
  })
}
