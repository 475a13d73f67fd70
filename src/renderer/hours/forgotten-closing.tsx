import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { IconClockQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../core/day.ts'
import type { ForgottenClosing as Forgotten } from '../../core/hours/status.ts'
import { Form } from '../ui/form.tsx'
import { formatDay } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

interface ForgottenClosingProps {
  readonly forgotten: Forgotten
}

/** Asks when the shop was closed on a day whose closing nobody logged; the scheduled time is offered, never assumed. */
export function ForgottenClosing({ forgotten: { day, since, offered, more } }: ForgottenClosingProps) {
  const [time, setTime] = useState('')
  const answer = useWrite('hours.reconstructClose')
  const afterMidnight = time !== '' && time <= since
  const at = `${afterMidnight ? addDays(day, 1) : day}T${time}`
  return (
    <Alert
      role="region"
      color="amber"
      variant="light"
      icon={<IconClockQuestion size={18} aria-hidden />}
      title={`When did you close on ${formatDay(day)}?`}
    >
      <Form onSave={() => time !== '' && answer.run({ day, at })}>
        <Text size="sm">
          You opened at {since} and no closing was logged. Your answer is marked as reconstructed and counts
          neither as kept nor as missed.
          {more > 0 && ` ${more === 1 ? 'One more day is' : `${more} more days are`} asked after this one.`}
        </Text>
        <Group align="flex-end" gap="sm">
          {offered && (
            <Button loading={answer.busy} onClick={() => void answer.run({ day, at: offered })}>
              {`At ${offered.slice(11)}, as scheduled`}
            </Button>
          )}
          <TextInput
            label={offered ? 'Or at' : 'At'}
            type="time"
            value={time}
            onChange={(change) => setTime(change.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={time === ''} loading={answer.busy}>
            {afterMidnight ? `Closed at ${time} the day after` : 'Closed at this time'}
          </Button>
        </Group>
        <ProblemNote problem={answer.problem} />
      </Form>
    </Alert>
  )
}
