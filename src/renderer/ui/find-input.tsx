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
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
