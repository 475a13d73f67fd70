import type { Chart as ChartOf, ChartData, ChartOptions, Plugin } from 'chart.js'
import { useMemo } from 'react'
import { Bar } from 'react-chartjs-2'
import { type ChartColours, haloed, hatched, useChartColours } from './colours.ts'
import './setup.ts'

export interface BarPoint {
  readonly label: string
  readonly value: number
  /** Written at the bar's end; empty where it says nothing. */
  readonly says: string
  readonly good: boolean
  readonly words: string
}

interface BarChartProps {
  readonly title: string
  readonly points: readonly BarPoint[]
  /** Values at which a line says that up to here is good, and what they are called. */
  readonly band: { readonly from: number; readonly to: number; readonly words: string }
  /** A value as the axis says it. */
  readonly tick: (value: number) => string
  readonly onPick: (index: number) => void
}

/** Bars above and below a line, the bad ones hatched and with their value. */
export function BarChart({ title, points, band, tick, onPick }: BarChartProps) {
  const colours = useChartColours()
  const { data, options, plugins } = useMemo(
    () => drawnOf({ points, band, tick, onPick }, colours),
    [points, band, tick, onPick, colours],
  )
  return (
    <div style={{ position: 'relative', height: 220 }}>
      {/* Plugins are only taken at the beginning. */}
      <Bar data={data} options={options} plugins={plugins} redraw role="img" aria-label={title} />
    </div>
  )
}

function drawnOf(
  { points, band, tick, onPick }: Omit<BarChartProps, 'title'>,
  colours: ChartColours,
): { data: ChartData<'bar'>; options: ChartOptions<'bar'>; plugins: Plugin<'bar'>[] } {
  const { kept, broken, panel, quiet, line } = colours
  const bad = hatched(broken, panel)
  const values = points.map(({ value }) => value)
  return {
    data: {
      labels: points.map(({ label }) => label),
      datasets: [
        {
          data: values,
          backgroundColor: points.map(({ good }) => (good ? kept : bad)),
          borderColor: points.map(({ good }) => (good ? kept : broken)),
          borderWidth: 1,
          minBarLength: 2,
          maxBarThickness: 26,
        },
      ],
    },
    options: {
      layout: { padding: { top: 16 } },
      scales: {
        x: {
          grid: { display: false },
          ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 12 },
          border: { color: line },
        },
        y: {
          suggestedMin: band.from - 1,
          suggestedMax: band.to + 1,
          grid: { color: line },
          ticks: { color: quiet, precision: 0, maxTicksLimit: 6, callback: (value) => tick(Number(value)) },
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
      onClick: (_event, [hit]) => {
        if (hit) onPick(hit.index)
      },
    },
    plugins: [labels(points, colours), bandLines(band, colours)],
  }
}

const font = "600 11px 'Inter Variable', system-ui, sans-serif"

/** Writes what a bar says at its end, above or below. */
const labels = (points: readonly BarPoint[], { text }: ChartColours): Plugin<'bar'> => ({
  id: 'labels',
  afterDatasetsDraw(chart: ChartOf<'bar'>) {
    const { ctx } = chart
    ctx.save()
    ctx.font = font
    ctx.fillStyle = text
    ctx.textAlign = 'center'
    for (const [i, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
      const { says, value } = points[i]!
      ctx.textBaseline = value < 0 ? 'top' : 'bottom'
      ctx.fillText(says, x, value < 0 ? y + 3 : y - 3)
    }
    ctx.restore()
  },
})

const bandLines = (band: BarChartProps['band'], { quiet, panel }: ChartColours): Plugin<'bar'> => ({
  id: 'band',
  afterDatasetsDraw({ ctx, chartArea, scales }: ChartOf<'bar'>) {
    ctx.save()
    ctx.strokeStyle = quiet
    ctx.fillStyle = quiet
    ctx.setLineDash([4, 4])
    for (const value of [band.from, band.to]) {
      const y = scales['y']!.getPixelForValue(value)
      ctx.beginPath()
      ctx.moveTo(chartArea.left, y)
      ctx.lineTo(chartArea.right, y)
      ctx.stroke()
    }
    ctx.font = font
    ctx.textAlign = 'right'
    ctx.setLineDash([])
    ctx.strokeStyle = panel
    haloed(ctx, band.words, chartArea.right, scales['y']!.getPixelForValue(band.to) - 4)
    ctx.restore()
  },
})
