import { ActionIcon, Group, SegmentedControl, Skeleton, Stack, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { HoursStatus } from '../../../core/hours/status.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead } from '../../use-call.ts'
import { AdherenceFigures } from './adherence-figures.tsx'
import { type DayRange, isRange, movedRange, rangeAround, rangeWords, type Span } from './range.ts'
import { StatusPanel } from '../now/status-panel.tsx'

interface AdherenceTabProps {
  readonly status: HoursStatus
  readonly onDecideHolidays: () => void
}

const spanChoices = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
  { value: 'any', label: 'Any days' },
] as const satisfies readonly { value: Span; label: string }[]

/** How the shop stands now, and how it kept its hours in a week, a month, a year or any days. */
export function AdherenceTab({ status, onDecideHolidays }: AdherenceTabProps) {
  const formats = useFormats()
  const today = status.today.day
  const [span, setSpan] = useState<Span>('month')
  const [range, setRange] = useState<DayRange>(() => rangeAround('month', today))
  const { value, problem, stale } = useRead(
    'hours.adherence',
    { ...range },
    { keepPrevious: true, enabled: isRange(range) },
  )
  const [isAll, setIsAll] = useState(false)
  const { value: lastMonths } = useRead('hours.lastMonths', {})
  const choose = (next: Span) => {
    setSpan(next)
    if (next !== 'any') setRange(rangeAround(next, range.to < today ? range.from : today))
  }
  return (
    <Stack gap="md">
      <StatusPanel status={status} onDecideHolidays={onDecideHolidays} />
      <Group justify="space-between" align="flex-end">
        <Title order={2} size={22}>
          {rangeWords(span, range, formats)}
        </Title>
        <Group gap="xs" align="flex-end">
          {span === 'any' && (
            <>
              <DayInput
                label="From"
                nearest="back"
                value={range.from}
                onChange={(from) => setRange({ ...range, from })}
              />
              <DayInput
                label="To"
                nearest="back"
                value={range.to}
                error={!isRange(range)}
                onChange={(to) => setRange({ ...range, to })}
              />
            </>
          )}
          <SegmentedControl
            aria-label="What to look at"
            data={[...spanChoices]}
            value={span}
            onChange={(next) => choose(next)}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Before"
            disabled={!isRange(range)}
            onClick={() => setRange(movedRange(span, range, -1))}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="After"
            disabled={!isRange(range) || range.to >= today}
            onClick={() => setRange(movedRange(span, range, 1))}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <ProblemNote problem={problem} />
      {(!value || !lastMonths) && !problem && <Skeleton height={400} />}
      {value && lastMonths && (
        <div aria-busy={stale}>
          <AdherenceFigures
            key={`${span} ${value.days[0]?.day}`}
            adherence={value}
            lastMonths={lastMonths}
            today={today}
            toleranceMinutes={status.toleranceMinutes}
            isAll={isAll}
            onAll={setIsAll}
          />
        </div>
      )}
    </Stack>
  )
}
