import { TextInput, type TextInputProps } from '@mantine/core'

type Field = Pick<TextInputProps, 'value' | 'error' | 'onChange'>

interface WhenFieldsProps {
  readonly day: Field
  readonly time: Field
  readonly timeLabel: string
}

/** The day and the time of an entry in the log; the time is typed first. */
export const WhenFields = ({ day, time, timeLabel }: WhenFieldsProps) => (
  <>
    <TextInput label="Day" type="date" {...day} />
    <TextInput label={timeLabel} type="time" autoFocus {...time} />
  </>
)
