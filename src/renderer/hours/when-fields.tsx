import { TextInput } from '@mantine/core'

interface WhenFieldsProps {
  readonly day: string
  readonly time: string
  readonly timeLabel: string
  readonly onDay: (day: string) => void
  readonly onTime: (time: string) => void
}

/** The day and the time of an entry in the log; the time is typed first. */
export function WhenFields({ day, time, timeLabel, onDay, onTime }: WhenFieldsProps) {
  return (
    <>
      <TextInput
        label="Day"
        type="date"
        value={day}
        onChange={(change) => onDay(change.currentTarget.value)}
      />
      <TextInput
        label={timeLabel}
        type="time"
        value={time}
        autoFocus
        onChange={(change) => onTime(change.currentTarget.value)}
      />
    </>
  )
}
