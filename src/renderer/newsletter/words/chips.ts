import { EditorSelection, StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { nameField, nameFields, type NameField } from '../../../core/newsletter/merge.ts'

/** A first name as the owner reads it. */
const chipName = (fallback: string): string =>
  fallback === '' ? 'First name, or your usual word for a reader' : `First name, or “${fallback}”`

class NameChip extends WidgetType {
  readonly #fallback: string
  constructor(fallback: string) {
    super()
    this.#fallback = fallback
  }
  override eq(other: NameChip): boolean {
    return this.#fallback === other.#fallback
  }
  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'name-chip'
    chip.textContent = 'First name'
    chip.title = chipName(this.#fallback)
    chip.setAttribute('role', 'img')
    chip.setAttribute('aria-label', chip.title)
    return chip
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/** The first names of a text that are shown as one thing: one that goes over a line's end stays as it is written. */
export const chipsIn = (text: string): NameField[] =>
  nameFields(text).filter(({ from, to }) => !text.slice(from, to).includes('\n'))

const drawn = (state: EditorState): DecorationSet =>
  Decoration.set(
    chipsIn(state.sliceDoc()).map(({ from, to, fallback }) =>
      Decoration.replace({ widget: new NameChip(fallback) }).range(from, to),
    ),
  )

const shown = StateField.define<DecorationSet>({
  create: drawn,
  update: (before, { docChanged, state }) => (docChanged ? drawn(state) : before),
  provide: (own) => [
    EditorView.decorations.from(own),
    EditorView.atomicRanges.of((view) => view.state.field(own)),
  ],
})

/** Shows first names as chips that the caret, Backspace and the mouse take as one; the text itself stays as it is stored. */
export const chips: Extension = [shown, EditorView.domEventHandlers({ mousedown: choose })]

/** A click on a chip chooses it. */
function choose(event: MouseEvent, view: EditorView): boolean {
  const chip = event.target instanceof Element && event.target.closest('.name-chip')
  if (!chip || event.button !== 0) return false
  const at = view.posAtDOM(chip)
  const one = chipsIn(view.state.sliceDoc()).find(({ from, to }) => from <= at && at <= to)
  if (!one) return false
  view.focus()
  view.dispatch({ selection: EditorSelection.range(one.from, one.to) })
  event.preventDefault()
  return true
}

/** The chip that is chosen, and nothing else with it. */
export function chosenChip(state: EditorState): NameField | undefined {
  const { from, to } = state.selection.main
  return chipsIn(state.sliceDoc()).find((one) => one.from === from && one.to === to)
}

/** Puts a first name where the caret is, or in the place of what is chosen. */
export function putName(view: EditorView, fallback: string): void {
  view.dispatch(view.state.replaceSelection(nameField(fallback)), {
    userEvent: 'input',
    scrollIntoView: true,
  })
  view.focus()
}
