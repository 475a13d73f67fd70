import { useState } from 'react'
import { CloseDialog } from '../promises/close-dialog.tsx'
import { useRead } from '../use-call.ts'

interface CloseAskedProps {
  readonly promiseId: number
  readonly onGone: () => void
}

/** The closing check of one promise, over Today. */
export function CloseAsked({ promiseId, onGone }: CloseAskedProps) {
  const [opened, setOpened] = useState(true)
  const { value: promise } = useRead('promises.one', { promiseId })
  if (!promise) return null
  return <CloseDialog promise={promise} opened={opened} onClose={() => setOpened(false)} onGone={onGone} />
}
