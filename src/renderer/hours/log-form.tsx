import { Button, Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import type { HoursEvent } from '../../core/hours/log.ts'
import { hoursCalls } from '../../core/hours/calls.ts'
import { pcWasOff } from '../../core/hours/words.ts'
import { Form } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { WhenFields } from './when-fields.tsx'

interface LogFormProps {
  readonly event: HoursEvent
  readonly day: string
  readonly onDone: () => void
}

/** Logs an opening or closing at an earlier time; Enter saves, Esc leaves. */
export function LogForm({ onDone, ...start }: LogFormProps) {
  const kept = useKept('log', { ...start, time: '', reason: '', pcOff: false })
  const { event, day, time, reason, pcOff } = kept.value
  const log = useWrite('hours.log')
  const parsed = hoursCalls['hours.log'].input.safeParse({ event, at: `${day}T${time}`, reason, pcOff })
  const save = async () => {
    if (!parsed.success || !(await log.run(parsed.data)).ok) return
    kept.startOver()
    onDone()
  }
  return (
    <Form label="Log an earlier time" kept={kept} onSave={save} onLeave={onDone}>
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          aria-label="What happened"
          value={event}
          onChange={(next) => kept.set({ event: next })}
          data={[
            { value: 'open', label: 'Opened' },
            { value: 'close', label: 'Closed' },
          ]}
        />
        <WhenFields
          day={day}
          time={time}
          timeLabel="Time"
          onDay={(next) => kept.set({ day: next })}
          onTime={(next) => kept.set({ time: next })}
        />
        <TextInput
          label="Reason"
          placeholder="why it is logged only now"
          className="grow"
          miw={180}
          value={reason}
          onChange={(change) => kept.set({ reason: change.currentTarget.value })}
        />
        <Button type="submit" loading={log.busy} disabled={!parsed.success}>
          Log
        </Button>
        <Button variant="default" onClick={() => (kept.startOver(), onDone())}>
          Cancel
        </Button>
      </Group>
      <PcOff checked={pcOff} onChange={(next) => kept.set({ pcOff: next })} />
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
