import { Skeleton } from '@mantine/core'
import { useRead } from '../use-call.ts'
import type { Sent } from '../../core/calls.ts'
import { ProblemNote } from './problem-note.tsx'

interface SheetFrameProps {
  readonly title: string
  readonly sheet: Sent<'paper.preview'>
  readonly height?: number | string
  /** How much the sheet is scaled; what went wrong is not. */
  readonly zoom?: number
  readonly enabled?: boolean
}

/** What will be printed or mailed, shown as it is: the main process serves it, scripts are off. */
export function SheetFrame({ title, sheet, height = 640, zoom, enabled = true }: SheetFrameProps) {
  const { value, problem } = useRead('paper.preview', sheet, { enabled, keepPrevious: true })
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={height} style={{ zoom }} />
  return (
    <iframe
      title={title}
      src={value.url}
      sandbox=""
      style={{ zoom, width: '100%', height, border: '1px solid var(--wk-line)', background: '#fff' }}
    />
  )
}
