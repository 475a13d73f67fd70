import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import type { EditorView } from '@codemirror/view'
import { useState } from 'react'
import { putName } from './chips.ts'

interface NameButtonProps {
  /** The fallback of the first name that is chosen in the field; it is changed, then. */
  readonly chosen: string | undefined
  readonly field: string
  readonly isSmall: boolean
  readonly view: () => EditorView | undefined
}

/** Puts the reader's first name into the words, with what stands there where it is not known. */
export function NameButton({ chosen, field, isSmall, view }: NameButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [word, setWord] = useState('')
  const says = chosen === undefined ? 'Insert first name' : 'Change first name'
  const open = () => {
    setWord(chosen ?? '')
    setIsOpen((was) => !was)
  }
  const put = () => {
    setIsOpen(false)
    const now = view()
    if (now) putName(now, word)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      onDismiss={() => setIsOpen(false)}
      position="bottom-end"
      trapFocus
      withArrow
      shadow="md"
    >
      <Popover.Target>
        {isSmall ? (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`${says}: ${field}`}
            title={says}
            onClick={open}
          >
            <IconUserPlus size={16} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconUserPlus size={14} aria-hidden />}
            aria-label={`${says}: ${field}`}
            onClick={open}
          >
            {says}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown
        aria-label={`${says}: ${field}`}
        onKeyDown={(event) => {
          if (event.key === 'Escape') view()?.focus()
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label="For readers without a name"
            placeholder="your usual word"
            maxLength={60}
            autoComplete="off"
            data-autofocus
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Its key would be pressed in the words, too.
              event.preventDefault()
              put()
            }}
          />
          <Button onClick={put}>{chosen === undefined ? 'Insert' : 'Change'}</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
