import { lazy, Suspense, useState } from 'react'
import { useRead } from '../use-call.ts'

// Today is drawn at the start, without what only judges a form.
const CloseDialog = lazy(() =>
  import('../promises/close-dialog.tsx').then((module) => ({ default: module.CloseDialog })),
)

interface CloseAskedProps {
  readonly promiseId: number
  readonly onGone: () => void
}

/** The closing check of one promise, over Today. */
export function CloseAsked({ promiseId, onGone }: CloseAskedProps) {
  const [opened, setOpened] = useState(true)
  const { value: promise } = useRead('promises.one', { promiseId })
  if (!promise) return null
  return (
    <Suspense fallback={null}>
      <CloseDialog promise={promise} opened={opened} onClose={() => setOpened(false)} onGone={onGone} />
    </Suspense>
  )
}
