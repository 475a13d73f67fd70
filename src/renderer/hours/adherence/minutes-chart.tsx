import { Table, Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import type { Formats } from '../../../core/formats.ts'
import type { DayAdherence } from '../../../core/hours/adherence.ts'
import { latenessWords } from '../../../core/hours/words.ts'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { ChartFigure } from '../../ui/charts/chart-figure.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import type { Drill } from './drill.ts'
import { barsOf, latestByWeek, type Opening, openingsOf, tickWords } from './minutes.ts'

interface MinutesChartProps {
  readonly days: readonly DayAdherence[]
  readonly toleranceMinutes: number
  readonly onDrill: (drill: Drill) => void
}

const mostBars = 70

/** How many minutes after the scheduled time the shop opened; each bar is an opening, or the latest one of a week. */
export function MinutesChart({ days, toleranceMinutes, onDrill }: MinutesChartProps) {
  const formats = useFormats()
  const drawn = useMemo(() => {
    const all = openingsOf(days)
    const weekly = all.length > mostBars
    const openings = weekly ? latestByWeek(all) : all
    const points = barsOf(openings, toleranceMinutes, formats)
    return { openings, points, weekly }
  }, [days, toleranceMinutes, formats])
  const { openings, points, weekly } = drawn
  const band = useMemo(
    () => ({ from: -toleranceMinutes, to: toleranceMinutes, words: `on time up to ${toleranceMinutes} min` }),
    [toleranceMinutes],
  )
  const pick = useMemo(
    () => (index: number) => {
      const opening = openings[index]
      if (opening) onDrill({ kind: 'day', day: opening.day })
    },
    [openings, onDrill],
  )
  const tick = useCallback((minutes: number) => tickWords(minutes, formats), [formats])
  const title = titleOf(openings, toleranceMinutes, weekly, formats)
  return (
    <ChartFigure
      title={title}
      chart={
        openings.length === 0 ? (
          <Text className="quiet">Each opening you log becomes a bar.</Text>
        ) : (
          <BarChart title={title} points={points} band={band} tick={tick} onPick={pick} />
        )
      }
      table={<OpeningTable openings={openings} />}
    >
      <Text size="sm" className="quiet">
        {weekly
          ? 'A bar is the latest opening of a week, in minutes after the scheduled time. Hatched: later or earlier than allowed.'
          : 'A bar is one opening, in minutes after the scheduled time. Hatched: later or earlier than allowed.'}
      </Text>
    </ChartFigure>
  )
}

function titleOf(openings: readonly Opening[], tolerance: number, weekly: boolean, formats: Formats): string {
  const late = openings.filter(({ minutesLate }) => minutesLate > tolerance)
  const worst = late.toSorted((a, b) => b.minutesLate - a.minutesLate)[0]
  if (openings.length === 0) return 'No opening logged'
  if (!worst) return weekly ? 'No week had a late opening' : 'No opening was late'
  const [some, all] = [formats.number(late.length), formats.number(openings.length)]
  const counted = weekly
    ? `${some} of ${all} weeks had a late opening`
    : `${some} of ${all} openings ${late.length === 1 ? 'was' : 'were'} late`
  return `${counted}, at worst ${latenessWords(worst.minutesLate)} on ${formats.day(worst.day)}`
}

function OpeningTable({ openings }: { readonly openings: readonly Opening[] }) {
  const formats = useFormats()
  return (
    <div
      style={{ maxHeight: 260, overflowY: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label="Openings as a table"
    >
      <Table verticalSpacing={2} horizontalSpacing={6}>
        <TableHead columns={['Day', 'Due', 'Opened', 'Off']} rightFrom={3} />
        <Table.Tbody>
          {openings.map(({ day, due, at, minutesLate }) => (
            <Table.Tr key={`${day} ${due}`}>
              <Table.Th scope="row" fw={400}>
                {formats.day(day)}
              </Table.Th>
              <Table.Td>{formats.time(due)}</Table.Td>
              <Table.Td>{formats.time(at)}</Table.Td>
              <Table.Td ta="right">{latenessWords(minutesLate)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
