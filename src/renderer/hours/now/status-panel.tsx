import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { HoursEvent } from '../../../core/hours/log.ts'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { isFocusNowhere } from '../../ui/keep-focus.ts'
import { Banners } from './banners.tsx'
import { LateNotice } from './late-opening.tsx'
import { LogForm } from './log-form.tsx'
import { PauseButton } from './pause.tsx'
import { dayWords } from '../words.ts'
import { useFormats } from '../../ui/use-formats.ts'

interface StatusPanelProps {
  readonly status: HoursStatus
  readonly onDecideHolidays: () => void
}

/** Today's hours, the ways to pause and to log an earlier time, and the one thing that wants a word. */
export function StatusPanel({ status, onDecideHolidays }: StatusPanelProps) {
  const formats = useFormats()
  const { today, next, asked, open } = status
  const pause = open && status.pause
  // What it was begun as: opening the shop meanwhile does not make a closing of it.
  const [earlier, setEarlier] = useState<{ readonly event: HoursEvent; readonly day: Day }>()
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    // The last question takes the focus with it.
    if (wasAsked.current && !asked && isFocusNowhere()) opener.current?.focus()
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
      {earlier && <LogForm {...earlier} onDone={leave} />}
      <Banners status={status} onDecideHolidays={onDecideHolidays} />
      <LateNotice status={status} />
    </Stack>
  )
}
