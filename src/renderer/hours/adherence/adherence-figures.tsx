import { Grid, Skeleton, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { DayAdherence } from '../../../core/hours/adherence.ts'
import type { Adherence } from '../../../core/hours/figures.ts'
import { useRead } from '../../use-call.ts'
import { type Drill, rowsOf } from './drill.ts'
import { DrillTable } from './drill-table.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { ReasonList } from './reason-list.tsx'
import { WeekdayTable } from './weekday-table.tsx'

const AdherenceCharts = lazy(() =>
  import('./adherence-charts.tsx').then((m) => ({ default: m.AdherenceCharts })),
)

const none: readonly DayAdherence[] = []

interface AdherenceFiguresProps {
  readonly adherence: Adherence
  readonly today: Day
  readonly toleranceMinutes: number
}

/** The figures of a range, its charts, and the table of the days; each figure turns the table into the rows it counts. */
export function AdherenceFigures({ adherence, today, toleranceMinutes }: AdherenceFiguresProps) {
  const [drill, setDrill] = useState<Drill>()
  const heading = useRef<HTMLHeadingElement>(null)
  const origin = useRef<Element>(null)
  const toFocus = useRef(false)
  const { streak, days } = adherence
  // The streak goes on before the range: its days are read from its own beginning.
  const streakDays = useRead(
    'hours.adherence',
    { from: streak.since ?? today, to: days.at(-1)?.day ?? today },
    { enabled: drill?.kind === 'streak' && streak.since !== null },
  )
  const ofStreak = streak.since === null ? none : streakDays.value?.days
  const shown = drill?.kind === 'streak' ? ofStreak : days
  useEffect(() => {
    // The rows of the streak may still be on their way.
    if (!toFocus.current || !shown) return
    toFocus.current = false
    heading.current?.focus()
  }, [drill, shown])
  if (days.every(({ state }) => state === 'no schedule'))
    return (
      <Text className="quiet">
        No opening hours were valid on these days, so nothing was due. Write the weekly hours and save them;
        from then on each opening and closing you log is judged by them.
      </Text>
    )
  const choose = (next: Drill) => {
    origin.current = document.activeElement
    toFocus.current = true
    setDrill(next)
  }
  const leave = () => {
    setDrill(undefined)
    if (origin.current instanceof HTMLElement) origin.current.focus()
  }
  return (
    <Stack gap="md">
      <FigureTiles adherence={adherence} toleranceMinutes={toleranceMinutes} drill={drill} onDrill={choose} />
      <Suspense fallback={<Skeleton height={290} aria-label="Drawing the charts" />}>
        <AdherenceCharts
          days={days}
          today={today}
          toleranceMinutes={toleranceMinutes}
          drill={drill}
          onDrill={choose}
        />
      </Suspense>
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <WeekdayTable adherence={adherence} drill={drill} onDrill={choose} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <ReasonList reasons={adherence.reasons} drill={drill} onDrill={choose} />
        </Grid.Col>
      </Grid>
      {shown && (
        <DrillTable
          days={shown.filter(({ day }) => day <= today)}
          rows={drill && rowsOf(shown, drill)}
          drill={drill}
          heading={heading}
          onAll={leave}
        />
      )}
    </Stack>
  )
}
