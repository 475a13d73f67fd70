import { Button, Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HoursEvent } from '../../core/hours/log.ts'
import { hoursCalls } from '../../core/hours/calls.ts'
import { pcWasOff } from '../../core/hours/words.ts'
import { Form } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'
import { WhenFields } from './when-fields.tsx'

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
  const [pcOff, setPcOff] = useState(false)
  const log = useWrite('hours.log')
  const parsed = hoursCalls['hours.log'].input.safeParse({ event, at: `${day}T${time}`, reason, pcOff })
  const save = async () => {
    if (parsed.success && (await log.run(parsed.data)).ok) onDone()
  }
  return (
    <Form label="Log an earlier time" onSave={save} onLeave={onDone}>
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
        <WhenFields day={day} time={time} timeLabel="Time" onDay={setDay} onTime={setTime} />
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
      <PcOff checked={pcOff} onChange={setPcOff} />
      <ProblemNote problem={log.problem} />
    </Form>
  )
}

interface PcOffProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A reason of its own: what was told because of it is counted apart. */
export const PcOff = ({ checked, onChange }: PcOffProps) => (
  <Checkbox
    size="sm"
    label={pcWasOff}
    checked={checked}
    onChange={(change) => onChange(change.currentTarget.checked)}
  />
)
