import { TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

interface FindInputProps extends Omit<TextInputProps, 'onChange' | 'aria-label' | 'leftSection'> {
  readonly name: string
  readonly onChange: (text: string) => void
}

/** Finds in a list as it is typed into. */
export const FindInput = ({ name, onChange, ...input }: FindInputProps) => (
  <TextInput
    {...input}
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
