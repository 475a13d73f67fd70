import { Button, Group, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { HoursStatus } from '../../core/hours/status.ts'
import { formatDay, formatLongDay } from '../ui/format.ts'
import { ForgottenClosing } from './forgotten-closing.tsx'
import { LateOpening } from './late-opening.tsx'
import { LogForm } from './log-form.tsx'
import { OpenButton } from './open-button.tsx'
import { PauseButton, PauseNote } from './pause.tsx'
import { dayWords } from './words.ts'

/** What is asked of the owner first, how the shop stands, a pause, and the way to log an earlier time. */
export function StatusPanel({ status }: { readonly status: HoursStatus }) {
  const { today, next, forgotten, open, pause } = status
  const [earlier, setEarlier] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setEarlier(false)
    opener.current?.focus()
  }
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label="Now">
      {forgotten && <ForgottenClosing key={forgotten.day} forgotten={forgotten} />}
      <Group justify="space-between">
        <OpenButton />
        <Group gap="xs">
          {open && !pause && <PauseButton />}
          <Button ref={opener} variant="default" aria-expanded={earlier} onClick={() => setEarlier(!earlier)}>
            Log an earlier time
          </Button>
        </Group>
      </Group>
      <Text className="figures">
        {formatLongDay(today.day)}
        {': '}
        {dayWords(today)}
        {next && next.day !== today.day && `. Opens next on ${formatDay(next.day)} at ${next.time}.`}
      </Text>
      {pause && <PauseNote pause={pause} />}
      <LateOpening status={status} />
      {earlier && <LogForm event={open ? 'close' : 'open'} day={today.day} onDone={leave} />}
    </Stack>
  )
}
