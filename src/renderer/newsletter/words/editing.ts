import { historyKeymap, insertNewline, redo, standardKeymap, undo } from '@codemirror/commands'
import { EditorState, Prec, Transaction, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { paragraphStarts } from '../../../core/newsletter/paragraphs.ts'
import { chips } from './chips.ts'
import { forgetTyping, fromElsewhere, whoseUndo } from './whose-undo.ts'

/** How words are edited: plain text with chips, an undo of its own, and line ends that are never turned into others; `isNew` in a block just added. */
export const editing = (isOneLine: boolean, isNew = false): Extension => [
  // What is stored may have other line ends, and must not be changed by being shown.
  EditorState.lineSeparator.of('\n'),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
  isOneLine ? EditorState.transactionFilter.of(inOneLine) : EditorView.lineWrapping,
  chips,
  whoseUndo(isNew),
  Prec.high(
    keymap.of([
      {
        key: 'Enter',
        run: isOneLine ? () => true : insertNewline,
        shift: isOneLine ? () => true : insertNewline,
      },
      { key: 'Mod-Shift-z', run: redo, preventDefault: true },
    ]),
  ),
  keymap.of([...historyKeymap, ...standardKeymap]),
  Prec.highest(
    EditorView.domEventHandlers({ beforeinput: ownUndo, cut: chosenOnly, copy: chosenOnly, drop: noFile }),
  ),
]

/** Line ends that are pasted or dropped into a field of one line become spaces. */
function inOneLine(change: Transaction): Transaction | readonly [Transaction, object] {
  if (!change.docChanged || change.newDoc.lines === 1 || change.annotation(fromElsewhere)) return change
  const changes = [...change.newDoc.toString().matchAll(/\n/g)].map(({ index }) => ({
    from: index,
    to: index + 1,
    insert: ' ',
  }))
  return [change, { changes, sequential: true }]
}

/** Chromium's own undo goes through all fields of the page; this one's is for whom it was asked in. */
function ownUndo(event: InputEvent, view: EditorView): boolean {
  const turn = new Map([
    ['historyUndo', undo],
    ['historyRedo', redo],
  ]).get(event.inputType)
  if (!turn) return false
  event.preventDefault()
  if (view.hasFocus) turn(view)
  return true
}

/** With nothing chosen nothing is copied or cut, as in other fields. */
function chosenOnly(event: ClipboardEvent, view: EditorView): boolean {
  if (!view.state.selection.main.empty) return false
  event.preventDefault()
  return true
}

function noFile(event: DragEvent): boolean {
  if (!event.dataTransfer?.files.length) return false
  event.preventDefault()
  return true
}

/** Whether the owner wrote this. */
export const isTyped = (changes: readonly Transaction[]): boolean =>
  changes.some((change) => change.docChanged && !change.annotation(fromElsewhere))

/** Writes a text over what is there, leaving what is alike, and so the caret, in its place; nobody's typing, which its undo cannot go behind unless it is heard. */
export function writeOver(view: EditorView, text: string, more: { readonly isHeard?: boolean } = {}): void {
  const was = view.state.sliceDoc()
  if (was === text) return
  let from = 0
  while (from < Math.min(was.length, text.length) && was[from] === text[from]) from++
  let end = 0
  while (end < Math.min(was.length, text.length) - from && was.at(-1 - end) === text.at(-1 - end)) end++
  view.dispatch({
    changes: { from, to: was.length - end, insert: text.slice(from, text.length - end) },
    annotations: [Transaction.addToHistory.of(false), fromElsewhere.of(!more.isHeard)],
  })
  if (!more.isHeard) forgetTyping(view)
}

/** Puts the caret at the beginning of a paragraph of this field. */
export function putCaret(field: HTMLElement, paragraph: number): void {
  field.focus()
  const view = EditorView.findFromDOM(field)
  if (!view) return
  const anchor = paragraphStarts(view.state.sliceDoc())[paragraph]
  if (anchor !== undefined) view.dispatch({ selection: { anchor }, scrollIntoView: true })
}
