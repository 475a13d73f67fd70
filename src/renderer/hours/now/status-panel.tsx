import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { AskedDay } from './asked-day.tsx'
import { LateOpening } from './late-opening.tsx'
import { LogForm } from './log-form.tsx'
import { OpenButton } from '../open-button.tsx'
import { PauseButton, PauseNote } from './pause.tsx'
import { dayWords } from '../words.ts'
import { useFormats } from '../../ui/use-formats.ts'

/** How the shop stands, a pause, the way to log an earlier time, and what is asked of a day that is over. */
export function StatusPanel({ status }: { readonly status: HoursStatus }) {
  const formats = useFormats()
  const { today, next, asked, open } = status
  const pause = open && status.pause
  const [earlier, setEarlier] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    // The last question takes the focus with it.
    if (wasAsked.current && !asked && document.activeElement === document.body) opener.current?.focus()
    wasAsked.current = asked !== undefined
  }, [asked])
  const leave = () => {
    setEarlier(false)
    opener.current?.focus()
  }
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label="Now">
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
        {formats.fullDay(today.day)}
        {': '}
        {dayWords(today, formats)}
        {next &&
          next.day !== today.day &&
          `. Opens next on ${formats.day(next.day)} at ${formats.time(next.time)}.`}
      </Text>
      {pause && <PauseNote pause={pause} />}
      <LateOpening status={status} />
      {earlier && <LogForm event={open ? 'close' : 'open'} day={today.day} onDone={leave} />}
      {asked && <AskedDay asked={asked} />}
    </Stack>
  )
}
