import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useUndecided } from '../schedule/use-undecided.ts'
import { AskedDay } from './asked-day.tsx'
import { HolidaysAsked } from './holidays-asked.tsx'
import { useWhy, WhyOff } from './late-opening.tsx'
import { PauseNote } from './pause.tsx'

interface BannersProps {
  readonly status: HoursStatus
  readonly onDecideHolidays: () => void
}

/** What wants a word, one at a time: a pause, why an opening was late, a day that is asked, holidays to decide. */
export function Banners({ status, onDecideHolidays }: BannersProps) {
  const { asked, today, open } = status
  const { counted } = useFormats()
  const why = useWhy(status)
  const undecided = useUndecided(today.day)
  // Put off by the owner: it comes again after the others.
  const [putOff, setPutOff] = useState<string>()
  const all: readonly { readonly name: string; readonly shown: ReactNode }[] = [
    ...(open && status.pause ? [{ name: 'pause', shown: <PauseNote pause={status.pause} /> }] : []),
    ...(why ? [{ name: 'why', shown: <WhyOff key={why.entryId} why={why} /> }] : []),
    ...(asked ? [{ name: 'asked', shown: <AskedDay asked={asked} /> }] : []),
    ...(undecided.first
      ? [
          {
            name: 'holidays',
            shown: (
              <HolidaysAsked first={undecided.first} count={undecided.count} onDecide={onDecideHolidays} />
            ),
          },
        ]
      : []),
  ]
  const before = all.findIndex(({ name }) => name === putOff)
  const one = all[(before + 1) % all.length]
  if (!one) return null
  return (
    <>
      {one.shown}
      {all.length > 1 && (
        <Group gap="xs">
          <Text size="sm" className="quiet">
            {`${counted(all.length - 1, 'more thing waits', 'more things wait')} for a word from you.`}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setPutOff(one.name)}>
            Show the next
          </Button>
        </Group>
      )}
    </>
  )
}
