import { Grid, Group, SimpleGrid, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Day } from '../../core/day.ts'
import type { DayAdherence } from '../../core/hours/adherence.ts'
import type { Adherence, MinutesOff, Share } from '../../core/hours/figures.ts'
import { latenessWords, minutesWords } from '../../core/hours/words.ts'
import { formatDay, formatShare } from '../ui/format.ts'
import { useRead } from '../use-call.ts'
import { type Drill, rowsOf, type Side } from './drill.ts'
import { DrillTable } from './drill-table.tsx'
import { ReasonList } from './reason-list.tsx'
import { WeekdayTable } from './weekday-table.tsx'

const KeptCharts = lazy(() => import('./kept-charts.tsx').then((m) => ({ default: m.KeptCharts })))

const none: readonly DayAdherence[] = []

interface KeptFiguresProps {
  readonly adherence: Adherence
  readonly today: Day
  readonly toleranceMinutes: number
}

/** The figures of a range, its charts, and the table of the days; each figure turns the table into the rows it counts. */
export function KeptFigures({ adherence, today, toleranceMinutes }: KeptFiguresProps) {
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
      <Figures adherence={adherence} toleranceMinutes={toleranceMinutes} drill={drill} onDrill={choose} />
      <Suspense fallback={<Skeleton height={290} aria-label="Drawing the charts" />}>
        <KeptCharts
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

interface FiguresProps {
  readonly adherence: Adherence
  readonly toleranceMinutes: number
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

function Figures({ adherence, toleranceMinutes, drill, onDrill }: FiguresProps) {
  const { opened, closed, streak, minutes, noDataDays, reconstructed, pausedMinutes } = adherence
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <ShareTile
          side="opened"
          share={opened}
          words={['opening', 'openings']}
          drill={drill}
          onDrill={onDrill}
        />
        <ShareTile
          side="closed"
          share={closed}
          words={['closing', 'closings']}
          drill={drill}
          onDrill={onDrill}
        />
        <Tile
          big={streak.days === 1 ? '1 day' : `${streak.days} days`}
          pressed={drill?.kind === 'streak'}
          onPress={() => onDrill({ kind: 'streak' })}
        >
          {streak.since === null ? 'kept in a row' : `kept in a row, since ${formatDay(streak.since)}`}
        </Tile>
        <Tile
          big={minutesWords(minutes.opened.late)}
          pressed={isJudged(drill, 'opened', 'late')}
          onPress={() => onDrill({ kind: 'judged', side: 'opened', which: 'late' })}
        >
          {`opened late in all${worstWords(minutes.opened)}`}
        </Tile>
      </SimpleGrid>
      <Group gap="xs">
        <Text size="sm" className="quiet figures">
          {`On time is at most ${toleranceMinutes} min early or late.`}
        </Text>
        <Key
          n={opened.due - opened.met}
          words={['opening not on time', 'openings not on time']}
          pressed={isJudged(drill, 'opened', 'off')}
          onPress={() => onDrill({ kind: 'judged', side: 'opened', which: 'off' })}
        />
        <Key
          n={closed.due - closed.met}
          words={['closing not on time', 'closings not on time']}
          pressed={isJudged(drill, 'closed', 'off')}
          onPress={() => onDrill({ kind: 'judged', side: 'closed', which: 'off' })}
        />
        <Key
          n={noDataDays}
          words={['day without data, not counted', 'days without data, not counted']}
          pressed={drill?.kind === 'state' && drill.state === 'no data'}
          onPress={() => onDrill({ kind: 'state', state: 'no data' })}
        />
        <Key
          n={reconstructed}
          words={['closing reconstructed, not counted', 'closings reconstructed, not counted']}
          pressed={drill?.kind === 'reconstructed'}
          onPress={() => onDrill({ kind: 'reconstructed' })}
        />
        <Key
          n={minutes.closed.early}
          words={['min closed early in all', 'min closed early in all']}
          pressed={isJudged(drill, 'closed', 'early')}
          onPress={() => onDrill({ kind: 'judged', side: 'closed', which: 'early' })}
        />
        <Key
          n={pausedMinutes}
          words={['min closed for a pause', 'min closed for pauses']}
          pressed={drill?.kind === 'paused'}
          onPress={() => onDrill({ kind: 'paused' })}
        />
      </Group>
    </Stack>
  )
}

const isJudged = (drill: Drill | undefined, side: Side, which: string): boolean =>
  drill?.kind === 'judged' && drill.side === side && drill.which === which && drill.weekday === undefined

const worstWords = ({ worst }: MinutesOff): string =>
  worst ? `; worst ${latenessWords(worst.minutesLate)}, ${formatDay(worst.day)}` : ''

interface ShareTileProps {
  readonly side: Side
  readonly share: Share
  readonly words: readonly [one: string, many: string]
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

function ShareTile({ side, share, words: [one, many], drill, onDrill }: ShareTileProps) {
  const { due, met } = share
  return (
    <Tile
      big={formatShare(share.share)}
      pressed={isJudged(drill, side, 'due')}
      onPress={() => onDrill({ kind: 'judged', side, which: 'due' })}
    >
      {due === 0
        ? `No ${one} was due on a day with data`
        : `${met} of ${due} ${due === 1 ? one : many} on time`}
    </Tile>
  )
}

interface TileProps {
  readonly big: string
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Tile({ big, pressed, onPress, children }: TileProps) {
  return (
    <UnstyledButton className="figure-tile figures" aria-pressed={pressed} onClick={onPress}>
      <Text component="span" display="block" size="xl" ff="heading" fw={600}>
        {big}
      </Text>
      <Text component="span" display="block" size="sm">
        {children}
      </Text>
    </UnstyledButton>
  )
}

interface KeyProps {
  readonly n: number
  readonly words: readonly [one: string, many: string]
  readonly pressed: boolean
  readonly onPress: () => void
}

/** A smaller figure; none where there is nothing to count. */
function Key({ n, words: [one, many], pressed, onPress }: KeyProps) {
  if (n === 0) return null
  return (
    <UnstyledButton className="state-key figures" aria-pressed={pressed} onClick={onPress}>
      {`${n} ${n === 1 ? one : many}`}
    </UnstyledButton>
  )
}
