import type { Chart as ChartOf } from 'chart.js'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import './charts.css'

interface DayCursorProps {
  readonly chart: RefObject<ChartOf<'matrix'> | null>
  /** What each day says, in order. */
  readonly words: readonly string[]
  /** The day to begin with. */
  readonly start: number
  /** How many days one step right or left, and one down or up, goes on. */
  readonly step: { readonly across: number; readonly down: number }
  readonly onPick: (index: number) => void
}

/** The calendar for keys: arrows go from day to day and say each, Enter picks it. */
export function DayCursor({ chart, words, start, step, onPick }: DayCursorProps) {
  const [at, setAt] = useState(start)
  const [ring, setRing] = useState<{ left: number; top: number; width: number; height: number }>()
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -step.across,
    ArrowRight: step.across,
    ArrowUp: -step.down,
    ArrowDown: step.down,
    Home: -at,
    End: words.length - 1 - at,
  }
  const show = (index: number | undefined) => {
    const shown = chart.current
    const cell = index !== undefined && shown?.getDatasetMeta(0).data[index]
    if (!shown) return
    if (index === undefined || !cell) {
      setRing(undefined)
      shown.tooltip?.setActiveElements([], { x: 0, y: 0 })
    } else {
      const { x, y, width, height } = cell.getProps(['x', 'y', 'width', 'height'] as never[], true) as Ring
      setRing({ left: x, top: y, width, height })
      shown.tooltip?.setActiveElements([{ datasetIndex: 0, index }], { x: x + width / 2, y: y + height / 2 })
    }
    shown.update('none')
  }
  const press = (key: KeyboardEvent) => {
    const by = steps[key.key]
    if (key.key === 'Enter' || key.key === ' ') onPick(at)
    else if (by === undefined) return
    else {
      const next = at + by
      if (next < 0 || next >= words.length) return key.preventDefault()
      setAt(next)
      show(next)
    }
    key.preventDefault()
  }
  return (
    <div
      className="day-cursor"
      role="slider"
      tabIndex={0}
      aria-label="Day by day with the arrow keys; Enter shows the day"
      aria-valuemin={1}
      aria-valuemax={words.length}
      aria-valuenow={at + 1}
      aria-valuetext={words[at]}
      style={ring && { ...ring, right: 'auto', bottom: 'auto' }}
      onKeyDown={press}
      onFocus={() => show(at)}
      onBlur={() => show(undefined)}
    />
  )
}

interface Ring {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
