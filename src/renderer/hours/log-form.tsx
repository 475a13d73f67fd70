import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HoursEvent } from '../../core/hours/log.ts'
import { hoursCalls } from '../../core/hours/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

interface LogFormProps {
  readonly event: HoursEvent
  readonly day: string
  readonly onDone: () => void
}

/** Logs an opening or closing at an earlier time; Enter saves, Esc leaves. */
export function LogForm({ onDone, ...start }: LogFormProps) {
  const [event, setEvent] = useState(start.event)
  const [day, setDay] = useState(start.day)
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const log = useWrite('hours.log')
  const parsed = hoursCalls['hours.log'].input.safeParse({ event, at: `${day}T${time}`, reason })
  const save = async () => {
    if (parsed.success && (await log.run(parsed.data)).ok) onDone()
  }
  return (
    <Stack
      component="form"
      gap="xs"
      aria-label="Log an earlier time"
      onKeyDown={(key) => key.key === 'Escape' && onDone()}
      onSubmit={(submit) => {
        submit.preventDefault()
        void save()
      }}
    >
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          aria-label="What happened"
          value={event}
          onChange={setEvent}
          data={[
            { value: 'open', label: 'Opened' },
            { value: 'close', label: 'Closed' },
          ]}
        />
        <TextInput
          label="Day"
          type="date"
          value={day}
          onChange={(change) => setDay(change.currentTarget.value)}
        />
        <TextInput
          label="Time"
          type="time"
          value={time}
          autoFocus
          onChange={(change) => setTime(change.currentTarget.value)}
        />
        <TextInput
          label="Reason"
          placeholder="why it is logged only now"
          className="grow"
          miw={180}
          value={reason}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
        <Button type="submit" loading={log.busy} disabled={!parsed.success}>
          Log
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
      <ProblemNote problem={log.problem} />
    </Stack>
  )
}
