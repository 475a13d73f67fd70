import { TextInput, type TextInputProps } from '@mantine/core'
import { DayInput } from '../ui/day-input.tsx'

interface WhenFieldsProps {
  readonly day: Pick<Parameters<typeof DayInput>[0], 'value' | 'error' | 'onChange'>
  readonly time: Pick<TextInputProps, 'value' | 'error' | 'onChange'>
  readonly timeLabel: string
}

/** The day and the time of an entry in the log; the time is typed first. */
export const WhenFields = ({ day, time, timeLabel }: WhenFieldsProps) => (
  <>
    <DayInput label="Day" nearest="back" {...day} />
    <TextInput label={timeLabel} type="time" autoFocus {...time} />
  </>
)
