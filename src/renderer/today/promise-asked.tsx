import { lazy, Suspense, useState } from 'react'
import { useRead } from '../use-call.ts'

// Today is drawn at the start, without what only judges a form.
const dialogs = {
  'promises.close': lazy(() =>
    import('../promises/close-dialog.tsx').then((module) => ({ default: module.CloseDialog })),
  ),
  'promises.warn': lazy(() =>
    import('../promises/warn-dialog.tsx').then((module) => ({ default: module.WarnDialog })),
  ),
}

interface PromiseAskedProps {
  readonly ask: keyof typeof dialogs
  readonly promiseId: number
  readonly onGone: () => void
}

/** What a call still needs to know about one promise, asked over Today. */
export function PromiseAsked({ ask, promiseId, onGone }: PromiseAskedProps) {
  const [opened, setOpened] = useState(true)
  const { value: promise } = useRead('promises.one', { promiseId })
  if (!promise) return null
  const Dialog = dialogs[ask]
  return (
    <Suspense fallback={null}>
      <Dialog promise={promise} opened={opened} onClose={() => setOpened(false)} onGone={onGone} />
    </Suspense>
  )
}
