import { Alert, Button, Group, Popover, Text, TextInput } from '@mantine/core'
import { IconCoffee } from '@tabler/icons-react'
import { useState } from 'react'
import { localAt } from '../../../core/day.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { RunningPause } from '../../../core/hours/status.ts'
import { minutesWords } from '../../../core/hours/words.ts'
import { Form, SaveButton } from '../../ui/form.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useNow } from '../../ui/use-now.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { NoticeDialog } from '../told/notice-dialog.tsx'

/** Minutes from now that one click offers, at the next five. */
const lengths = [15, 30, 60]
const fiveMinutes = 300_000

const nothing = { time: '', note: '' }

/** Closed for a while from now on: two clicks, the time to be back is offered. */
export function PauseButton() {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCoffee size={18} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Pause
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Pause">
        <PauseForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function PauseForm({ onDone }: { readonly onDone: () => void }) {
  const formats = useFormats()
  const { zone } = useShop()
  const now = useNow()
  const kept = useKept('pause', nothing)
  const { time, note } = kept.value
  const form = useCallForm(hoursCalls, 'hours.pause', {
    kept,
    input: { until: time, note },
    onSaved: onDone,
  })
  const offered = lengths.map((minutes) =>
    localAt(Math.ceil((now + minutes * 60_000) / fiveMinutes) * fiveMinutes, zone),
  )
  return (
    <Form form={form} gap="sm">
      <Group gap="xs">
        {offered.map((until) => (
          <Button key={until} loading={form.busy} onClick={() => void form.send({ until, note })}>
            {`Back at ${formats.time(until.slice(11))}`}
          </Button>
        ))}
      </Group>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput label="Back at" type="time" {...form.text('time')} />
        <TextInput
          label="Why, for the door"
          className="grow"
          placeholder="at the bank"
          maxLength={200}
          {...form.text('note')}
        />
        <SaveButton form={form} variant="default" disabled={!form.ready}>
          Pause
        </SaveButton>
      </Group>
      <Text size="sm" className="quiet">
        A pause is no late opening; its minutes count as closed.
      </Text>
    </Form>
  )
}

/** The pause that runs: when the shop is back, and the note for the door. */
export function PauseNote({
  pause: { since, until, note, overdueMinutes },
}: {
  readonly pause: RunningPause
}) {
  const formats = useFormats()
  const [door, setDoor] = useState(false)
  return (
    <>
      <Alert
        role="region"
        color={overdueMinutes === undefined ? 'leaf' : 'amber'}
        variant="light"
        icon={<IconCoffee size={18} aria-hidden />}
        title={
          overdueMinutes === undefined
            ? `Back at ${formats.time(until)}`
            : `Back was due at ${formats.time(until)}, ${minutesWords(overdueMinutes)} ago`
        }
      >
        <Group justify="space-between">
          <Text size="sm">{`Closed for a while since ${formats.time(since)}${note && `: ${note}`}.`}</Text>
          <Button variant="default" onClick={() => setDoor(true)}>
            Door note…
          </Button>
        </Group>
      </Alert>
      <NoticeDialog kind="pause" opened={door} onClose={() => setDoor(false)} />
    </>
  )
}
