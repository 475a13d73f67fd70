import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { createElement, lazy, Suspense, type ComponentType } from 'react'
import { captures, plainLabel, type CaptureName } from '../../core/machine/menu-entries.ts'
import { closeCapture, openCapture, useCapture } from '../ui/capture-store.ts'

type Form = ComponentType<{ readonly onDone: () => void }>

const forms: Readonly<Record<CaptureName, Form>> = {
  promise: lazy(() => import('../promises/promise-form.tsx').then((m) => ({ default: m.PromiseForm }))),
  action: lazy(() => import('../actions/action-form.tsx').then((m) => ({ default: m.ActionForm }))),
  touch: lazy(() => import('../customers/touch-form.tsx').then((m) => ({ default: m.TouchForm }))),
}

/** The forms that one key opens from anywhere; Enter saves, Esc leaves. */
export function Captures() {
  const name = useCapture()
  const capture = captures.find((one) => one.name === name)
  useHotkeys(
    captures.map((one) => [`mod+shift+${one.letter}`, () => openCapture(one.name)]),
    [],
  )
  // The dialog waits for its form, or its first field would miss the focus.
  return (
    <Suspense fallback={null}>
      <Modal
        opened={capture !== undefined}
        onClose={closeCapture}
        title={capture && plainLabel(capture.label)}
        size="lg"
      >
        {capture && createElement(forms[capture.name], { onDone: closeCapture })}
      </Modal>
    </Suspense>
  )
}
