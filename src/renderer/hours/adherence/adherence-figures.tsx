import { Button, Grid, Group, Skeleton, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { DayAdherence } from '../../../core/hours/adherence.ts'
import type { Adherence } from '../../../core/hours/figures.ts'
import { isEnoughForCharts, isEnoughForLine, type LastMonths } from '../../../core/hours/months.ts'
import { useRead } from '../../use-call.ts'
import { type Drill, rowsOf } from './drill.ts'
import { DrillTable } from './drill-table.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { ReasonList } from './reason-list.tsx'
import { ChartsToCome, NothingLogged } from './to-come.tsx'

const AdherenceCharts = lazy(() =>
  import('./adherence-charts.tsx').then((m) => ({ default: m.AdherenceCharts })),
)

const MonthsLine = lazy(() => import('./months-line.tsx').then((m) => ({ default: m.MonthsLine })))

const none: readonly DayAdherence[] = []

interface AdherenceFiguresProps {
  readonly adherence: Adherence
  readonly lastMonths: LastMonths
  readonly today: Day
  readonly toleranceMinutes: number
  /** The table of all days is shown. */
  readonly isAll: boolean
  readonly onAll: (isAll: boolean) => void
}

/**
 * The figures of a range, and its charts once two weeks are logged. The table of the days is asked for; each figure turns it
 * into the rows it counts.
 */
export function AdherenceFigures({
  adherence,
  lastMonths,
  today,
  toleranceMinutes,
  isAll,
  onAll,
}: AdherenceFiguresProps) {
  const { logged, months } = lastMonths
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
  if (!logged) return <NothingLogged />
  const choose = (next: Drill) => {
    origin.current = document.activeElement
    toFocus.current = true
    setDrill(next)
  }
  const leave = () => {
    setDrill(undefined)
    onAll(true)
    if (origin.current instanceof HTMLElement) origin.current.focus()
  }
  return (
    <Stack gap="md">
      <FigureTiles adherence={adherence} toleranceMinutes={toleranceMinutes} drill={drill} onDrill={choose} />
      {isEnoughForCharts(logged) ? (
        <Suspense fallback={<Skeleton height={290} aria-label="Drawing the charts" />}>
          <AdherenceCharts
            days={days}
            today={today}
            toleranceMinutes={toleranceMinutes}
            drill={drill}
            onDrill={choose}
          />
          <Grid>
            {isEnoughForLine(months) && (
              <Grid.Col span={{ base: 12, md: 7 }}>
                <MonthsLine months={months} />
              </Grid.Col>
            )}
            <Grid.Col span={{ base: 12, md: isEnoughForLine(months) ? 5 : 12 }}>
              <ReasonList reasons={adherence.reasons} drill={drill} onDrill={choose} />
            </Grid.Col>
          </Grid>
        </Suspense>
      ) : (
        <ChartsToCome logged={logged} />
      )}
      {!drill && (
        <Group>
          <Button variant="default" aria-expanded={isAll} onClick={() => onAll(!isAll)}>
            {isAll ? 'Hide the days' : 'Each day with its times'}
          </Button>
        </Group>
      )}
      {shown && (drill || isAll) && (
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
