import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { closeCapture, openCapture, useCapture } from './capture-store.ts'

const PromiseForm = lazy(() =>
  import('../promises/promise-form.tsx').then((m) => ({ default: m.PromiseForm })),
)
const TouchForm = lazy(() => import('../customers/touch-form.tsx').then((m) => ({ default: m.TouchForm })))

const titles = { promise: 'New promise', touch: 'Log a contact' } as const

/** The forms that one key opens from anywhere; Enter saves, Esc leaves. */
export function Captures() {
  const capture = useCapture()
  useHotkeys(
    [
      ['mod+shift+P', () => openCapture('promise')],
      ['mod+shift+L', () => openCapture('touch')],
    ],
    [],
  )
  // The dialog waits for its form, or its first field would miss the focus.
  return (
    <Suspense fallback={null}>
      <Modal opened={capture !== null} onClose={closeCapture} title={capture && titles[capture]} size="lg">
        {capture === 'promise' && <PromiseForm onDone={closeCapture} />}
        {capture === 'touch' && <TouchForm onDone={closeCapture} />}
      </Modal>
    </Suspense>
  )
}
