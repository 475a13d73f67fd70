import type { Chart as ChartOf, ChartData, ChartOptions, Plugin } from 'chart.js'
import { useMemo } from 'react'
import { Line } from 'react-chartjs-2'
import { type ChartColours, haloed, useChartColours } from './colours.ts'
import './setup.ts'

export interface LinePoint {
  readonly label: string
  /** A share, 0-1; null where there is none, and the line has a gap. */
  readonly value: number | null
  /** Written at the point; empty where it says nothing. */
  readonly says: string
  readonly words: string
}

interface LineChartProps {
  readonly title: string
  readonly points: readonly LinePoint[]
  /** A value as the axis says it. */
  readonly tick: (value: number) => string
}

/** Shares as one line, up to all of it. */
export function LineChart({ title, points, tick }: LineChartProps) {
  const colours = useChartColours()
  const { data, options, plugins } = useMemo(
    () => drawnOf({ points, tick }, colours),
    [points, tick, colours],
  )
  return (
    <div style={{ position: 'relative', height: 180 }}>
      {/* Plugins are only taken at the beginning. */}
      <Line data={data} options={options} plugins={plugins} redraw role="img" aria-label={title} />
    </div>
  )
}

function drawnOf(
  { points, tick }: Omit<LineChartProps, 'title'>,
  colours: ChartColours,
): { data: ChartData<'line'>; options: ChartOptions<'line'>; plugins: Plugin<'line'>[] } {
  const { kept, panel, quiet, line } = colours
  return {
    data: {
      labels: points.map(({ label }) => label),
      datasets: [
        {
          data: points.map(({ value }) => value),
          borderColor: kept,
          borderWidth: 2,
          pointRadius: 4,
          pointHoverRadius: 6,
          pointBorderColor: kept,
          pointBackgroundColor: panel,
          pointBorderWidth: 2,
          clip: false,
        },
      ],
    },
    options: {
      layout: { padding: { top: 18, right: 18 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 6 },
          border: { color: line },
        },
        y: {
          max: 1,
          suggestedMin: 0.5,
          grid: { color: line },
          ticks: { color: quiet, maxTicksLimit: 5, callback: (value) => tick(Number(value)) },
          border: { display: false },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: { title: () => '', label: ({ dataIndex }) => points[dataIndex]!.words },
        },
      },
    },
    plugins: [labels(points, colours)],
  }
}

/** Writes what a point says above it. */
const labels = (points: readonly LinePoint[], { text, panel }: ChartColours): Plugin<'line'> => ({
  id: 'labels',
  afterDatasetsDraw(chart: ChartOf<'line'>) {
    const { ctx } = chart
    ctx.save()
    ctx.font = "600 11px 'Inter Variable', system-ui, sans-serif"
    ctx.fillStyle = text
    ctx.strokeStyle = panel
    ctx.textAlign = 'center'
    ctx.textBaseline = 'bottom'
    for (const [i, { x, y }] of chart.getDatasetMeta(0).data.entries())
      if (points[i]!.says !== '') haloed(ctx, points[i]!.says, x, y - 8)
    ctx.restore()
  },
})
