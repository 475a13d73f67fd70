import { useMantineStyleNonce } from '@mantine/core'
import { Compartment, type EditorState } from '@codemirror/state'
import { EditorView, placeholder as shownWhenEmpty } from '@codemirror/view'
import { useCallback, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { paragraphAt } from '../../../core/newsletter/paragraphs.ts'
import { keepsItsText } from '../../ui/written-field.ts'
import { editing, isTyped, writeOver } from './editing.ts'

interface EditorProps {
  readonly isOneLine: boolean
  readonly autoFocus: boolean
  readonly value: string
  readonly placeholder: string
  /** What the element that is typed into says of itself. */
  readonly attributes: Readonly<Record<string, string>>
  readonly onChange: (text: string) => void
  readonly onCaret: ((paragraph: number) => void) | undefined
  readonly onState: (state: EditorState) => void
}

/** An editor in the element `place`, whose text is the value. */
export function useEditor(props: EditorProps) {
  const { value, isOneLine, attributes } = props
  const place = useRef<HTMLDivElement>(null)
  const made = useRef<EditorView>(undefined)
  const said = useRef(new Compartment())
  /** What was typed and has not come back as the value yet: the form may be a key behind. */
  const ahead = useRef<string[]>([])
  const nonce = useMantineStyleNonce()
  const heard = useEffectEvent((view: EditorView, isNew: boolean) => {
    const text = view.state.sliceDoc()
    if (isNew) {
      ahead.current.push(text)
      props.onChange(text)
    }
    props.onState(view.state)
    if (view.hasFocus) props.onCaret?.(paragraphAt(text, view.state.selection.main.head))
  })
  const begun = useEffectEvent((parent: HTMLElement) => {
    const view = new EditorView({
      parent,
      doc: props.value,
      extensions: [
        EditorView.cspNonce.of(nonce?.() ?? ''),
        editing(isOneLine, props.autoFocus),
        shownWhenEmpty(props.placeholder),
        said.current.of(EditorView.contentAttributes.of(attributes)),
        EditorView.updateListener.of(
          ({ view: now, transactions, docChanged, selectionSet, focusChanged }) => {
            if (docChanged || selectionSet || focusChanged) heard(now, isTyped(transactions))
          },
        ),
      ],
    })
    keepsItsText(view.contentDOM, {
      read: () => {
        const { from, to } = view.state.selection.main
        return { value: view.state.sliceDoc(), caret: [from, to] }
      },
      write: ({ value: text, caret }) => {
        writeOver(view, text, { isHeard: true })
        if (caret) view.dispatch({ selection: { anchor: caret[0], head: caret[1] } })
      },
    })
    if (props.autoFocus) view.focus()
    return view
  })

  useLayoutEffect(() => {
    const view = begun(place.current!)
    made.current = view
    return () => view.destroy()
  }, [])
  useLayoutEffect(() => {
    const sent = ahead.current.lastIndexOf(value)
    if (sent >= 0) ahead.current.splice(0, sent + 1)
    else if (made.current) writeOver(made.current, value)
  }, [value])
  const words = JSON.stringify(attributes)
  useLayoutEffect(() => {
    const own = EditorView.contentAttributes.of(JSON.parse(words) as Record<string, string>)
    made.current?.dispatch({ effects: said.current.reconfigure(own) })
  }, [words])

  const view = useCallback(() => made.current, [])
  return { place, view }
}
