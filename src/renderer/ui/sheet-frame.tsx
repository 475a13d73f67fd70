import { Skeleton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useRead } from '../use-call.ts'
import type { Sent } from '../../core/calls.ts'
import { ProblemNote } from './problem-note.tsx'

/** A moment for the frame to have taken the focus, ms. */
const settlesMs = 60

interface SheetFrameProps {
  readonly title: string
  readonly sheet: Sent<'paper.preview'>
  readonly height?: number | string
  /** How much the sheet is scaled; what went wrong is not. */
  readonly zoom?: number
  readonly enabled?: boolean
}

/**
 * What will be printed or mailed, shown as it is: the main process serves it, scripts are off. It is only looked at: keys pressed in it
 * would reach nobody, so no Tab leads into it and a click leaves the focus with what is around it.
 */
export function SheetFrame({ title, sheet, height = 640, zoom, enabled = true }: SheetFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const leave = () => setTimeout(() => focusAround(frame.current), settlesMs)
    window.addEventListener('blur', leave)
    return () => window.removeEventListener('blur', leave)
  }, [])
  const { value, problem } = useRead('paper.preview', sheet, { enabled, keepPrevious: true })
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={height} style={{ zoom }} />
  return (
    <iframe
      ref={frame}
      tabIndex={-1}
      title={title}
      src={value.url}
      sandbox=""
      style={{ zoom, width: '100%', height, border: '1px solid var(--wk-line)', background: '#fff' }}
    />
  )
}

function focusAround(frame: HTMLElement | null): void {
  if (!frame || document.activeElement !== frame) return
  frame.closest<HTMLElement>('[role="dialog"], main')?.focus({ preventScroll: true })
}
