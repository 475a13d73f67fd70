import { useElementSize } from '@mantine/hooks'
import type { Sent } from '../../core/calls.ts'
import type { Paper } from '../../core/paper.ts'
import { SheetFrame } from './sheet-frame.tsx'

/** How large a sheet lies in its preview with the table around it, CSS pixels. */
const sheetSize: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 830, height: 1180 },
  Letter: { width: 850, height: 1120 },
  A5: { width: 595, height: 860 },
}

interface FittedSheetProps {
  readonly title: string
  readonly sheet: Sent<'paper.preview'>
  /** The most it takes, CSS pixels. */
  readonly height: number
}

/** A sheet as it will be printed, whole, made as small as its place asks for. */
export function FittedSheet({ title, sheet, height: room }: FittedSheetProps) {
  const { ref, width: wide } = useElementSize()
  const { width, height } = sheetSize[sheet.paper]
  const zoom = Math.min(0.85, room / height, (wide || Infinity) / width)
  return (
    <div ref={ref}>
      <SheetFrame title={title} sheet={sheet} zoom={zoom} height={Math.min(room / zoom, height)} />
    </div>
  )
}
