import { Checkbox, type CheckboxProps, Group, SegmentedControl, TextInput } from '@mantine/core'
import type { HoursEvent } from '../../../core/hours/log.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import { pcWasOff } from '../../../core/hours/words.ts'
import { CancelButton, Form, SaveButton } from '../../ui/form.tsx'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { WhenFields } from '../when-fields.tsx'

interface LogFormProps {
  readonly event: HoursEvent
  readonly day: string
  readonly onDone: () => void
}

/** Logs an opening or closing at an earlier time; Enter saves, Esc leaves. */
export function LogForm({ onDone, ...start }: LogFormProps) {
  const kept = useKept(`log:${start.day}:${start.event}`, { ...start, time: '', reason: '', pcOff: false })
  const { day, time, ...rest } = kept.value
  const form = useCallForm(hoursCalls, 'hours.log', {
    kept,
    input: { ...rest, at: `${day}T${time}` },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form form={form} label="Log an earlier time">
      <Group align="flex-start" gap="sm">
        <SegmentedControl
          mt={22}
          aria-label="What happened"
          data={[
            { value: 'open', label: 'Opened' },
            { value: 'close', label: 'Closed' },
          ]}
          {...form.pick('event')}
        />
        <WhenFields day={form.field('day')} time={form.text('time')} timeLabel="Time" />
        <TextInput
          label="Reason"
          placeholder="why it is logged only now"
          className="grow"
          miw={180}
          {...form.text('reason')}
        />
        <Group gap="sm" mt={22}>
          <SaveButton form={form} disabled={!form.ready}>
            Log
          </SaveButton>
          <CancelButton form={form} />
        </Group>
      </Group>
      <PcOff {...form.tick('pcOff')} />
    </Form>
  )
}

/** A reason of its own: what was told because of it is counted apart. */
export const PcOff = (tick: Pick<CheckboxProps, 'checked' | 'onChange'>) => (
  <Checkbox size="sm" label={pcWasOff} {...tick} />
)
