import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { HoursEvent } from '../../../core/hours/log.ts'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { AskedDay } from './asked-day.tsx'
import { LateOpening } from './late-opening.tsx'
import { LogForm } from './log-form.tsx'
import { PauseButton, PauseNote } from './pause.tsx'
import { dayWords } from '../words.ts'
import { useFormats } from '../../ui/use-formats.ts'

/** How the shop stands, a pause, the way to log an earlier time, and what is asked of a day that is over. */
export function StatusPanel({ status }: { readonly status: HoursStatus }) {
  const formats = useFormats()
  const { today, next, asked, open } = status
  const pause = open && status.pause
  // What it was begun as: opening the shop meanwhile does not make a closing of it.
  const [earlier, setEarlier] = useState<{ readonly event: HoursEvent; readonly day: Day }>()
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    // The last question takes the focus with it.
    if (wasAsked.current && !asked && document.activeElement === document.body) opener.current?.focus()
    wasAsked.current = asked !== undefined
  }, [asked])
  const leave = () => {
    setEarlier(undefined)
    opener.current?.focus()
  }
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label="Now">
      <Group justify="space-between">
        <Text className="figures">
          {formats.fullDay(today.day)}
          {': '}
          {dayWords(today, formats)}
          {next &&
            next.day !== today.day &&
            `. Opens next on ${formats.day(next.day)} at ${formats.time(next.time)}.`}
        </Text>
        <Group gap="xs">
          {open && !pause && <PauseButton />}
          <Button
            ref={opener}
            variant="default"
            aria-expanded={earlier !== undefined}
            onClick={() =>
              setEarlier(earlier ? undefined : { event: open ? 'close' : 'open', day: today.day })
            }
          >
            Log an earlier time
          </Button>
        </Group>
      </Group>
      {pause && <PauseNote pause={pause} />}
      <LateOpening status={status} />
      {earlier && <LogForm {...earlier} onDone={leave} />}
      {asked && <AskedDay asked={asked} />}
    </Stack>
  )
}
