import { Group, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Formats } from '../../../core/formats.ts'
import type { Adherence, MinutesOff, Share } from '../../../core/hours/figures.ts'
import { weekdayNames } from '../../../core/hours/week.ts'
import { latenessWords, minutesWords } from '../../../core/hours/words.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { type Drill, type Side, weakestWeekday } from './drill.ts'

interface FiguresProps {
  readonly adherence: Adherence
  readonly toleranceMinutes: number
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

/** The figures of a range as tiles, and the smaller ones below; each is pressed to see the rows it counts. */
export function FigureTiles({ adherence, toleranceMinutes, drill, onDrill }: FiguresProps) {
  const formats = useFormats()
  const { streak, minutes, noDataDays, reconstructed, pausedMinutes } = adherence
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {sides.map((side) => (
          <ShareTile key={side} side={side} share={adherence[side]} drill={drill} onDrill={onDrill} />
        ))}
        <Tile
          big={formats.counted(streak.days, 'day', 'days')}
          pressed={drill?.kind === 'streak'}
          onPress={() => onDrill({ kind: 'streak' })}
        >
          {streak.since === null ? 'kept in a row' : `kept in a row, since ${formats.day(streak.since)}`}
        </Tile>
        <Tile
          big={minutesWords(minutes.opened.late)}
          pressed={isJudged(drill, 'opened', 'late')}
          onPress={() => onDrill({ kind: 'judged', side: 'opened', which: 'late' })}
        >
          {`opened late in all${worstWords(minutes.opened, formats)}`}
        </Tile>
      </SimpleGrid>
      <Group gap="xs">
        <Text size="sm" className="quiet figures">
          {`On time is at most ${toleranceMinutes} min early or late.`}
        </Text>
        {sides.map((side) => (
          <Key
            key={side}
            n={adherence[side].due - adherence[side].met}
            says={`${formats.counted(adherence[side].due - adherence[side].met, ...sideWords[side])} not on time`}
            pressed={isJudged(drill, side, 'off')}
            onPress={() => onDrill({ kind: 'judged', side, which: 'off' })}
          />
        ))}
        {sides.map((side) => (
          <Key
            key={side}
            n={adherence[side].unknown}
            says={`${formats.counted(adherence[side].unknown, ...sideWords[side])} not known, not counted`}
            pressed={isJudged(drill, side, 'unknown')}
            onPress={() => onDrill({ kind: 'judged', side, which: 'unknown' })}
          />
        ))}
        {sides.map((side) => (
          <Key
            key={side}
            n={adherence[side].told}
            says={`${formats.counted(adherence[side].told, ...sideWords[side])} told: the PC was not on yet`}
            pressed={isJudged(drill, side, 'told')}
            onPress={() => onDrill({ kind: 'judged', side, which: 'told' })}
          />
        ))}
        <Key
          n={noDataDays}
          says={`${formats.counted(noDataDays, 'day', 'days')} without data, not counted`}
          pressed={drill?.kind === 'state' && drill.state === 'no data'}
          onPress={() => onDrill({ kind: 'state', state: 'no data' })}
        />
        <Key
          n={reconstructed}
          says={`${formats.counted(reconstructed, 'opening or closing', 'openings and closings')} reconstructed, not counted`}
          pressed={drill?.kind === 'reconstructed'}
          onPress={() => onDrill({ kind: 'reconstructed' })}
        />
        <Key
          n={minutes.closed.early}
          says={`${minutesWords(minutes.closed.early)} closed early in all`}
          pressed={isJudged(drill, 'closed', 'early')}
          onPress={() => onDrill({ kind: 'judged', side: 'closed', which: 'early' })}
        />
        <Key
          n={pausedMinutes}
          says={`${minutesWords(pausedMinutes)} closed for pauses`}
          pressed={drill?.kind === 'paused'}
          onPress={() => onDrill({ kind: 'paused' })}
        />
        <Weakest adherence={adherence} drill={drill} onDrill={onDrill} />
      </Group>
    </Stack>
  )
}

const sides = ['opened', 'closed'] as const satisfies readonly Side[]

const sideWords: Readonly<Record<Side, readonly [one: string, many: string]>> = {
  opened: ['opening', 'openings'],
  closed: ['closing', 'closings'],
}

const isJudged = (drill: Drill | undefined, side: Side, which: string): boolean =>
  drill?.kind === 'judged' && drill.side === side && drill.which === which

const worstWords = ({ worst }: MinutesOff, formats: Formats): string =>
  worst ? `; worst ${latenessWords(worst.minutesLate)}, ${formats.day(worst.day)}` : ''

interface ShareTileProps {
  readonly side: Side
  readonly share: Share
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

function ShareTile({ side, share, drill, onDrill }: ShareTileProps) {
  const formats = useFormats()
  const { due, met } = share
  const [one, many] = sideWords[side]
  return (
    <Tile
      big={formats.share(share.share)}
      pressed={isJudged(drill, side, 'due')}
      onPress={() => onDrill({ kind: 'judged', side, which: 'due' })}
    >
      {due === 0
        ? `No ${one} that was due is known`
        : `${formats.number(met)} of ${formats.counted(due, one, many)} on time`}
    </Tile>
  )
}

/** The weekday that is weakest, once enough is known to name it. */
function Weakest({ adherence, drill, onDrill }: Omit<FiguresProps, 'toleranceMinutes'>) {
  const { number } = useFormats()
  const weakest = weakestWeekday(adherence)
  if (weakest === undefined || weakest === 'kept') return null
  const { weekday, met, due } = weakest
  return (
    <Key
      n={due}
      says={`${weekdayNames[weekday]} is the weakest weekday: ${number(met)} of ${number(due)} on time`}
      pressed={drill?.kind === 'weekday' && drill.weekday === weekday}
      onPress={() => onDrill({ kind: 'weekday', weekday })}
    />
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
  readonly says: string
  readonly pressed: boolean
  readonly onPress: () => void
}

/** A smaller figure; none where there is nothing to count. */
function Key({ n, says, pressed, onPress }: KeyProps) {
  if (n === 0) return null
  return (
    <UnstyledButton className="state-key figures" aria-pressed={pressed} onClick={onPress}>
      {says}
    </UnstyledButton>
  )
}
