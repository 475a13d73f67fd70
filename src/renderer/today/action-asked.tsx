import { lazy, Suspense, useState } from 'react'
import { useRead } from '../use-call.ts'

// Today is drawn at the start, without what only judges a form.
const FinishDialog = lazy(() =>
  import('../actions/finish-dialog.tsx').then((module) => ({ default: module.FinishDialog })),
)

interface ActionAskedProps {
  readonly actionId: number
  readonly onGone: () => void
}

/** How something went, asked over Today. */
export function ActionAsked({ actionId, onGone }: ActionAskedProps) {
  const [opened, setOpened] = useState(true)
  const { value: action } = useRead('actions.one', { actionId })
  if (!action) return null
  return (
    <Suspense fallback={null}>
      <FinishDialog action={action} opened={opened} onClose={() => setOpened(false)} onGone={onGone} />
    </Suspense>
  )
}
