import { Button } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useWrite } from '../use-call.ts'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for the button's words: "Copy the voicemail text". */
  readonly what: string
}

/** Copies a text, and says for a moment that it did. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [done, setDone] = useState(false)
  const { start } = useTimeout(() => setDone(false), 2000)
  const copy = useWrite('window.copyText')
  const press = async () => {
    if (!(await copy.run({ text })).ok) return
    setDone(true)
    start()
  }
  return (
    <Button
      variant="default"
      leftSection={done ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      disabled={text === ''}
      onClick={() => void press()}
    >
      <span aria-live="polite">{done ? 'Copied' : `Copy ${what}`}</span>
    </Button>
  )
}
