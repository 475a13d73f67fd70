import { Group, Input } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { chosenChip } from './chips.ts'
import { NameButton } from './name-button.tsx'
import { useEditor } from './use-editor.ts'
import './words.css'

interface WordsFieldProps {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly description?: ReactNode
  readonly placeholder?: string
  /** Line ends that are pasted become spaces, and Enter writes none. */
  readonly isOneLine?: boolean
  readonly autoFocus?: boolean
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
  /** The caret is here, in this paragraph. */
  readonly onCaret?: (paragraph: number) => void
}

/** A field for words to readers: plain text in which a first name is a chip. What it holds is the text as it is stored. */
export function WordsField(props: WordsFieldProps) {
  const { label, hidesLabel = false, description, placeholder = '', isOneLine = false } = props
  const { autoFocus = false, value, error, onChange, onCaret } = props
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const about = [error !== undefined && `${id}-error`, description !== undefined && `${id}-description`]
    .filter((one) => one !== false)
    .join(' ')
  const { place, view } = useEditor({
    isOneLine,
    autoFocus,
    value,
    attributes: {
      'data-own-undo': '',
      spellcheck: 'true',
      tabindex: '0',
      'aria-multiline': String(!isOneLine),
      ...(hidesLabel ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label` }),
      ...(placeholder !== '' && { 'aria-placeholder': placeholder }),
      ...(error !== undefined && { 'aria-invalid': 'true' }),
      ...(about !== '' && { 'aria-describedby': about }),
    },
    placeholder,
    onChange,
    onCaret,
    onState: (state) => setChosen(chosenChip(state)?.fallback),
  })
  const button = <NameButton chosen={chosen} field={label} isSmall={isOneLine} view={view} />
  return (
    <div className="words">
      {!hidesLabel && (
        <Input.Label labelElement="div" id={`${id}-label`} onClick={() => view()?.focus()}>
          {label}
        </Input.Label>
      )}
      <Group gap={4} wrap="nowrap">
        <Input
          component="div"
          multiline={!isOneLine}
          className="grow"
          error={error !== undefined}
          ref={place}
          data-lines={isOneLine ? 'one' : 'many'}
        />
        {isOneLine && button}
      </Group>
      {!isOneLine && (
        <Group justify="space-between" gap="xs" mt={2}>
          <Input.Description id={`${id}-description`}>{description}</Input.Description>
          <div className="at-end">{button}</div>
        </Group>
      )}
      {error !== undefined && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </div>
  )
}
