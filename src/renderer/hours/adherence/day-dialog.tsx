import { Button, Group, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'
import { hoursCalls, type LogRow } from '../../../core/hours/calls.ts'
import { pcWasOff } from '../../../core/hours/words.ts'
import { CancelButton, Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead } from '../../use-call.ts'
import { LogForm, PcOff } from '../now/log-form.tsx'
import { WhenFields } from '../when-fields.tsx'

interface DayDialogProps {
  readonly day: Day
  readonly opened: boolean
  readonly onClose: () => void
}

/** What was logged on a day, with what it was before corrections; corrected and added to here. */
export function DayDialog({ day, opened, onClose }: DayDialogProps) {
  const formats = useFormats()
  return (
    <Modal opened={opened} onClose={onClose} title={formats.fullDay(day)} size="lg">
      <DayLog key={day} day={day} />
    </Modal>
  )
}

function DayLog({ day }: { readonly day: Day }) {
  const { value, problem } = useRead('hours.entries', { from: day, to: day })
  const [adding, setAdding] = useState(false)
  if (!value) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={120} />
  const last = value.at(-1)
  return (
    <Stack gap="sm">
      {value.length === 0 && <Text className="quiet">Nothing was logged on this day.</Text>}
      {value.map((row) => (
        <Entry key={row.id} row={row} />
      ))}
      {adding ? (
        <LogForm
          event={last?.event === 'open' ? 'close' : 'open'}
          day={day}
          onDone={() => setAdding(false)}
        />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            Log an opening or closing
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Entry({ row }: { readonly row: LogRow }) {
  const formats = useFormats()
  const { id, event, at, day, reason, who, reconstructed, told, correction, earlier } = row
  const [form, setForm] = useState<'correct' | 'explain' | null>(null)
  const what = event === 'open' ? 'Opened' : 'Closed'
  const time = timeOn(day, at, formats)
  return (
    <Stack className="panel figures" p="sm" gap={4} component="section" aria-label={`${what} ${time}`}>
      <Group justify="space-between">
        <span>
          <b>{`${what} ${time}`}</b>
          {reconstructed && ', reconstructed'}
          {who && ` by ${who}`}
          {told && ', told: the PC was not on yet'}
          {reason && reason !== pcWasOff && `: ${reason}`}
        </span>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setForm('explain')}>
            {reason ? 'Change the reason' : 'Say why'}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setForm('correct')}>
            Correct the time
          </Button>
        </Group>
      </Group>
      {earlier.map((before, i) => (
        <Text key={before.id} size="sm" className="quiet">
          {`${i === 0 ? 'First logged as' : 'Then as'} ${timeOn(day, before.at, formats)}${before.who && ` by ${before.who}`}`}
        </Text>
      ))}
      {correction && earlier.length === 0 && (
        <Text size="sm" className="quiet">
          First answered: did not
        </Text>
      )}
      {correction && (
        <Text size="sm" className="quiet">
          {`Corrected: ${correction}`}
        </Text>
      )}
      {form === 'correct' && <CorrectForm entryId={id} at={at} onDone={() => setForm(null)} />}
      {form === 'explain' && <ExplainForm entryId={id} reason={reason} onDone={() => setForm(null)} />}
    </Stack>
  )
}

/** The time, with its date where it is not the trading day's own. */
const timeOn = (day: Day, at: string, { time, date }: Formats): string =>
  `${time(at.slice(11))}${at.startsWith(day) ? '' : ` on ${date(at.slice(0, 10))}`}`

const correctNames = {
  date: 'The day',
  time: 'The time',
  reason: 'The reason',
  pcOff: 'Whether the PC was off',
}

interface CorrectFormProps {
  readonly entryId: number
  readonly at: string
  readonly onDone: () => void
}

function CorrectForm({ entryId, at, onDone }: CorrectFormProps) {
  const kept = useKept(`correct:${entryId}`, {
    date: at.slice(0, 10),
    time: at.slice(11),
    reason: '',
    pcOff: false,
  })
  const { date, time, reason, pcOff } = kept.value
  const form = useCallForm(hoursCalls, 'hours.correct', {
    kept,
    names: correctNames,
    input: { entryId, at: `${date}T${time}`, reason, pcOff },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form
      form={form}
      label="Correct the time"
      buttons={
        <>
          <SaveButton form={form}>Correct</SaveButton>
          <CancelButton form={form} />
        </>
      }
    >
      <Group align="flex-start" gap="sm">
        <WhenFields day={form.field('date')} time={form.text('time')} timeLabel="Really at" />
        <TextInput label="Why it was wrong" className="grow" required={!pcOff} {...form.text('reason')} />
      </Group>
      <PcOff {...form.tick('pcOff')} />
      <Text size="sm" className="quiet">
        The first entry stays readable.
      </Text>
    </Form>
  )
}

const explainNames = { reason: 'The reason' }

interface ExplainFormProps {
  readonly entryId: number
  readonly reason: string
  readonly onDone: () => void
}

function ExplainForm({ entryId, reason: before, onDone }: ExplainFormProps) {
  const kept = useKept(`why:${entryId}`, { reason: before })
  const form = useCallForm(hoursCalls, 'hours.explain', {
    kept,
    names: explainNames,
    input: { entryId, ...kept.value },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form form={form} label="Say why">
      <Group align="flex-start" gap="xs">
        <TextInput label="Reason" className="grow" autoFocus {...form.text('reason')} />
        <Group gap="xs" mt={22}>
          <SaveButton form={form}>Save</SaveButton>
          <CancelButton form={form} />
        </Group>
      </Group>
    </Form>
  )
}
