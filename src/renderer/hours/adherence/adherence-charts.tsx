import { Grid, Group, Table, UnstyledButton } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import type { Day } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'
import type { DayAdherence, DayState } from '../../../core/hours/adherence.ts'
import { CalendarChart, type CalendarDay, type Tone } from '../../ui/charts/calendar-chart.tsx'
import { ChartFigure } from '../../ui/charts/chart-figure.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { type Drill, stateWords } from './drill.ts'
import { MinutesChart } from './minutes-chart.tsx'

interface AdherenceChartsProps {
  readonly days: readonly DayAdherence[]
  readonly today: Day
  readonly toleranceMinutes: number
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

const looks = {
  kept: { tone: 'solid', sign: '✓' },
  missed: { tone: 'wrong', sign: '✕' },
  reconstructed: { tone: 'open', sign: 'R' },
  'partly known': { tone: 'hatched', sign: '½' },
  'under way': { tone: 'open', sign: '…' },
  'closed early': { tone: 'open', sign: '!' },
  'no data': { tone: 'hatched', sign: '?' },
  'to come': { tone: 'blank', sign: '' },
  closed: { tone: 'blank', sign: '–' },
  extra: { tone: 'open', sign: '+' },
  'around the clock': { tone: 'open', sign: '○' },
  'no schedule': { tone: 'blank', sign: '' },
} as const satisfies Record<DayState, { tone: Tone; sign: string }>

/** What is counted under the calendar, the best known first. */
const keys = [
  'kept',
  'missed',
  'under way',
  'closed early',
  'reconstructed',
  'partly known',
  'no data',
  'extra',
  'around the clock',
  'closed',
] as const satisfies readonly DayState[]

/** More days do not fit beside the other chart, or into one calendar. */
const halfWidth = 42
const calendarDays = 366

/** The calendar of kept days, and the minutes by which the shop opened late. */
export function AdherenceCharts({ days, today, toleranceMinutes, drill, onDrill }: AdherenceChartsProps) {
  const span = { base: 12, md: days.length <= halfWidth ? 6 : 12 }
  return (
    <Grid>
      <Grid.Col span={span}>
        <KeptCalendar days={days} drill={drill} onDrill={onDrill} />
      </Grid.Col>
      <Grid.Col span={span}>
        <MinutesChart
          days={days.filter(({ day }) => day <= today)}
          toleranceMinutes={toleranceMinutes}
          onDrill={onDrill}
        />
      </Grid.Col>
    </Grid>
  )
}

interface KeptCalendarProps {
  readonly days: readonly DayAdherence[]
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

function KeptCalendar({ days, drill, onDrill }: KeptCalendarProps) {
  const formats = useFormats()
  const counts = new Map<DayState, number>()
  for (const { state } of days) counts.set(state, (counts.get(state) ?? 0) + 1)
  const title = titleOf(counts, formats)
  const years = useMemo(() => partsOf(days.map((day) => calendarDay(day, formats))), [days, formats])
  const pick = useMemo(() => (day: Day) => onDrill({ kind: 'day', day }), [onDrill])
  return (
    <ChartFigure
      title={title}
      chart={years.map((part) => (
        <CalendarChart key={part[0]!.day} title={title} days={part} onPick={pick} />
      ))}
      table={<CalendarTable days={days} />}
    >
      <Group gap={6}>
        {keys.map((state) => {
          const count = counts.get(state)
          return (
            count !== undefined && (
              <UnstyledButton
                key={state}
                className="state-key figures"
                aria-pressed={drill?.kind === 'state' && drill.state === state}
                onClick={() => onDrill({ kind: 'state', state })}
              >
                <span className="sign" aria-hidden>
                  {looks[state].sign}
                </span>
                {`${formats.number(count)} ${stateWords[state]}`}
              </UnstyledButton>
            )
          )
        })}
      </Group>
    </ChartFigure>
  )
}

const calendarDay = ({ day, state, special }: DayAdherence, formats: Formats): CalendarDay => ({
  day,
  ...looks[state],
  words: `${formats.day(day)}: ${stateWords[state]}${special ? `, ${special.label}` : ''}`,
})

/** Up to a year is one calendar; more is one for each year, the latest first. */
function partsOf(days: readonly CalendarDay[]): readonly (readonly CalendarDay[])[] {
  if (days.length <= calendarDays) return days.length === 0 ? [] : [days]
  const years = grouped(days, ({ day }) => day.slice(0, 4))
  return [...years.values()].toReversed()
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

function titleOf(counts: ReadonlyMap<DayState, number>, { number }: Formats): string {
  const [kept, missed] = [counts.get('kept') ?? 0, counts.get('missed') ?? 0]
  const judged = kept + missed
  const open = (counts.get('partly known') ?? 0) + (counts.get('no data') ?? 0)
  const beside = open === 0 ? '' : `, ${number(open)} not known`
  if (judged === 0) return open === 0 ? 'No day with data yet' : `No day is known yet${beside}`
  if (judged === 1) return `The one known day was ${kept === 1 ? 'kept' : 'missed'}${beside}`
  if (missed === 0) return `All ${number(kept)} known days were kept${beside}`
  return `${number(kept)} of ${number(judged)} known days ${kept === 1 ? 'was' : 'were'} kept${beside}`
}

function CalendarTable({ days }: { readonly days: readonly DayAdherence[] }): ReactNode {
  const formats = useFormats()
  const months = [...grouped(days, ({ day }) => day.slice(0, days.length > calendarDays ? 4 : 7))]
  const n = (own: readonly DayAdherence[], state: DayState) =>
    formats.number(own.filter((day) => day.state === state).length)
  return (
    <Table verticalSpacing={2} horizontalSpacing={6} aria-label="Days by state">
      <TableHead
        columns={['When', 'Kept', 'Missed', 'Reconstructed', 'Not all known', 'No data', 'Closed']}
        rightFrom={1}
      />
      <Table.Tbody>
        {months.map(([month, own]) => (
          <Table.Tr key={month}>
            <Table.Th scope="row" fw={400}>
              {month.length === 7 ? formats.month(month) : month}
            </Table.Th>
            <Table.Td ta="right">{n(own, 'kept')}</Table.Td>
            <Table.Td ta="right">{n(own, 'missed')}</Table.Td>
            <Table.Td ta="right">{n(own, 'reconstructed')}</Table.Td>
            <Table.Td ta="right">{n(own, 'partly known')}</Table.Td>
            <Table.Td ta="right">{n(own, 'no data')}</Table.Td>
            <Table.Td ta="right">{n(own, 'closed')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
