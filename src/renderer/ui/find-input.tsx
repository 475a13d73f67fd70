import { TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { isTyped } from './is-typed.ts'

interface FindInputProps extends Omit<TextInputProps, 'onChange' | 'aria-label' | 'leftSection'> {
  readonly name: string
  readonly onChange: (text: string) => void
}

/** Finds in a list as it is typed into. With `autoFocus` it takes the focus when it comes, unless somebody types elsewhere by then. */
export function FindInput({ name, onChange, autoFocus = false, ...input }: FindInputProps) {
  const field = useRef<HTMLInputElement>(null)
  const wasFirst = useRef(autoFocus)
  useLayoutEffect(() => {
    if (wasFirst.current && !isBusyElsewhere()) field.current?.focus()
  }, [])
  return (
    <TextInput
      {...input}
      ref={field}
      data-keeps-scan
      aria-label={name}
      leftSection={<IconSearch size={16} aria-hidden />}
      data-empty-undo
      // Whoever goes there or types there means its words by Ctrl+Z.
      onPointerDown={(event) => delete event.currentTarget.dataset['emptyUndo']}
      onChange={(event) => {
        delete event.currentTarget.dataset['emptyUndo']
        onChange(event.currentTarget.value)
      }}
    />
  )
}

/** A list may come late, over a dialog that was opened meanwhile: what is typed there stays there. */
const isBusyElsewhere = (): boolean => {
  const { activeElement: at } = document
  return isTyped(at) || Boolean(at?.closest('[role="dialog"]'))
}
