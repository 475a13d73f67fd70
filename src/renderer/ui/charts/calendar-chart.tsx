import type { Chart as ChartOf, ChartData, ChartOptions, Plugin } from 'chart.js'
import type { MatrixElement } from 'chartjs-chart-matrix'
import { useMemo, useRef } from 'react'
import { Chart } from 'react-chartjs-2'
import { addDays, type Day, isoWeek } from '../../../core/day.ts'
import { monthNames, weekdayName } from '../../../core/day-words.ts'
import { calendarLayout } from './calendar-layout.ts'
import { type ChartColours, haloed, hatched, useChartColours } from './colours.ts'
import { DayCursor } from './day-cursor.tsx'
import './setup.ts'

/** solid: as promised. wrong: not kept. hatched: nothing known. open: told, and not counted. blank: nothing was due. */
export type Tone = 'solid' | 'wrong' | 'hatched' | 'open' | 'blank'

export interface CalendarDay {
  readonly day: Day
  readonly tone: Tone
  /** One letter or sign, so that the colour is not alone. */
  readonly sign: string
  readonly words: string
}

interface CalendarChartProps {
  readonly title: string
  /** In order, without a gap. */
  readonly days: readonly CalendarDay[]
  readonly onPick: (day: Day) => void
}

interface Cell extends CalendarDay {
  readonly x: number
  readonly y: number
}

/** Up to so many weeks lie below each other; more lie side by side. */
const mostRows = 6

/** Days as a calendar: weeks below each other for a month, side by side for a year. */
export function CalendarChart({ title, days, onPick }: CalendarChartProps) {
  const colours = useChartColours()
  const chart = useRef<ChartOf<'matrix'>>(null)
  const drawn = useMemo(() => drawnOf(days, colours, onPick), [days, colours, onPick])
  if (!drawn) return null
  const { height, below, ...props } = drawn
  return (
    <div style={{ position: 'relative', height }}>
      {/* Plugins are only taken at the beginning. */}
      <Chart ref={chart} type="matrix" {...props} redraw role="img" aria-label={title} />
      <DayCursor
        chart={chart}
        words={days.map(({ words }) => words)}
        start={Math.max(
          0,
          days.findLastIndex(({ tone }) => tone !== 'blank'),
        )}
        step={below ? { across: 1, down: 7 } : { across: 7, down: 1 }}
        onPick={(index) => onPick(days[index]!.day)}
      />
    </div>
  )
}

function drawnOf(days: readonly CalendarDay[], colours: ChartColours, onPick: (day: Day) => void) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const { monday, weeks, placeOf } = calendarLayout(first.day, last.day)
  const below = weeks <= mostRows
  const [columns, rows] = below ? [7, weeks] : [weeks, 7]
  const cells = days.map((day): Cell => {
    const { week, weekday } = placeOf(day.day)
    return below ? { ...day, x: weekday, y: week } : { ...day, x: week, y: weekday }
  })
  const fills = fillsOf(colours)
  const data: ChartData<'matrix'> = {
    datasets: [
      {
        data: cells,
        backgroundColor: ({ dataIndex }) => fills[cells[dataIndex]!.tone].fill,
        borderColor: ({ dataIndex }) => fills[cells[dataIndex]!.tone].border,
        borderWidth: 1,
        borderRadius: 2,
        width: ({ chart }) => (chart.chartArea ?? { width: 0 }).width / columns - 3,
        height: ({ chart }) => (chart.chartArea ?? { height: 0 }).height / rows - 3,
      },
    ],
  }
  const weekdayAt = (n: number) => weekdayName(n).slice(0, 3)
  const weekAt = (n: number) => {
    const begins = addDays(monday, 7 * (n - 1))
    if (below) return `W${Number(isoWeek(begins).slice(6))}`
    const ends = addDays(begins, 6)
    // A month that begins in the week, unless it is the one after the last day.
    const begun = `${ends.slice(0, 8)}01`
    return n === 1 || (begun > begins && begun <= last.day) || begun === begins
      ? monthNames[Number(ends.slice(5, 7)) - 1]!.slice(0, 3)
      : ''
  }
  const axis = (count: number, words: (n: number) => string) => ({
    type: 'linear' as const,
    min: 0.5,
    max: count + 0.5,
    offset: false,
    grid: { display: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: colours.quiet,
      callback: (value: string | number) => words(Number(value)),
    },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = Array.from({ length: count }, (_, n) => ({ value: n + 1 }))
    },
  })
  const options: ChartOptions<'matrix'> = {
    scales: {
      x: { ...axis(columns, below ? weekdayAt : weekAt), position: 'top' },
      y: { ...axis(rows, below ? weekAt : weekdayAt), reverse: true },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        callbacks: { title: () => '', label: ({ dataIndex }) => cells[dataIndex]!.words },
      },
    },
    onClick: (_event, [hit]) => {
      const cell = hit && cells[hit.index]
      if (cell) onPick(cell.day)
    },
  }
  const plugins = [signs(cells, fills, colours, below)]
  return { data, options, plugins, below, height: below ? 34 * weeks + 28 : 7 * 20 + 28 }
}

interface Fill {
  readonly fill: string | CanvasPattern
  readonly border: string
  readonly ink: string
}

const fillsOf = ({
  panel,
  line,
  kept,
  risk,
  broken,
  quiet,
  text,
}: ChartColours): Readonly<Record<Tone, Fill>> => ({
  solid: { fill: kept, border: kept, ink: panel },
  wrong: { fill: broken, border: broken, ink: panel },
  hatched: { fill: hatched(line, panel), border: quiet, ink: text },
  open: { fill: panel, border: risk, ink: risk },
  blank: { fill: panel, border: line, ink: quiet },
})

/** Writes the sign into each cell, and the day of the month where there is room. */
const signs = (
  cells: readonly Cell[],
  fills: Readonly<Record<Tone, Fill>>,
  { panel }: ChartColours,
  roomy: boolean,
): Plugin<'matrix'> => ({
  id: 'signs',
  afterDatasetsDraw(chart: ChartOf<'matrix'>) {
    const { ctx } = chart
    const write = (words: string, x: number, y: number, weight: number) => {
      ctx.font = `${weight} ${roomy ? 12 : 10}px 'Inter Variable', system-ui, sans-serif`
      haloed(ctx, words, x, y)
    }
    ctx.save()
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    for (const [i, element] of chart.getDatasetMeta(0).data.entries()) {
      const { day, tone, sign } = cells[i]!
      const { x, y } = (element as unknown as MatrixElement).getCenterPoint()
      ctx.fillStyle = fills[tone].ink
      ctx.strokeStyle = tone === 'hatched' ? panel : 'transparent'
      if (roomy) write(String(Number(day.slice(8))), x - 10, y, 400)
      write(sign, roomy ? x + 10 : x, y, 700)
    }
    ctx.restore()
  },
})
