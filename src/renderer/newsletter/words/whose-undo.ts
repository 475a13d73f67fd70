import { history } from '@codemirror/commands'
import { Annotation, Compartment, Prec, StateField, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { turnLast, turnOf } from '../../ui/undo-keys.ts'
import { writeAll } from '../../ui/unwritten.ts'

/** Set by what the form or the scanner writes: true for words that take the place of the owner's. */
export const fromElsewhere = Annotation.define<boolean>()

const typing = new Compartment()

/** Whether the last thing done to these words was the shop's: they came from outside, or with a new block, and nobody typed since. */
const isShops = StateField.define<boolean>({
  create: () => false,
  update: (was, change) => change.annotation(fromElsewhere) ?? (was && !change.docChanged),
})

/** An undo of the words' own for what is typed, and the shop's where the shop changed them last; `isNew` in a block just added. */
export const whoseUndo = (isNew: boolean): Extension => [
  typing.of(history()),
  isShops.init(() => isNew),
  Prec.highest(EditorView.domEventHandlers({ keydown: askShop })),
]

function askShop(event: KeyboardEvent, view: EditorView): boolean {
  const turn = turnOf(event)
  if (!turn || !view.state.field(isShops)) return false
  // A key held down must not take back a day's work. The newest of it may be words in another field, not written yet.
  if (!event.repeat) void writeAll().then(turnLast[turn])
  return true
}

/** What was typed before cannot be taken back any more: it was typed into another text than the one that is there. */
export function forgetTyping(view: EditorView): void {
  view.dispatch({ effects: typing.reconfigure([]) })
  view.dispatch({ effects: typing.reconfigure(history()) })
}
