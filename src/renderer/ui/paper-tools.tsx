import { Button, SegmentedControl } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { Sent } from '../../core/calls.ts'
import { papers } from '../../core/paper.ts'
import type { PaperInUse } from './use-paper.ts'

interface PaperToolsProps {
  readonly use: PaperInUse
  readonly sheet: Sent<'paper.save'>
}

/** The choice of paper, and the button that saves the sheet as a PDF. */
export function PaperTools({ use: { paper, choose, savePdf, print, busy }, sheet }: PaperToolsProps) {
  return (
    <>
      <SegmentedControl
        aria-label="Paper"
        data={[...papers]}
        value={paper}
        onChange={(value) => choose(value)}
      />
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        disabled={busy}
        onClick={() => void print(sheet)}
      >
        Print…
      </Button>
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        loading={busy}
        onClick={() => void savePdf(sheet)}
      >
        Save as PDF…
      </Button>
    </>
  )
}
